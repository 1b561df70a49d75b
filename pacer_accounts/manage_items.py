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
    for_people: bool = True
    for_paa: bool = True


SETTINGS = Tab(
    "Settings",
    "account:landing",
    (
        Item(
            "Change Username",
            "psc:change_username",
            "The name you log in with; the old one stops working.",
            for_paa=True,
        ),
        Item(
            "Change Password",
            "psc:change_password",
            "Logs out every other browser.",
            for_paa=True,
        ),
        Item(
            "Set Security Information",
            "psc:security_information",
            "The questions asked when you forgot your username or password.",
            for_paa=True,
        ),
        Item(
            "Update PACER Billing Email",
            "account:billing_email",
            "Where letters and billing notices of the Service Center go.",
            for_paa=True,
        ),
        Item(
            "Set PACER Billing Preferences",
            "account:billing_preferences",
            "Receipts, and whether searches need a client code.",
            for_paa=True,
        ),
        Item(
            "Remove Your PACER Account from a PAA",
            "account:leave_paa",
            "When a firm's billing account pays for you and should no longer.",
        ),
        Item(
            "Manage MFA Settings",
            "psc:mfa",
            "Apps for one-time passcodes, and backup codes.",
            for_paa=True,
            era="2025",
        ),
    ),
)

MAINTENANCE = Tab("Maintenance", "account:maintenance", ())

PAYMENTS = Tab("Payments", "account:payments", ())

USAGE = Tab("Usage", "account:usage", ())

PAA_MAINTENANCE = Tab(
    "PAA Maintenance",
    "account:paa_members",
    (
        Item(
            "Add Existing PACER Account to My PAA",
            "account:paa_add",
            "Ask the holder of an account to let this PAA pay for it.",
            for_paa=True,
        ),
        Item(
            "Remove PACER Account(s) from My PAA",
            "account:paa_remove",
            "Stop paying for accounts, or take invitations back.",
            for_paa=True,
        ),
    ),
    for_people=False,
)

TABS = (SETTINGS, MAINTENANCE, PAYMENTS, USAGE, PAA_MAINTENANCE)
"""The four tabs of Manage My Account, and the fifth of a PAA. Settings opens first: the landing."""
