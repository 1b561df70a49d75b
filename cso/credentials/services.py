"""Changing what an account is logged in with and recovered by.

Each change proves the current password first: counted as a try at the login, in the same slot. The
hashes are made outside of the transaction that stores them.
"""

from collections.abc import Mapping
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from cso.credentials import emails
from cso.credentials.rules import CredentialRefusal
from cso.models import SignOnSession
from cso.sign_on import services
from cso.sign_on.sessions import SessionStore
from pacer_accounts.credentials.rules import answer_key
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused

USERNAME, PASSWORD, SECURITY = "cso.username", "cso.password", "cso.security_information"


@sensitive_variables()
def change_username(*, account: PacerAccount, current: str, username: str) -> None:
    """From now on the account is logged in as `username`; the old one stops working.

    Raises Refused: as `services.prove`, USERNAME_TAKEN (also for the slower of two), or
    CHANGED_MEANWHILE.
    """
    proven = _prove(account, current, USERNAME)
    try:
        with transaction.atomic():
            held = _locked(proven)
            held.rename(username)
            held.save(update_fields=["username", "username_key"])
            record_activity(held.rehearsal, USERNAME, who=held.log_name)
            emails.send_username_changed(held)
    except IntegrityError:  # the username: the only unique thing that changes
        raise Refused(CredentialRefusal.USERNAME_TAKEN) from None


@sensitive_variables()
def change_password(*, session: SessionStore, current: str, new: str, at: datetime) -> int:
    """Set `new` for the account signed on in `session`; how many other sign-ons it ended.

    This browser stays signed on under a new session key; mailed recovery links are dead. `at`: court
    time. Raises Refused: as `services.prove`, or CHANGED_MEANWHILE.
    """
    proven = _prove(session.pacer_account, current, PASSWORD)
    hashed = make_password(new)
    with transaction.atomic():
        held = _locked(proven)
        held.password, held.password_set_at = hashed, at
        held.save(update_fields=["password", "password_set_at"])
        others = SignOnSession.objects.of_account(held).exclude(session_key=session.session_key)
        ended = others.count()
        others.delete()
        held.recovery_links.all().delete()
        record_activity(
            held.rehearsal, PASSWORD, who=held.log_name, detail=f"{ended} other sign-ons ended"
        )
        emails.send_password_changed(held)
    session.cycle_key()
    return ended


@sensitive_variables()
def set_security_information(
    *, account: PacerAccount, current: str, questions: tuple[str, str], answers: tuple[str, str]
) -> None:
    """New questions and answers; of the answers only hashes are kept.

    Raises Refused: as `services.prove`, or CHANGED_MEANWHILE.
    """
    proven = _prove(account, current, SECURITY)
    hashed = [make_password(answer_key(answer)) for answer in answers]
    values: Mapping[str, str] = {
        "question_1": questions[0],
        "answer_1": hashed[0],
        "question_2": questions[1],
        "answer_2": hashed[1],
    }
    with transaction.atomic():
        held = _locked(proven)
        for name, value in values.items():
            setattr(held, name, value)
        held.save(update_fields=values.keys())
        record_activity(held.rehearsal, SECURITY, who=held.log_name)
        emails.send_security_changed(held)


def _prove(account: PacerAccount, current: str, what: str) -> PacerAccount:
    proven = services.prove(
        rehearsal=account.rehearsal, username=account.username, password=current, what=what
    )
    if proven.pk != account.pk:  # renamed in another window, and the name taken at once
        raise Refused(CredentialRefusal.CHANGED_MEANWHILE)
    return proven


def _locked(proven: PacerAccount) -> PacerAccount:
    """The row until the transaction ends. Of two who proved the same password, the second is late."""
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    held = rows.get(pk=proven.pk)
    if held.password != proven.password:
        raise Refused(CredentialRefusal.CHANGED_MEANWHILE)
    return held
