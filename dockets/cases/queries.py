from cmecf.models import CmecfAccount, Court
from dockets.models import Appearance, Case, Party
from rehearsals.web.rows import find_row


def find_case(court: Court, key: int) -> Case | None:
    """The case with this primary key in `court`, sealed or not."""
    case = find_row(Case, "r.court_id = %s AND r.id = %s", [court.pk, key])
    if case:
        case.court, case.rehearsal = court, court.rehearsal
    return case


def is_participant(case: Case, account: CmecfAccount | None) -> bool:
    """Whether `account` appears for a party of the case, or is a party, that isn't terminated."""
    if account is None:
        return False
    parties = Party.objects.filter(case=case, terminated_on=None)
    appearances = Appearance.objects.filter(
        party__in=parties, cmecf_account=account, terminated_on=None
    )
    return appearances.exists() or parties.filter(cmecf_account=account).exists()
