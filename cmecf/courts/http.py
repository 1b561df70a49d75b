from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount


class CourtRequest(PacerRequest):
    """A request to a court's CM/ECF. The court middleware sets each attribute once.

    `court_phase`: the court's phase at `at`. `cmecf_account`: the filer who uses this browser, by a
    legacy sign-in or by the link of the PACER account. `legacy_pacer_account`: a PACER account that
    is signed in to the legacy system, for searching only.
    """

    court: Court
    court_phase: CourtPhase
    cmecf_account: CmecfAccount | None
    legacy_pacer_account: PacerAccount | None
