"""What stands on each tab of Manage My Account, as data. Labels are the Service Center's own."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A line of a tab. `name`: its URL name. `era`: "" for every era. PAA: a billing account."""

    label: str
    name: str
    note: str = ""
    for_people: bool = True
    for_paa: bool = False
    era: str = ""


@dataclass(frozen=True)
class Tab:
    label: str
    name: str
    items: tuple[Item, ...] = ()


SETTINGS = Tab("Settings", "account:landing", ())

MAINTENANCE = Tab("Maintenance", "account:maintenance", ())

PAYMENTS = Tab("Payments", "account:payments", ())

USAGE = Tab("Usage", "account:usage", ())

TABS = (SETTINGS, MAINTENANCE, PAYMENTS, USAGE)
