"""The upgrade wizard, where it starts, and the page after it (seed, Step 2)."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pacer_accounts.account_menu.account_status import account_status
from pacer_accounts.credentials.rules import username_faults
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.profile.forms import person_of
from pacer_accounts.upgrade import services
from pacer_accounts.upgrade.forms import SECURITY, STEPS, prefill, security_kwargs
from pacer_accounts.upgrade.refusals import UpgradeRefusal
from pacer_accounts.upgrade.rules import why_not_upgrade
from pacer_accounts.wizards.drafts import Step
from pacer_accounts.wizards.forms import PageForm
from pacer_accounts.wizards.views import WizardView
from rehearsals.help.refusals import Refused
from rehearsals.web.mount import path_inside


class UpgradeView(WizardView):
    """The upgrade of a legacy account. Nothing changes before the last Submit."""

    request: SignedOnRequest
    wizard = "upgrade"
    steps = STEPS
    step_url_name = "account:upgrade_step"
    cancel_url_name = "account:landing"
    has_review = False
    stale_message = "That page belonged to an older upgrade and was not saved. Start here."
    canceled_message = "Upgrade canceled. Nothing changed: this is still a Legacy PACER Account."

    def turn_away(self) -> HttpResponse | None:
        """An upgraded account sees the result, also when Submit was pressed twice."""
        account = self.request.pacer_account
        if why_not_upgrade(account) is None:
            return None
        if self.draft.owns(self.request.POST.get("draft", "")):  # the first Submit isn't saved yet
            return self.finish(account.account_number)
        return self.finished() if self.draft.result else redirect(self.restart_url())

    def press_back(self) -> HttpResponse:
        """What was typed stays, but only a valid page still counts as filled in."""
        form = self.form(self.request.POST)
        self.draft.forget(self.step.key)
        if not self.is_last and form.is_valid():
            self.draft.keep(self.step.key, form.keep())
        return super().press_back()

    def initial(self) -> dict[str, Any]:
        kept = self.draft.page(self.step.key)
        return prefill(self.request.pacer_account) | kept | super().initial()

    def form_kwargs(self) -> Mapping[str, Any]:
        request = self.request
        if self.step is SECURITY:
            return security_kwargs(request.rehearsal, request.pacer_account, self.draft.pages())
        return {"today": self.today} if self.is_first else {}

    def submit(self, form: PageForm) -> HttpResponse:
        account = self.request.pacer_account
        try:
            services.upgrade(
                account=account,
                details=person_of(self.draft.pages()),
                security=form.keep(),
                at=self.at,
                session=self.request.session,
            )
        except Refused as refused:
            if refused.reason is UpgradeRefusal.USERNAME_TAKEN:
                form.add_error("username", refused.reason.sentence)
                return self.show_errors(form)
            if refused.reason is not UpgradeRefusal.ALREADY_UPGRADED:
                return redirect(self.restart_url())
        return self.finish(account.account_number)  # also for the slower of two Submits

    def finished(self) -> HttpResponse:
        return redirect(_url(self.request, "account:upgraded"))

    def restart_url(self) -> str:
        return _url(self.request, "account:upgrade")

    def url_of(self, step: Step) -> str:
        return _url(self.request, self.step_url_name, step.key)

    def page(self, context: dict[str, Any], *, question: str) -> HttpResponse:
        must_rename = bool(username_faults(self.request.pacer_account.username))
        context |= account_status(self.request) | {"must_rename": must_rename}
        return render(self.request, "psc/upgrade_step.html", context)


@require_safe
def upgrade(request: SignedOnRequest) -> HttpResponse:
    """Continue an upgrade, or say that this account has nothing to upgrade."""
    reason = why_not_upgrade(request.pacer_account)
    if reason is UpgradeRefusal.ALREADY_UPGRADED:
        return _state_page(request, just_done=False)
    if reason:
        raise Refused(reason)
    gap = UpgradeView.draft_of(request).first_gap(STEPS) or STEPS[-1]
    return redirect(_url(request, UpgradeView.step_url_name, gap.key))


@require_safe
def upgraded(request: SignedOnRequest) -> HttpResponse:
    """ "Upgrade Complete". It shows only what is stored, so it survives a refresh."""
    if request.pacer_account.is_legacy:
        return redirect(_url(request, "account:upgrade"))
    return _state_page(request, just_done=request.pacer_account.upgraded_at is not None)


def _state_page(request: SignedOnRequest, *, just_done: bool) -> HttpResponse:
    next_url = path_inside(request, request.GET.get("next"))
    context = account_status(request) | {"just_done": just_done, "next_url": next_url}
    return render(request, "psc/upgraded.html", context)


def _url(request: SignedOnRequest, name: str, *args: str) -> str:
    """A page of the upgrade, with the page to return to afterwards (`next`)."""
    next_url = path_inside(request, request.GET.get("next"))
    return reverse(name, args=args) + (f"?{urlencode({'next': next_url})}" if next_url else "")
