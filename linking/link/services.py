from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from cmecf.courts.queries import linked_account
from cmecf.models import CmecfAccount, Court
from linking.link import emails
from linking.link.refusals import LinkRefusal
from linking.link.rules import why_not_again, why_not_link
from pacer_accounts.models import PacerAccount
from rehearsals.activity.services import before_change, record_activity, record_refusal
from rehearsals.help.refusals import Refusal, Refused
from rehearsals.models import Rehearsal

MADE = "link.made"


def proof_of(cmecf_account: CmecfAccount) -> str:
    """A digest which shows that the password was correct. A new password makes it invalid."""
    return salted_hmac(
        "linking.proof", f"{cmecf_account.pk}:{cmecf_account.password}", algorithm="sha256"
    ).hexdigest()


def link(
    *,
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_account_id: int,
    proof: str,
    at: datetime,
) -> CmecfAccount:
    """Link the two accounts permanently at the court time `at`, and return the CM/ECF account.

    A second call with the same accounts returns the same result and changes nothing. If two PACER
    accounts try at once, one is linked and the other is refused. Raises Refused(LinkRefusal); each
    refusal is logged.
    """
    try:
        try:
            with transaction.atomic():
                return _link(rehearsal, court, pacer_account, cmecf_account_id, proof, at)
        except IntegrityError:  # another request was faster
            return _settle(rehearsal, court, pacer_account, cmecf_account_id)
    except Refused as refused:
        log_refusal(rehearsal, court, pacer_account, refused.reason, at=at)
        raise


def log_proof(pacer_account: PacerAccount, cmecf_account: CmecfAccount, *, at: datetime) -> None:
    """Log that this PACER account gave a login's correct password. `at`: court time."""
    record_activity(
        cmecf_account.rehearsal,
        "link.prove",
        at=at,
        who=cmecf_account.log_name,
        detail=f"{cmecf_account.court.code}: by {pacer_account.log_name}",
    )


def log_refusal(
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    reason: Refusal,
    *,
    at: datetime,
) -> None:
    """Log a refused link. `at`: court time."""
    record_refusal(
        rehearsal, "link.refused", reason, at=at, who=pacer_account.log_name, detail=court.code
    )


def _link(
    rehearsal: Rehearsal,
    court: Court,
    pacer_account: PacerAccount,
    cmecf_id: int,
    proof: str,
    at: datetime,
) -> CmecfAccount:
    """Inside the transaction: lock both rows, check every rule again, then one conditional UPDATE."""
    login = rehearsal.cmecf_accounts.filter(pk=cmecf_id, court=court).first()
    if login and login.pacer_account_id == pacer_account.pk:  # submitted twice
        login.court = court
        return login
    detail = _detail(court, login) if login else ""
    before_change(rehearsal, MADE, at=at, who=pacer_account.log_name, detail=detail)
    pacer_account = rehearsal.pacer_accounts.locked().get(pk=pacer_account.pk)
    cmecf_account = rehearsal.cmecf_accounts.locked().filter(pk=cmecf_id, court=court).first()
    if cmecf_account is None:
        raise Refused(LinkRefusal.PROOF_EXPIRED)
    if cmecf_account.pacer_account_id == pacer_account.pk:
        return cmecf_account
    reason = why_not_link(
        rehearsal=rehearsal,
        court=court,
        pacer_account=pacer_account,
        cmecf_account=cmecf_account,
        linked_here=linked_account(court, pacer_account),
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
    unlinked = CmecfAccount.objects.filter(pk=cmecf_account.pk, pacer_account__isnull=True)
    if unlinked.update(pacer_account=pacer_account, linked_at=at) != 1:
        raise Refused(LinkRefusal.LOGIN_LINKED)
    cmecf_account.pacer_account, cmecf_account.linked_at = pacer_account, at
    cmecf_account.court = court
    detail = _detail(court, cmecf_account)
    record_activity(rehearsal, MADE, at=at, who=pacer_account.log_name, detail=detail)
    emails.send_linked(cmecf_account, pacer_account, at=at)
    return cmecf_account


def _detail(court: Court, cmecf_account: CmecfAccount) -> str:
    return f"{court.code}: {cmecf_account.log_name}"


def _settle(
    rehearsal: Rehearsal, court: Court, pacer_account: PacerAccount, cmecf_id: int
) -> CmecfAccount:
    """After a lost race: the existing link if it is the same one, else the refusal."""
    linked = linked_account(court, pacer_account)
    if linked is None:
        raise Refused(LinkRefusal.LOGIN_LINKED)
    if linked.pk != cmecf_id:
        raise Refused(why_not_again(linked))
    return linked
