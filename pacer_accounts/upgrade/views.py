"""The upgrade wizard: Person, Address, Security, and nothing kept before the last Submit."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pacer_accounts.account_menu.account_status import account_status
from pacer_accounts.credentials.rules import username_faults
from pacer_accounts.profile.forms import person_of
from pacer_accounts.upgrade import services
from pacer_accounts.upgrade.forms import LAST, STEPS, page_form
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from pacer_accounts.upgrade.rules import why_not_upgrade
from pacer_accounts.wizards.drafts import Draft, Step, step_states
from pacer_accounts.wizards.forms import PageForm
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.web.mount import path_inside

STALE = (
    "That page came from an upgrade that was cancelled or begun again elsewhere. Nothing of it was"
    " kept. Start here."
)
CANCELLED = "The upgrade was cancelled. Nothing was changed: this is still a Legacy PACER Account."


@require_safe
def upgrade(request: HttpRequest) -> HttpResponse:
    """Go on where the upgrade was left; a person who has nothing to upgrade sees how things stand."""
    account = request.pacer_account
    reason = why_not_upgrade(account)
    if reason is UpgradeRefusal.ALREADY_UPGRADED:
        return _state_page(request, just_done=False)
    if reason:
        raise Refused(reason)
    gap = _draft(request).first_gap(STEPS) or LAST
    return redirect(_tab(request, gap))


@require_http_methods(["GET", "HEAD", "POST"])
def upgrade_step(request: HttpRequest, step: str) -> HttpResponse:
    """One tab. A later one opens only when those before it are filled in."""
    chosen = next((page for page in STEPS if page.key == step), None)
    if chosen is None:
        raise Http404
    if why_not_upgrade(request.pacer_account):  # also the second Submit of a double click
        name = "account:upgraded" if _draft(request).result else "account:upgrade"
        return redirect(_place(request, name))
    draft = _draft(request)
    gap = draft.first_gap(STEPS) or LAST
    if STEPS.index(chosen) > STEPS.index(gap):
        return redirect(_tab(request, gap))
    if request.method == "POST":
        return _receive(request, draft, chosen)
    form = _form(request, draft, chosen)
    draft.show_tried(step, form)
    return _page(request, draft, chosen, form)


@require_safe
def upgraded(request: HttpRequest) -> HttpResponse:
    """ "Upgrade Complete". Survives a refresh: it shows what the account is now."""
    if request.pacer_account.is_legacy:
        return redirect(_place(request, "account:upgrade"))
    return _state_page(request, just_done=request.pacer_account.upgraded_at is not None)


def _receive(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    """Each button posts the whole tab with its own `action`."""
    if not draft.is_from_here(request.POST.get("draft", "")):
        messages.warning(request, STALE)
        return redirect(_place(request, "account:upgrade"))
    buttons = {"cancel": _cancel, "reset": _reset, "county": _show_counties, "back": _go_back}
    return buttons.get(request.POST.get("action", ""), _go_on)(request, draft, step)


def _cancel(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    draft.drop()
    messages.info(request, CANCELLED)
    return redirect("account:landing")


def _reset(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    draft.forget(step.key)
    return redirect(_tab(request, step))


def _show_counties(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    """Without script: the same tab again, with the counties of the state that was chosen."""
    draft.note(step.key, step.form_class.typed(request.POST))
    return redirect(_tab(request, step) + "#id_county")


def _go_back(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    """What was typed stays, finished or not; only what is right counts as filled in."""
    form = _form(request, draft, step)
    draft.forget(step.key)
    if step is not LAST and form.is_valid():
        draft.keep(step.key, form.keep())
    draft.note(step.key, step.form_class.typed(request.POST))
    return redirect(_tab(request, STEPS[max(STEPS.index(step) - 1, 0)]))


def _go_on(request: HttpRequest, draft: Draft, step: Step) -> HttpResponse:
    draft.note(step.key, step.form_class.typed(request.POST))
    form = _form(request, draft, step)
    if not form.is_valid():
        return _again(request, draft, step, form)
    if step is LAST:
        return _submit(request, draft, form)
    draft.keep(step.key, form.keep())
    return redirect(_tab(request, STEPS[STEPS.index(step) + 1]))


def _again(request: HttpRequest, draft: Draft, step: Step, form: PageForm) -> HttpResponse:
    """The tab once more, by a redirect: the browser's Back then asks nothing about forms."""
    draft.tried(step.key, form)
    return redirect(_tab(request, step))


def _submit(request: HttpRequest, draft: Draft, form: PageForm) -> HttpResponse:
    try:
        _upgrade(request, draft, form)
    except Refused as refused:
        if refused.reason is not UpgradeRefusal.USERNAME_TAKEN:
            return redirect(_place(request, "account:upgrade"))  # another tab was faster
        form.add_error("username", refused.reason.sentence)
        return _again(request, draft, LAST, form)
    draft.finish(request.pacer_account.account_number)
    request.session.cycle_key()  # as after any change of a password
    return redirect(_place(request, "account:upgraded"))


def _upgrade(request: HttpRequest, draft: Draft, form: PageForm) -> None:
    services.upgrade(
        account=request.pacer_account,
        details=person_of(draft.pages()),
        security=form.keep(),
        at=clock.now(),
        session_key=request.session.session_key,
    )


def _draft(request: HttpRequest) -> Draft:
    return Draft(request.session, "upgrade", request.pacer_account.account_number)


def _form(request: HttpRequest, draft: Draft, step: Step) -> PageForm:
    return page_form(
        step,
        request.pacer_account,
        draft,
        rehearsal=request.rehearsal,
        at=clock.now(),
        data=request.POST if request.method == "POST" else None,
    )


def _page(request: HttpRequest, draft: Draft, step: Step, form: PageForm) -> HttpResponse:
    context = account_status(request) | {
        "form": form,
        "draft": draft.token,
        "step": step.key,
        "steps": step_states(STEPS, step.key),
        "is_first": step is STEPS[0],
        "is_last": step is LAST,
        "must_rename": bool(username_faults(request.pacer_account.username)),
    }
    return render(request, "psc/upgrade_step.html", context)


def _state_page(request: HttpRequest, *, just_done: bool) -> HttpResponse:
    context = account_status(request) | {
        "just_done": just_done,
        "wanted": path_inside(request, request.GET.get("next")),
    }
    return render(request, "psc/upgraded.html", context)


def _tab(request: HttpRequest, step: Step) -> str:
    return _place(request, "account:upgrade_step", step.key)


def _place(request: HttpRequest, name: str, *args: str) -> str:
    """The address of a page of the wizard; it carries along where the person came from."""
    wanted = path_inside(request, request.GET.get("next"))
    return reverse(name, args=args) + (f"?{urlencode({'next': wanted})}" if wanted else "")
