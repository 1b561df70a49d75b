"""Who gets notices in a case, and how: the attorneys who appear, and parties who represent themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmecf.models import CmecfAccount, EmailFormat, EmailFrequency
from dockets.models import Appearance, Case, Delivery, Party
from pacer_accounts.profile.rules import unique_emails


@dataclass(frozen=True)
class Addressee:
    """A person who gets notices in a case. `account` is empty without an active CM/ECF account."""

    name: str
    account: CmecfAccount | None = None

    @property
    def emails(self) -> list[str]:
        """The e-mail on file first, then the secondary addresses. Empty: by other means."""
        if self.account is None:
            return []
        return unique_emails((self.account.email, *self.account.secondary_emails.split()))

    @property
    def delivery(self) -> str:
        return Delivery.EMAIL if self.emails else Delivery.OTHER

    @property
    def frequency(self) -> str:
        return self.account.email_frequency if self.account else EmailFrequency.EACH

    @property
    def email_format(self) -> str:
        return self.account.email_format if self.account else EmailFormat.HTML


def addressees(case: Case, filer: CmecfAccount | None = None) -> list[Addressee]:
    """The people who get notices in `case`, each once, in the order of the docket; then `filer`.

    Two queries, for any number of people. A terminated party or attorney gets none.
    """
    people = [*_attorneys(case), *_parties(case)]
    if filer is not None:
        people.append(_addressee(filer, filer.full_name))
    once: dict[object, Addressee] = {}
    for person in people:
        once.setdefault(person.account or person.name, person)
    return list(once.values())


def _attorneys(case: Case) -> Iterator[Addressee]:
    appearances = Appearance.objects.filter(
        party__case=case, party__terminated_on=None, terminated_on=None, is_noticed=True
    )
    rows = appearances.select_related("cmecf_account").order_by("party__position", "pk")
    for appearance in rows:
        yield _addressee(appearance.cmecf_account, appearance.name)


def _parties(case: Case) -> Iterator[Addressee]:
    parties = Party.objects.filter(case=case, terminated_on=None, is_pro_se=True)
    for party in parties.select_related("cmecf_account").order_by("position"):
        yield _addressee(party.cmecf_account, party.full_name)


def _addressee(account: CmecfAccount | None, name: str) -> Addressee:
    """Notices go to an active account, linked or not."""
    if account is None or not account.is_active:
        return Addressee(account.full_name if account else name)
    return Addressee(account.full_name, account)
