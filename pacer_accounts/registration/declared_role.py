"""What somebody said while registering that no column keeps: a court will be asked for it later."""

from django.contrib.sessions.backends.base import SessionBase

from pacer_accounts.models import PacerAccount
from pacer_accounts.registration import steps
from pacer_accounts.wizards.drafts import Draft


def role_meant(session: SessionBase, account: PacerAccount) -> str:
    """The Role in Court chosen when `account` was registered in this browser, or ""."""
    draft = Draft(session, steps.WIZARD)
    if draft.result != account.account_number:
        return ""
    return draft.noted(steps.DONE).get("role", "")
