"""The link utility: enter the old login, look at both names, link, see what changed (seed, Step 4)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.services import prove_login
from cmecf.models import CameBy, CmecfAccount
from cmecf.nextgen.pages import nextgen_page
from linking.link import pending_link, services
from linking.link.emails import reference
from linking.link.forms import LinkForm
from linking.link.pages import after_go_live, not_linked
from linking.link.pending_link import Intent
from linking.link.refusals import LinkRefusal
from linking.link.rules import (
    masked_email,
    names_differ,
    why_not_again,
    why_not_ask,
    why_not_link,
    why_not_this_login,
)
from pacer_accounts.choices import HolderKind
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused

# What the proof of a login says, in the words of a link.
_AS_LINK_REFUSAL = {
    CmecfRefusal.LINKED: LinkRefusal.LOGIN_LINKED,
    CmecfRefusal.INACTIVE: LinkRefusal.LOGIN_INACTIVE,
    CmecfRefusal.MUST_RESET: LinkRefusal.MUST_RESET,
}


@after_go_live
def form(request: HttpRequest) -> HttpResponse:
    """Page 1. Proves the login and keeps that for ten minutes; it never links anything."""
    if mine := _mine(request):
        return _status(request, mine)
    if refusal := _why_not_ask(request):
        return not_linked(request, refusal)
    if request.method != "POST":
        return _form_page(request, LinkForm(initial={"login": _login_kept(request)}))
    sent = LinkForm(request.POST)
    return _prove(request, sent) if sent.is_valid() else _form_page(request, sent)


def _status(request: HttpRequest, mine: CmecfAccount) -> HttpResponse:
    """Linked already: says when, instead of the form. Whoever sends the form all the same is refused."""
    if request.method == "POST":
        return _refuse(request, why_not_again(mine))
    if mine.came_by == CameBy.REGISTRATION:
        return not_linked(request, LinkRefusal.REGISTERED_HERE)
    return nextgen_page(request, "linking/linked.html", {"account": mine})


def _refuse(request: HttpRequest, reason: LinkRefusal) -> HttpResponse:
    services.note_refusal(request.rehearsal, request.court, request.pacer_account, reason)
    return not_linked(request, reason)


def _prove(request: HttpRequest, sent: LinkForm) -> HttpResponse:
    wall = clock.wall_now()
    try:
        account = prove_login(
            request.rehearsal,
            request.court,
            sent.cleaned_data["login"],
            sent.cleaned_data["password"],
            at_wall=wall,
            what="link.prove",
        )
    except Refused as refused:
        return _unproven(request, sent, refused)
    services.note_proof(request.pacer_account, account)
    special = request.rehearsal.refuses_special_logins
    if refusal := why_not_this_login(account, refuse_special=special):
        return _refuse(request, refusal)
    pending_link.keep(
        request.session,
        court=request.court,
        pacer_account=request.pacer_account,
        cmecf_account=account,
        proof=services.proof_of(account),
        at_wall=wall,
    )
    return redirect("link:confirm", request.court.code)


def _unproven(request: HttpRequest, sent: LinkForm, refused: Refused) -> HttpResponse:
    """Wrong or locked stays on the page and keeps the login; the rest has a page of its own."""
    if reason := _AS_LINK_REFUSAL.get(refused.reason):
        return not_linked(request, reason)
    is_locked = refused.reason is CmecfRefusal.LOCKED
    reason = CmecfRefusal.LOCKED if is_locked else LinkRefusal.WRONG_LOGIN
    sent.add_error(None, reason.sentence)
    return _form_page(request, sent, {"reason": reason, "is_locked": is_locked})


def _form_page(
    request: HttpRequest, link_form: LinkForm, context: dict[str, object] | None = None
) -> HttpResponse:
    return nextgen_page(request, "linking/form.html", {"form": link_form, **(context or {})})


@after_go_live
def confirm(request: HttpRequest) -> HttpResponse:
    """Page 2. Shows both names; its Submit, with a token that counts once, makes the link."""
    intent = pending_link.find(
        request.session, court=request.court, pacer_account=request.pacer_account
    )
    if mine := _mine(request):
        return _linked_already(request, mine, intent)
    account = _proven(request, intent)
    if intent is None or account is None:
        return _start_again(request)
    if request.method == "POST":
        return _link(request, intent)
    if refusal := _why_not_link(request, account):
        return not_linked(request, refusal)
    return nextgen_page(request, "linking/confirm.html", _both(request, account, intent))


def _linked_already(
    request: HttpRequest, mine: CmecfAccount, intent: Intent | None
) -> HttpResponse:
    """The same link asked for again shows its result; a second one in this court is refused."""
    if intent and intent.cmecf_account_id != mine.pk:
        pending_link.drop(request.session, request.court)
        return _refuse(request, why_not_again(mine))
    return redirect("link:done", request.court.code)


def _link(request: HttpRequest, intent: Intent) -> HttpResponse:
    if not intent.has_token(request.POST.get("token", "")):
        return _start_again(request)
    pending_link.drop(request.session, request.court)
    try:
        services.link(
            rehearsal=request.rehearsal,
            court=request.court,
            pacer_account=request.pacer_account,
            cmecf_account_id=intent.cmecf_account_id,
            proof=intent.proof,
            at=clock.now(),
        )
    except Refused as refused:
        return not_linked(request, refused.reason)
    return redirect("link:done", request.court.code)


def _proven(request: HttpRequest, intent: Intent | None) -> CmecfAccount | None:
    """The CM/ECF account of a proof that still counts."""
    if intent is None or not intent.is_fresh(clock.wall_now()):
        return None
    account = request.rehearsal.cmecf_accounts.filter(
        pk=intent.cmecf_account_id, court=request.court
    ).first()
    # A row that somebody else linked is refused with that reason; a new password ends the proof.
    is_current = account and (account.is_linked or intent.proof == services.proof_of(account))
    return account if is_current else None


def _start_again(request: HttpRequest) -> HttpResponse:
    """No proof, an old one, or a spent token: back to page 1, and nothing was linked."""
    reason = LinkRefusal.PROOF_EXPIRED
    if request.method == "POST":
        services.note_refusal(request.rehearsal, request.court, request.pacer_account, reason)
    messages.warning(request, f"{reason.sentence} {reason.todo}")
    return redirect("link:form", request.court.code)


@after_go_live
@require_safe
def done(request: HttpRequest) -> HttpResponse:
    """What the link changed, read from the link itself: holds for a refresh and a bookmark."""
    mine = _mine(request)
    if mine is None or mine.came_by == CameBy.REGISTRATION:
        return redirect("link:form", request.court.code)
    is_shared = request.pacer_account.holder_kind == HolderKind.SHARED
    context = {"account": mine, "reference": reference(mine), "is_shared": is_shared}
    return nextgen_page(request, "linking/done.html", context)


def _mine(request: HttpRequest) -> CmecfAccount | None:
    """What this PACER account is linked to here, also where the court has closed that account."""
    mine = request.cmecf_account or services.linked_here(
        request.rehearsal, request.court, request.pacer_account
    )
    if mine:
        mine.court, mine.pacer_account = request.court, request.pacer_account
    return mine


def _why_not_ask(request: HttpRequest) -> LinkRefusal | None:
    refusal = why_not_ask(
        court=request.court,
        pacer_account=request.pacer_account,
        linked_here=None,
        at=clock.now(),
        policy=request.rehearsal.link_policy,
    )
    if refusal and request.method == "POST":
        services.note_refusal(request.rehearsal, request.court, request.pacer_account, refusal)
    return refusal


def _why_not_link(request: HttpRequest, account: CmecfAccount) -> LinkRefusal | None:
    return why_not_link(
        rehearsal=request.rehearsal,
        court=request.court,
        pacer_account=request.pacer_account,
        cmecf_account=account,
        linked_here=None,
        at=clock.now(),
    )


def _login_kept(request: HttpRequest) -> str:
    """The login she came back from the second page with; never the password."""
    intent = pending_link.find(
        request.session, court=request.court, pacer_account=request.pacer_account
    )
    account = _proven(request, intent)
    return account.login if account else ""


def _both(request: HttpRequest, account: CmecfAccount, intent: Intent) -> dict[str, object]:
    """Both sides of the link. Two equal names prove little, so the help layer adds facts."""
    pacer_account = request.pacer_account
    return {
        "account": account,
        "token": intent.token,
        "names_differ": names_differ(account, pacer_account),
        "facts": [
            {"key": "CM/ECF login", "value": account.login},
            {"key": "CM/ECF e-mail on file", "value": masked_email(account.email)},
            {"key": "PACER account number", "value": pacer_account.account_number},
            {"key": "PACER username", "value": pacer_account.username},
            {"key": "PACER e-mail", "value": masked_email(pacer_account.email)},
        ],
    }
