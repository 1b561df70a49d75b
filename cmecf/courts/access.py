"""Sign-ins to a court's legacy CM/ECF, kept in the browser's session, and the filer of a request."""

from datetime import datetime, timedelta
from typing import NotRequired, TypedDict, TypeVar

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from cmecf.courts.http import CourtRequest
from cmecf.courts.phases import CourtPhase
from cmecf.courts.queries import linked_account
from cmecf.models import CmecfAccount
from cso.sign_on.client_code import client_code_fault
from cso.sign_on.sessions import CLIENT_CODE, FEE_EXEMPT, LAPSED, OTHER_DAY
from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import CodeFault

SESSION_KEY = "legacy_sign_ins"  # court code -> SignIn

Account = TypeVar("Account", CmecfAccount, PacerAccount)


class SignIn(TypedDict):
    kind: str  # "cmecf" or "pacer"
    id: int
    stamp: str  # digest of the password hash: a new password ends the sign-in
    at: str  # wall time, ISO 8601
    client_code: str
    is_code_malformed: bool
    day_changes: int  # the court clock's count of day changes: the sign-in ends with the day
    payer: NotRequired["SignIn"]  # the PACER login that a filer searches with
    is_exempt: NotRequired[bool]  # the fee exemption of a PACER login is switched on


def identify_filer(request: CourtRequest) -> None:
    """Set the accounts of the request: who may file here, and who may only search."""
    _end_sign_ins_of_another_day(request)
    request.pays_by_sign_on = False
    if request.court_phase is CourtPhase.NEXTGEN:
        account, reader = request.pacer_account, None
        linked = linked_account(request.court, account) if account else None
        filer = linked if linked and linked.is_active else None
    else:
        linked = None
        filer, reader = _signed_in_accounts(request)
        if filer and reader is None and _sign_on_may_pay(request):
            reader, request.pays_by_sign_on = request.pacer_account, True
    request.cmecf_account, request.linked_account = filer, linked
    request.legacy_pacer_account = reader


def signed_in_account(request: CourtRequest) -> CmecfAccount | PacerAccount | None:
    """The account that is signed in to this court's legacy CM/ECF in this browser."""
    return request.cmecf_account or request.legacy_pacer_account


def client_code(request: CourtRequest) -> str:
    """The client code of the PACER login that pays in this court's legacy system."""
    if request.pays_by_sign_on:
        return str(request.session.get(CLIENT_CODE, ""))
    sign_in = _pacer_sign_in(request)
    return sign_in["client_code"] if sign_in else ""


def is_fee_exempt(request: CourtRequest) -> bool:
    """Whether the fee exemption is switched on for this PACER login, in either phase."""
    if request.court_phase is CourtPhase.NEXTGEN or request.pays_by_sign_on:
        return bool(request.session.get(FEE_EXEMPT, False))
    sign_in = _pacer_sign_in(request)
    return sign_in.get("is_exempt", False) if sign_in else False


def set_fee_exempt(request: CourtRequest, is_exempt: bool) -> None:
    """Switch the fee exemption on or off until the next login. Needs a PACER login."""
    if request.court_phase is CourtPhase.NEXTGEN or request.pays_by_sign_on:
        request.session[FEE_EXEMPT] = is_exempt
        return
    sign_in = _current_sign_in(request)
    if sign_in is None:
        raise LookupError("No PACER account is logged in.")
    entry = SignIn(**sign_in)
    if "payer" in entry:
        payer = SignIn(**entry["payer"])
        payer["is_exempt"] = is_exempt
        entry["payer"] = payer
    else:
        entry["is_exempt"] = is_exempt
    request.session[SESSION_KEY] = _sign_ins(request) | {request.court.code: entry}


def code_fault(request: CourtRequest) -> CodeFault | None:
    """Why a PACER login may not search here, by its client code and its account's current rule.

    A login without a required code works, but searching is withheld (PACER FAQ), as after go-live.
    """
    account, sign_in = request.legacy_pacer_account, _pacer_sign_in(request)
    if request.pays_by_sign_on:
        return client_code_fault(request.session)
    if account is None or sign_in is None:
        return None
    if sign_in["is_code_malformed"]:
        return client_codes.MALFORMED
    return _fault(request, account, sign_in["client_code"])


def sign_in(
    request: CourtRequest,
    account: CmecfAccount | PacerAccount,
    typed_code: str = "",
    *,
    pays: bool = False,
) -> None:
    """Remember a proven sign-in to this court, under a new session key (no session fixation).

    A malformed client code is not kept, only the fact that one was entered. `pays`: a filer who is
    signed in stays so, and searches with this PACER account. A PACER account that is signed in here
    stays so when a filer signs in after it, but not that of another filer.
    """
    fault = _fault(request, account, typed_code) if isinstance(account, PacerAccount) else None
    entry = SignIn(
        kind="pacer" if isinstance(account, PacerAccount) else "cmecf",
        id=account.pk,
        stamp=_stamp(account),
        at=request.wall_at.isoformat(),
        client_code="" if fault else typed_code.strip(),
        is_code_malformed=fault is client_codes.MALFORMED,
        day_changes=request.rehearsal.clock.day_changes,
    )
    current = _current_sign_in(request)
    if pays and current and current["kind"] == "cmecf" and entry["kind"] == "pacer":
        entry = SignIn(**current) | SignIn(payer=entry)  # type: ignore[typeddict-item]
    elif entry["kind"] == "cmecf" and (payer := _valid_payer(request, account.pk)):
        entry["payer"] = payer
    request.session.load_once()
    request.session.cycle_key()
    if request.session.get(LAPSED) == OTHER_DAY:
        del request.session[LAPSED]
    request.session[SESSION_KEY] = _sign_ins(request) | {request.court.code: entry}


def _valid_payer(request: CourtRequest, filer: int) -> SignIn | None:
    """The PACER sign-in to this court that is still valid, alone or beside that of this `filer`."""
    is_another_filers = request.cmecf_account is not None and request.cmecf_account.pk != filer
    if is_another_filers or request.pays_by_sign_on or not request.legacy_pacer_account:
        return None
    return _pacer_sign_in(request)


def renew_sign_in(request: CourtRequest, account: CmecfAccount) -> None:
    """Keep this browser's sign-in after its own password change; the login's other sign-ins end.

    The PACER account that the filer searches with stays logged in.
    """
    sign_in(request, account)


def sign_out(request: CourtRequest) -> None:
    """Forget the legacy sign-in to this court only."""
    others = _sign_ins(request)
    if others.pop(request.court.code, None) is not None:
        request.session[SESSION_KEY] = others


def _end_sign_ins_of_another_day(request: CourtRequest) -> None:
    """Forget the sign-ins that were made before the court clock was moved to another day."""
    count, before = request.rehearsal.clock.day_changes, _sign_ins(request)
    now = {code: one for code, one in before.items() if one.get("day_changes", 0) == count}
    if len(now) == len(before):
        return
    request.session[SESSION_KEY] = now
    if request.session.pacer_account is None:
        request.session.lapse(OTHER_DAY)
        request.sign_on_lapsed = OTHER_DAY


def _sign_ins(request: CourtRequest) -> dict[str, SignIn]:
    return dict(request.session.get(SESSION_KEY, {}))


def _current_sign_in(request: CourtRequest) -> SignIn | None:
    return _sign_ins(request).get(request.court.code)


def _pacer_sign_in(request: CourtRequest) -> SignIn | None:
    """The sign-in with a PACER account: the only one, or the one that a filer searches with."""
    sign_in = _current_sign_in(request)
    return sign_in.get("payer", sign_in) if sign_in else None


def _fault(request: CourtRequest, account: PacerAccount, code: str) -> CodeFault | None:
    required, mask = account.requires_client_code, account.client_code_format
    return client_codes.fault(code, required, mask, request.rehearsal.era)


def _signed_in_accounts(request: CourtRequest) -> tuple[CmecfAccount | None, PacerAccount | None]:
    sign_in = _current_sign_in(request)
    if sign_in is None or _is_expired(sign_in, request.wall_at):
        return None, None
    if sign_in["kind"] == "pacer":
        return None, _pacer_account(request, sign_in)
    filer = _if_unchanged(_unlinked_account(request, sign_in["id"]), sign_in)
    payer = sign_in.get("payer") if filer else None
    if payer is None or _is_expired(payer, request.wall_at):
        return filer, None
    return filer, _pacer_account(request, payer)


def _sign_on_may_pay(request: CourtRequest) -> bool:
    """Whether the sign-on of this browser can pay for a filer's searches without a second login.

    PACER's cookie is valid in courts before and after the move. An account that may not search doesn't
    count, so that the filer can log in with another one.
    """
    account = request.pacer_account
    return (
        account is not None
        and account.holder_kind != HolderKind.PAA
        and account.case_search_status == CaseSearchStatus.ACTIVE
        and client_code_fault(request.session) is None
    )


def _pacer_account(request: CourtRequest, sign_in: SignIn) -> PacerAccount | None:
    accounts = request.rehearsal.pacer_accounts.filter(pk=sign_in["id"], is_disabled=False)
    account = _if_unchanged(accounts.first(), sign_in)
    if account:
        account.rehearsal = request.rehearsal
    return account


def _is_expired(sign_in: SignIn, wall_at: datetime) -> bool:
    age = wall_at - datetime.fromisoformat(sign_in["at"])
    return age > timedelta(hours=settings.SIGN_ON_MAX_HOURS)


def _if_unchanged(account: Account | None, sign_in: SignIn) -> Account | None:
    """The account, unless its password changed since the sign-in."""
    if account and constant_time_compare(sign_in["stamp"], _stamp(account)):
        return account
    return None


def _stamp(account: CmecfAccount | PacerAccount) -> str:
    return salted_hmac("cmecf.courts.access", account.password, algorithm="sha256").hexdigest()


def _unlinked_account(request: CourtRequest, pk: int) -> CmecfAccount | None:
    accounts = request.court.cmecf_accounts
    return accounts.filter(pk=pk, is_active=True, pacer_account=None).first()
