from pacer_accounts.models import PacerAccount
from rehearsals.web.http import RehearsalRequest


class PacerRequest(RehearsalRequest):
    """A request whose user may be logged in with a PACER account. SignOnMiddleware sets it."""

    pacer_account: PacerAccount | None


class SignedOnRequest(PacerRequest):
    """A request to a page that is closed without a sign-on: there is a PACER account."""

    pacer_account: PacerAccount
