"""Making a link, and undoing a wrong one."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from cmecf.models import CmecfAccount, Court
from linking.link import emails
from linking.link.refusals import LinkRefusal
from linking.link.rules import why_not_again, why_not_link
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refusal, Refused
from rehearsals.models import Outcome, Rehearsal


def proof_of(cmecf_account: CmecfAccount) -> str:
    """A digest that stands for "this password was right". It ends when the password changes."""
    return salted_hmac(
        "linking.proof", f"{cmecf_account.pk}:{cmecf_account.password}", algorithm="sha256"
    ).hexdigest()


def linked_here(
    rehearsal: Rehearsal, court: Court, pacer_account: PacerAccount
) -> CmecfAccount | None:
    """The CM/ECF account that this PACER account is linked to in this court."""
    return rehearsal.cmecf_accounts.filter(court=court, pacer_account=pacer_account).first()


def link(
    *,
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account_id: int,
    proof: str,
    at: datetime,
) -> CmecfAccount:
    """Link the two accounts for good at the court time `at`; the linked CM/ECF account.

    Asked twice by the same PACER account, gives the same result and changes nothing. Raises Refused
    with a LinkRefusal; each refusal is in the log. Two who ask at once: one wins, the other is
    refused, whatever the database.
    """
    try:
        try:
            with transaction.atomic():
                return _link(rehearsal, court, pacer_account.pk, cmecf_account_id, proof, at)
        except IntegrityError:  # somebody else was faster: the constraint says who
            return _settle(rehearsal, court, pacer_account, cmecf_account_id)
    except Refused as refused:
        note_refusal(rehearsal, court, pacer_account, refused.reason)
        raise


def note_proof(pacer_account: PacerAccount, cmecf_account: CmecfAccount) -> None:
    """Log that this PACER account showed the right password of a login; nothing is linked yet."""
    record_activity(
        cmecf_account.rehearsal,
        "link.prove",
        who=cmecf_account.log_name,
        detail=f"{cmecf_account.court.code}: by {pacer_account.log_name}",
    )


def note_refusal(
    rehearsal: Rehearsal, court: Court, pacer_account: PacerAccount, reason: Refusal
) -> None:
    """Log that a link was asked for and refused."""
    short = reason.name.lower().replace("_", " ")
    record_activity(
        rehearsal,
        "link.refused",
        who=pacer_account.log_name,
        outcome=Outcome.REFUSED,
        detail=f"{court.code}: {short}",
    )


def _link(
    rehearsal: Rehearsal,
    court: Court,
    pacer_id: int,
    cmecf_id: int,
    proof: str,
    at: datetime,
) -> CmecfAccount:
    """Inside the transaction: both rows locked, every rule run again, one conditional UPDATE."""
    pacer_account = rehearsal.pacer_accounts.select_for_update().get(pk=pacer_id)
    cmecf_account = (
        rehearsal.cmecf_accounts.select_for_update().filter(pk=cmecf_id, court=court).first()
    )
    if cmecf_account is None:
        raise Refused(LinkRefusal.PROOF_EXPIRED)
    if cmecf_account.pacer_account_id == pacer_account.pk:
        return cmecf_account
    reason = why_not_link(
        rehearsal=rehearsal,
        court=court,
        pacer_account=pacer_account,
        cmecf_account=cmecf_account,
        linked_here=linked_here(rehearsal, court, pacer_account),
        at=at,
    )
    if reason is None and not constant_time_compare(proof, proof_of(cmecf_account)):
        reason = LinkRefusal.PROOF_EXPIRED
    if reason:
        raise Refused(reason)
    return _write(rehearsal, court, pacer_account, cmecf_account, at)


def _write(
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account: CmecfAccount,
    at: datetime,
) -> CmecfAccount:
    still_free = CmecfAccount.objects.filter(pk=cmecf_account.pk, pacer_account__isnull=True)
    if still_free.update(pacer_account=pacer_account, linked_at=at) != 1:
        raise Refused(LinkRefusal.LOGIN_LINKED)
    cmecf_account.pacer_account, cmecf_account.linked_at = pacer_account, at
    cmecf_account.court = court
    record_activity(
        rehearsal,
        "link.made",
        who=pacer_account.log_name,
        detail=f"{court.code}: {cmecf_account.log_name}",
    )
    emails.send_linked(cmecf_account)
    return cmecf_account


def _settle(
    rehearsal: Rehearsal, court: Court, pacer_account: PacerAccount, cmecf_id: int
) -> CmecfAccount:
    """After a lost race: the same result if it was our own other Submit, else the refusal."""
    mine = linked_here(rehearsal, court, pacer_account)
    if mine is None:
        raise Refused(LinkRefusal.LOGIN_LINKED)
    if mine.pk != cmecf_id:
        raise Refused(why_not_again(mine))
    return mine
