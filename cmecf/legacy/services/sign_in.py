"""Signing in to and out of a court's legacy CM/ECF."""

from datetime import datetime

from cmecf.courts.activity import note
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.services.authentication import Holder, prove_filer_or_reader
from cmecf.models import CmecfAccount, Court
from rehearsals.help.refusals import Refused
from rehearsals.models import Outcome, Rehearsal


def sign_in_legacy(
    *,
    rehearsal: Rehearsal,
    court: Court,
    login: str,
    password: str,
    redaction_confirmed: bool,
    at: datetime,
    at_wall: datetime,
) -> Holder:
    """Prove a filer login or a PACER login; a filer must confirm the redaction rules each time.

    `at` (court time) becomes the filer's last sign-in. Raises Refused as `prove_filer_or_reader`
    does, and REDACTION. Hashes: never inside a transaction.
    """
    holder = prove_filer_or_reader(rehearsal, court, login, password, at_wall=at_wall)
    if isinstance(holder, CmecfAccount):
        if not redaction_confirmed:
            detail = "redaction not confirmed"
            note(court, "cmecf.sign_in", who=holder, outcome=Outcome.REFUSED, detail=detail)
            raise Refused(CmecfRefusal.REDACTION)
        holder.last_signed_in_at = at
        holder.save(update_fields=["last_signed_in_at"])
    kind = "filer" if isinstance(holder, CmecfAccount) else "PACER login"
    note(court, "cmecf.sign_in", who=holder, detail=kind)
    return holder


def sign_out_legacy(*, court: Court, holder: Holder) -> None:
    """Log the end of a legacy sign-in; the browser forgets it in cmecf.courts.access."""
    note(court, "cmecf.sign_out", who=holder)
