from collections.abc import Iterable
from typing import cast

from cmecf.models import CmecfAccount, Court
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import get_pack
from rehearsals.web.rows import find_row


def home_court(rehearsal: Rehearsal) -> Court:
    """The court whose move is rehearsed. Raises Court.DoesNotExist if its row is gone."""
    court = find_court(rehearsal, get_pack(rehearsal.pack).home_court)
    if court is None:
        raise Court.DoesNotExist
    return court


def home_courts(rehearsals: Iterable[Rehearsal]) -> dict[int, Court]:
    """The home courts of several rehearsals by the rehearsal's id, in one query."""
    home_codes = {rehearsal.pk: get_pack(rehearsal.pack).home_court for rehearsal in rehearsals}
    courts = Court.objects.filter(rehearsal__in=home_codes, code__in=set(home_codes.values()))
    return {
        court.rehearsal_id: court
        for court in courts
        if court.code == home_codes[court.rehearsal_id]
    }


def is_filer(account: PacerAccount) -> bool:
    """Whether a CM/ECF account in any court is linked to this PACER account."""
    return CmecfAccount.objects.filter(pacer_account=account).exists()


def find_court(rehearsal: Rehearsal, code: str) -> Court | None:
    """The court `code` ("nmd") of this rehearsal, or None."""
    court = find_row(Court, "r.rehearsal_id = %s AND r.code = %s", [rehearsal.pk, code])
    if court is not None:
        court.rehearsal = rehearsal
    return court


def courts(rehearsal: Rehearsal) -> Iterable[Court]:
    """All courts of a rehearsal, by name."""
    return Court.objects.filter(rehearsal=rehearsal).order_by("name")


def linked_account(court: Court, pacer_account: PacerAccount) -> CmecfAccount | None:
    """The CM/ECF account that is linked to `pacer_account` in `court`, even if the court closed it."""
    key = [court.pk, pacer_account.pk]
    account = find_row(CmecfAccount, "r.court_id = %s AND r.pacer_account_id = %s", key)
    if account:
        account.rehearsal, account.court = court.rehearsal, court
        account.pacer_account = pacer_account
    return account


def own_record(court: Court, pacer_account: PacerAccount) -> CmecfAccount | None:
    """The CM/ECF account that the holder of `pacer_account` has in `court`, one that can be linked first.

    Only the rehearsal knows whose account it is.
    """
    if not pacer_account.persona:
        return None
    accounts = CmecfAccount.objects.filter(court=court, persona=pacer_account.persona)
    return accounts.order_by("linked_at", "pk").first()


def is_linked_at_home(account: PacerAccount, rehearsal: Rehearsal) -> bool:
    """Whether a CM/ECF account in the rehearsal's home court is linked to `account`."""
    court = cast(Court, rehearsal.home_court)
    return linked_account(court, account) is not None
