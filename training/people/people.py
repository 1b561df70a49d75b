"""Who a row belongs to, for the staff pages: one person with all their accounts."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount

PACER_KEY, CMECF_KEY = "pacer-", "cmecf-"  # before the id of an account that nobody practices with


@dataclass
class Person:
    """One person of a rehearsal. `key`: the part of the URL, such as "p04" or "cmecf-31"."""

    key: str
    name: str = ""
    pacer_accounts: list[PacerAccount] = field(default_factory=list)
    cmecf_accounts: list[CmecfAccount] = field(default_factory=list)

    @property
    def accounts(self) -> list[PacerAccount | CmecfAccount]:
        return [*self.pacer_accounts, *self.cmecf_accounts]

    @property
    def names(self) -> set[str]:
        """The names on the accounts. More than one: someone changed their name, or a link is wrong."""
        return {account.full_name for account in self.accounts}

    @property
    def emails(self) -> set[str]:
        return {account.email for account in self.accounts if account.email}

    @property
    def log_names(self) -> set[str]:
        """How the activity log names the accounts."""
        return {account.log_name for account in self.accounts}


def key_of(account: PacerAccount | CmecfAccount) -> str:
    """The key of the person whose account it is. Without one, the account is a person of its own."""
    prefix = PACER_KEY if isinstance(account, PacerAccount) else CMECF_KEY
    return account.persona or f"{prefix}{account.pk}"


def group(
    pacer_accounts: Iterable[PacerAccount], cmecf_accounts: Iterable[CmecfAccount]
) -> dict[str, Person]:
    """The people whose accounts these are, by key, in the order of the accounts."""
    people: dict[str, Person] = {}
    for pacer in pacer_accounts:
        person = people.setdefault(key_of(pacer), Person(key_of(pacer), pacer.full_name))
        person.pacer_accounts.append(pacer)
    for cmecf in cmecf_accounts:
        person = people.setdefault(key_of(cmecf), Person(key_of(cmecf), cmecf.full_name))
        person.cmecf_accounts.append(cmecf)
    return people
