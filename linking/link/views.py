"""The link utility: enter the old login, compare both names, link, see the result (seed, Step 4)."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from cmecf.courts.files_as import files_as
from cmecf.courts.http import SignedOnCourtRequest
from cmecf.courts.menus import LINK_LABEL
from cmecf.courts.pages import Link, court_page, link_to, refusal_page
from cmecf.legacy.authentication import Attempt, authenticate_filer
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.models import AccountOrigin, CmecfAccount
from linking.link import pending_link, services
from linking.link.access import after_go_live
from linking.link.forms import LinkForm
from linking.link.pending_link import PendingLink
from linking.link.refusals import LinkRefusal
from linking.link.rules import (
    masked_email,
    why_not_again,
    why_not_ask,
    why_not_link,
    why_not_this_login,
)
from pacer_accounts.profile.rules import names_agree
from rehearsals.help.refusals import Refusal, Refused
from rehearsals.security import limit_counts
from rehearsals.security.limits import SIGN_IN

_AS_LINK_REFUSAL: dict[Refusal, LinkRefusal] = {
    CmecfRefusal.LINKED: LinkRefusal.LOGIN_LINKED,
    CmecfRefusal.INACTIVE: LinkRefusal.LOGIN_INACTIVE,
    CmecfRefusal.MUST_RESET: LinkRefusal.MUST_RESET,
}


@after_go_live
def form(request: SignedOnCourtRequest) -> HttpResponse:
    """Page 1: prove the CM/ECF login. Nothing is linked here; the proof counts for ten minutes."""
    if linked := request.linked_account:
        return _already_linked(request, linked)
    if refusal := _why_not_ask(request):
        return _refusal_page(request, refusal)
    if request.method != "POST":
        return _form_page(request, LinkForm(initial={"login": _pending_login(request)}))
    link_form = LinkForm(request.POST)
    if not link_form.is_valid():
        return _form_page(request, link_form)
    return _prove(request, link_form)


def _already_linked(request: SignedOnCourtRequest, linked: CmecfAccount) -> HttpResponse:
    """Show the existing link instead of the form. A POST is refused."""
    if request.method == "POST":
        return _refuse(request, why_not_again(linked))
    if linked.origin == AccountOrigin.REGISTRATION:
        return _refusal_page(request, LinkRefusal.REGISTERED_HERE)
    return court_page(request, "linking/linked.html", _link_facts(request, linked))


def _link_facts(request: SignedOnCourtRequest, linked: CmecfAccount) -> dict[str, object]:
    return {"account": linked, "files_as": files_as(linked, request.pacer_account)}


def _prove(request: SignedOnCourtRequest, link_form: LinkForm) -> HttpResponse:
    attempt = Attempt(
        request.court,
        link_form.cleaned_data["login"],
        link_form.cleaned_data["password"],
        at=request.at,
        at_wall=request.wall_at,
        what="link.prove",
    )
    try:
        with limit_counts.attempt(request, SIGN_IN, name=attempt.login) as this_attempt:
            account = authenticate_filer(attempt)
            this_attempt.succeeded()
    except Refused as refused:
        return _not_proven(request, link_form, refused)
    services.log_proof(request.pacer_account, account, at=request.at)
    special = request.rehearsal.refuses_special_logins
    if refusal := why_not_this_login(account, refuse_special=special):
        return _refuse(request, refusal)
    pending_link.save(
        request.session,
        court=request.court,
        pacer_account=request.pacer_account,
        cmecf_account=account,
        proof=services.proof_of(account),
        at_wall=request.wall_at,
    )
    return redirect("link:confirm", request.court.code)


def _not_proven(
    request: SignedOnCourtRequest, link_form: LinkForm, refused: Refused
) -> HttpResponse:
    """A wrong or locked login keeps the form and what was typed; other refusals have a page."""
    if refusal := _AS_LINK_REFUSAL.get(refused.reason):
        return _refusal_page(request, refusal)
    is_locked = refused.reason is CmecfRefusal.LOCKED
    reason = CmecfRefusal.LOCKED if is_locked else LinkRefusal.WRONG_LOGIN
    link_form.add_error(None, reason.sentence)
    return _form_page(request, link_form, {"reason": reason, "is_locked": is_locked})


def _form_page(
    request: SignedOnCourtRequest, link_form: LinkForm, context: dict[str, object] | None = None
) -> HttpResponse:
    return court_page(request, "linking/form.html", {"form": link_form, **(context or {})})


@after_go_live
def confirm(request: SignedOnCourtRequest) -> HttpResponse:
    """Page 2: both names. Its Submit, with a one-time token, makes the link."""
    pending = pending_link.find(
        request.session, court=request.court, pacer_account=request.pacer_account
    )
    if linked := request.linked_account:
        return _confirm_linked(request, linked, pending)
    account = _proven_account(request, pending)
    if pending is None or account is None:
        return _start_over(request)
    if request.method == "POST":
        return _link(request, pending)
    if refusal := _why_not_link(request, account):
        return _refusal_page(request, refusal)
    return court_page(request, "linking/confirm.html", _both_accounts(request, account, pending))


def _confirm_linked(
    request: SignedOnCourtRequest, linked: CmecfAccount, pending: PendingLink | None
) -> HttpResponse:
    """Repeating the same link shows its result; a second link in this court is refused."""
    if pending and pending.cmecf_account_id != linked.pk:
        pending_link.clear(request.session, request.court)
        return _refuse(request, why_not_again(linked))
    return redirect("link:done", request.court.code)


def _link(request: SignedOnCourtRequest, pending: PendingLink) -> HttpResponse:
    if not pending.has_token(request.POST.get("token", "")):
        return _start_over(request)
    pending_link.clear(request.session, request.court)
    try:
        services.link(
            rehearsal=request.rehearsal,
            court=request.court,
            pacer_account=request.pacer_account,
            cmecf_account_id=pending.cmecf_account_id,
            proof=pending.proof,
            at=request.at,
        )
    except Refused as refused:
        return _refusal_page(request, refused.reason)
    return redirect("link:done", request.court.code)


def _proven_account(
    request: SignedOnCourtRequest, pending: PendingLink | None
) -> CmecfAccount | None:
    """The CM/ECF account of a proof that still counts. A new password ends the proof."""
    if pending is None or not pending.is_fresh(request.wall_at):
        return None
    account = request.rehearsal.cmecf_accounts.filter(
        pk=pending.cmecf_account_id, court=request.court
    ).first()
    # If another PACER account has linked it meanwhile, the refusal should say so.
    is_current = account and (account.is_linked or pending.proof == services.proof_of(account))
    return account if is_current else None


def _start_over(request: SignedOnCourtRequest) -> HttpResponse:
    """Without a valid proof and token, go back to page 1. Nothing was linked."""
    refusal = LinkRefusal.PROOF_EXPIRED
    if request.method == "POST":
        _log_refusal(request, refusal)
    messages.warning(request, f"{refusal.sentence} {refusal.todo}")
    return redirect("link:form", request.court.code)


@after_go_live
@require_safe
def done(request: SignedOnCourtRequest) -> HttpResponse:
    """The result, read from the link itself, so that it can be refreshed and bookmarked."""
    linked = request.linked_account
    if linked is None or linked.origin == AccountOrigin.REGISTRATION:
        return redirect("link:form", request.court.code)
    return court_page(request, "linking/done.html", _link_facts(request, linked))


def _why_not_ask(request: SignedOnCourtRequest) -> LinkRefusal | None:
    refusal = why_not_ask(
        court=request.court,
        pacer_account=request.pacer_account,
        linked_here=None,
        at=request.at,
        policy=request.rehearsal.link_policy,
    )
    if refusal and request.method == "POST":
        _log_refusal(request, refusal)
    return refusal


def _why_not_link(request: SignedOnCourtRequest, account: CmecfAccount) -> LinkRefusal | None:
    return why_not_link(
        rehearsal=request.rehearsal,
        court=request.court,
        pacer_account=request.pacer_account,
        cmecf_account=account,
        linked_here=None,
        at=request.at,
    )


def _pending_login(request: SignedOnCourtRequest) -> str:
    """The login of the pending link, for a user who comes back from page 2. Never the password."""
    pending = pending_link.find(
        request.session, court=request.court, pacer_account=request.pacer_account
    )
    account = _proven_account(request, pending)
    return account.login if account else ""


def _both_accounts(
    request: SignedOnCourtRequest, account: CmecfAccount, pending: PendingLink
) -> dict[str, object]:
    """Both sides of the link. Two people can have the same name, so practice help adds facts."""
    pacer_account = request.pacer_account
    return {
        "account": account,
        "token": pending.token,
        "names_differ": not names_agree(account, pacer_account),
        "facts": [
            {"key": "CM/ECF login", "value": account.login},
            {"key": "CM/ECF e-mail on file", "value": masked_email(account.email)},
            {"key": "PACER account number", "value": pacer_account.account_number},
            {"key": "PACER username", "value": pacer_account.username},
            {"key": "PACER e-mail", "value": masked_email(pacer_account.email)},
        ],
    }


def _refuse(request: SignedOnCourtRequest, refusal: LinkRefusal) -> HttpResponse:
    _log_refusal(request, refusal)
    return _refusal_page(request, refusal)


def _log_refusal(request: SignedOnCourtRequest, refusal: LinkRefusal) -> None:
    services.log_refusal(
        request.rehearsal, request.court, request.pacer_account, refusal, at=request.at
    )


def _refusal_page(request: SignedOnCourtRequest, refusal: Refusal) -> HttpResponse:
    """What happened, what to do, whom to call, and a button for the first way out."""
    utilities = link_to("Back to Utilities", "ecf:menu", request, "?Utilities")
    first, *others = [*_ways_out(request, refusal), utilities]
    return refusal_page(request, refusal, heading=LINK_LABEL, links=others, back=first, status=409)


def _ways_out(request: SignedOnCourtRequest, refusal: Refusal) -> list[Link]:
    log_out = link_to("Log Out", "ecf:login", request, "?logout")
    register: Link = {
        "label": "Register your own PACER account", "url": reverse("pacer:register"),
    }  # fmt: skip
    ways: dict[Refusal, list[Link]] = {
        LinkRefusal.LEGACY_ACCOUNT: [_upgrade(request), log_out],
        LinkRefusal.BILLING_ACCOUNT: [log_out],
        LinkRefusal.SHARED_ACCOUNT: [register, log_out],
        LinkRefusal.ALREADY_LINKED_HERE: [link_to("See your link", "link:done", request)],
        LinkRefusal.LOGIN_LINKED: [log_out],
        LinkRefusal.MUST_RESET: [link_to("ECF Password Changes", "ecf:lost_password", request)],
    }
    return ways.get(refusal, [])


def _upgrade(request: SignedOnCourtRequest) -> Link:
    """The upgrade page, which returns to the link form."""
    query = "?" + urlencode({"next": reverse("link:form", args=[request.court.code])})
    return {"label": "Upgrade your PACER account", "url": reverse("account:upgrade") + query}
