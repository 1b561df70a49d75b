"""Who stands at a court's door: a legacy sign-in of this browser, or the link of a PACER account."""

from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import CodeFault
from rehearsals.clock import clock

SESSION_KEY = "legacy_sign_ins"  # court code -> {"kind", "id", "stamp", "at", "client_code",
# "is_code_malformed"}


def recognise(request: HttpRequest) -> None:
    """Set `request.cmecf_account` (who may file here) and `request.legacy_pacer_account`."""
    if request.court_phase is CourtPhase.NEXTGEN:
        request.cmecf_account = _linked(request)
        return
    signed_in = request.session.get(SESSION_KEY, {}).get(request.court.code)
    if signed_in is None or _is_too_old(signed_in):
        return
    if signed_in["kind"] == "cmecf":
        request.cmecf_account = _still_valid(_filer(request, signed_in["id"]), signed_in)
    else:
        reader = request.rehearsal.pacer_accounts.filter(pk=signed_in["id"], is_disabled=False)
        request.legacy_pacer_account = _still_valid(reader.first(), signed_in)


def holder(request: HttpRequest) -> CmecfAccount | PacerAccount | None:
    """Whoever is signed in at this court's legacy CM/ECF in this browser."""
    return request.cmecf_account or request.legacy_pacer_account


def client_code(request: HttpRequest) -> str:
    """The client code typed at the legacy sign-in here; it lasts as long as the sign-in."""
    return request.session.get(SESSION_KEY, {}).get(request.court.code, {}).get("client_code", "")


def code_fault(request: HttpRequest) -> CodeFault | None:
    """Why a PACER login may not read here: the client code of its sign-in, as its account stands now.

    A login with a missing code works, and reading is withheld (PACER FAQ), as after go-live.
    """
    reader = request.legacy_pacer_account
    if reader is None:
        return None
    if request.session[SESSION_KEY][request.court.code].get("is_code_malformed"):
        return client_codes.MALFORMED
    return _fault(request, reader, client_code(request))


def _fault(request: HttpRequest, reader: PacerAccount, code: str) -> CodeFault | None:
    required, mask = reader.requires_client_code, reader.client_code_format
    return client_codes.fault(code, required, mask, request.rehearsal.era)


def let_in(request: HttpRequest, account: CmecfAccount | PacerAccount, code: str = "") -> None:
    """Remember a proven sign-in at this court, under a new session key (no fixation).

    A malformed code is not kept, only that there was one.
    """
    is_filer = isinstance(account, CmecfAccount)
    wrong = None if is_filer else _fault(request, account, code)
    request.session.load_once()
    request.session.cycle_key()
    request.session[SESSION_KEY] = request.session.get(SESSION_KEY, {}) | {
        request.court.code: {
            "kind": "cmecf" if is_filer else "pacer",
            "id": account.pk,
            "stamp": _stamp(account),
            "at": clock.wall_now().isoformat(),
            "client_code": "" if wrong else code.strip(),
            "is_code_malformed": wrong is client_codes.MALFORMED,
        }
    }


def restamp(request: HttpRequest, account: CmecfAccount) -> None:
    """Keep this browser's sign-in after its own password change; the login's others end."""
    let_in(request, account, client_code(request))


def let_out(request: HttpRequest) -> None:
    """Forget the legacy sign-in at this court, and only this."""
    others = dict(request.session.get(SESSION_KEY, {}))
    if others.pop(request.court.code, None) is not None:
        request.session[SESSION_KEY] = others
    request.cmecf_account = request.legacy_pacer_account = None


def _filer(request: HttpRequest, pk: int) -> CmecfAccount | None:
    account = request.rehearsal.cmecf_accounts.filter(
        pk=pk, court=request.court, is_active=True, pacer_account=None
    ).first()
    if account:
        account.court = request.court
    return account


def _still_valid(
    account: CmecfAccount | PacerAccount | None, signed_in: dict[str, object]
) -> CmecfAccount | PacerAccount | None:
    """A new password ends the sign-ins made with the old one."""
    if account and constant_time_compare(signed_in.get("stamp", ""), _stamp(account)):
        return account
    return None


def _stamp(account: CmecfAccount | PacerAccount) -> str:
    return salted_hmac("cmecf.courts.access", account.password, algorithm="sha256").hexdigest()


def _is_too_old(signed_in: dict[str, object]) -> bool:
    since = datetime.fromisoformat(str(signed_in["at"]))
    return clock.wall_now() - since > timedelta(hours=settings.SIGN_ON_MAX_HOURS)


def _linked(request: HttpRequest) -> CmecfAccount | None:
    if request.pacer_account is None:
        return None
    account = request.rehearsal.cmecf_accounts.filter(
        court=request.court, pacer_account=request.pacer_account, is_active=True
    ).first()
    if account:
        account.court = request.court
    return account
