from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount


class CourtRequest(PacerRequest):
    """A request to a court's web site or CM/ECF. CourtMiddleware sets each attribute once.

    `court_phase`: the court's phase at `at`. In CM/ECF, `cmecf_account` is the filer who uses this
    browser, by a legacy sign-in or by the link of the PACER account; `linked_account` is the account
    that the PACER account is linked to here after go-live, even if the court has closed it; and
    `legacy_pacer_account` is a PACER account that pays for searching in the legacy system; with
    `pays_by_sign_on` it is that of the browser's sign-on, which a logout there doesn't end.
    """

    court: Court
    court_phase: CourtPhase
    cmecf_account: CmecfAccount | None
    linked_account: CmecfAccount | None
    legacy_pacer_account: PacerAccount | None
    pays_by_sign_on: bool


class FilerRequest(CourtRequest):
    """A request to a page for e-filers only."""

    cmecf_account: CmecfAccount


class SignedOnCourtRequest(CourtRequest):
    """A request to a page that needs a PACER sign-on."""

    pacer_account: PacerAccount
