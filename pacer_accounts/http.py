from pacer_accounts.models import PacerAccount
from rehearsals.web.http import RehearsalRequest


class PacerRequest(RehearsalRequest):
    """A request whose user may be logged in with a PACER account. SignOnMiddleware sets each attribute.

    `restricted_account`: the account if it must complete an update before it may open other pages.
    `sign_on_lapsed`: why this browser's sign-on ended, for the login page; "" if it did not.
    """

    pacer_account: PacerAccount | None
    restricted_account: PacerAccount | None
    sign_on_lapsed: str


class SignedOnRequest(PacerRequest):
    """A request to a page that is closed without a sign-on: there is a PACER account."""

    pacer_account: PacerAccount
