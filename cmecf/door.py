"""Who stands at a court's door: a legacy sign-in of this browser, or the link of a PACER account."""

from django.http import HttpRequest

from cmecf.models import CmecfAccount
from cmecf.phases import CourtPhase

SESSION_KEY = "legacy_sign_ins"  # court code -> {"kind": "cmecf" | "pacer", "id": …}


def recognise(request: HttpRequest) -> None:
    """Set `request.cmecf_account` (who may file here) and `request.legacy_pacer_account`."""
    if request.court_phase is CourtPhase.NEXTGEN:
        request.cmecf_account = _linked(request)
        return
    signed_in = request.session.get(SESSION_KEY, {}).get(request.court.code)
    if signed_in is None:
        return
    if signed_in["kind"] == "cmecf":
        request.cmecf_account = (
            request.rehearsal.cmecf_accounts.select_related("court")
            .filter(pk=signed_in["id"], court=request.court, is_active=True)
            .first()
        )
    else:
        request.legacy_pacer_account = request.rehearsal.pacer_accounts.filter(
            pk=signed_in["id"]
        ).first()


def _linked(request: HttpRequest) -> CmecfAccount | None:
    if request.pacer_account is None:
        return None
    return request.rehearsal.cmecf_accounts.filter(
        court=request.court, pacer_account=request.pacer_account, is_active=True
    ).first()
