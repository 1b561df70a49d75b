"""The registrations over HTTP: pages kept in a draft; the last Submit sends the request."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import urlencode
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from efile.registration import queries, review, rules
from efile.registration import services as service
from efile.registration import steps as flows
from efile.registration.refusals import EfileRefusal
from efile.registration.steps import COURT, DEPENDS, TERMS, Flow, Surroundings
from efile.registration.tab import tab_page
from pacer_accounts.profile.forms import court_day
from pacer_accounts.registration.declared_role import role_meant
from pacer_accounts.wizards.drafts import Draft, Step, step_states
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused

STALE = "That page belonged to an older request in this browser. This is the current one."
TOO_EARLY = "Fill in this page first."
CHANGED = "Something was changed in another window. Look at it once more, then submit."
ANOTHER_COURT = (
    "You chose another court, and courts ask for different things: look at this page again."
)
CANCELLED = "The request was cancelled. Nothing was sent, and what you typed is gone."
IS_OPEN = (
    "A request of yours stands in the court's queue already: this is it. The court takes one at a"
    " time, so nothing was sent a second time."
)
ABOUT_LINK = "link"  # whether one wants to go on though an old CM/ECF account could be linked


@method_decorator(never_cache, name="dispatch")
class RegistrationPage(View):
    """One page of a registration. Each button posts the page with its own `action`."""

    http_method_names = ["get", "head", "post", "options"]
    flow: Flow = flows.ATTORNEY

    def setup(self, request: HttpRequest, step: str) -> None:
        super().setup(request, step=step)
        self.step = self.flow.find(step)
        self.at = clock.now()
        if request.pacer_account is None:  # a stranger: the sign-on middleware answers
            return
        self.draft = Draft(request.session, self.flow.wizard, request.pacer_account.account_number)
        courts = request.rehearsal.courts.order_by("name")
        self.around = Surroundings(
            account=request.pacer_account,
            draft=self.draft,
            today=court_day(request.rehearsal, self.at),
            courts=[(court, court.phase(self.at)) for court in courts],
            role_meant=role_meant(request.session, request.pacer_account),
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.step is None:
            raise Http404
        reason = rules.why_not_begin(request.pacer_account, request.rehearsal.link_policy)
        if reason is EfileRefusal.LEGACY_ACCOUNT:
            messages.info(request, f"{reason.sentence} {reason.todo}")
            return redirect(f"{reverse('account:upgrade')}?{urlencode({'next': request.path})}")
        if reason:
            raise Refused(reason)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, step: str) -> HttpResponse:
        if self.draft.is_finished():
            if self.step is not COURT:
                return self._sent()
            self.draft.begin_again()
        return self._too_early() or self._show(flows.form_of(self.step, self.around))

    def post(self, request: HttpRequest, step: str) -> HttpResponse:
        token = request.POST.get("draft", "")
        if self.draft.is_finished(token):  # Submit pressed twice: what it made is the answer
            return self._sent()
        if not self.draft.is_from_here(token):
            messages.warning(request, STALE)
            return self._to(self.draft.first_gap(self.flow.steps) or TERMS)
        buttons = {"back": self._back, "reset": self._reset, "cancel": self._cancel}
        return self._too_early() or buttons.get(request.POST.get("action", ""), self._next)()

    # ---- buttons

    def _back(self) -> HttpResponse:
        self._note_typed()
        return self._to(self.flow.neighbour(self.step, -1))

    def _reset(self) -> HttpResponse:
        self.draft.forget(self.step.key)
        return self._to(self.step)

    def _cancel(self) -> HttpResponse:
        self.draft.drop()
        messages.info(self.request, CANCELLED)
        return redirect("account:maintenance")

    def _next(self) -> HttpResponse:
        form = flows.form_of(self.step, self.around, self.request.POST, self.request.FILES)
        self._note_typed()
        if not form.is_valid():
            return self._again(form)
        if self.step is COURT and (stop := self._why_not_this_court(form)):
            return stop
        if self.step is TERMS:
            return self._submit(form)
        self._keep(form.keep())
        return self._to(self.flow.neighbour(self.step, 1))

    # ---- what a valid page leads to

    def _why_not_this_court(self, form: Form) -> HttpResponse | None:
        """What the court knows of her already comes before all other questions."""
        code = form.cleaned_data["court"]
        court = next(court for court in self.around.open_courts if court.code == code)
        account, rehearsal = self.around.account, self.request.rehearsal
        reason = service.why_not(rehearsal=rehearsal, account=account, court=court, at=self.at)
        reason = reason or rules.why_not_offered(court, self.flow.kind)
        if reason:
            form.add_error("court", f"{reason.sentence} {reason.todo}")
            return self._again(form)
        if not self._goes_on_with(code) and queries.earlier_accounts(account, court).exists():
            return self._again(form, asks=ABOUT_LINK)
        return None

    def _goes_on_with(self, code: str) -> bool:
        """Of two courts with an old account, a warning about one says nothing about the other."""
        sent = self.request.POST
        return sent.get("action") == "continue" and sent.get("despite") == code

    def _keep(self, kept: dict[str, Any]) -> None:
        before = self.draft.page(self.step.key)
        self.draft.keep(self.step.key, kept)
        if before in ({}, kept):
            return
        for step in DEPENDS.get(self.step, ()):
            if self.draft.page(step.key):
                self.draft.reopen(step.key)
                messages.info(self.request, ANOTHER_COURT)

    def _submit(self, form: Form) -> HttpResponse:
        if self.request.POST.get("edition") != str(self.draft.edition):
            messages.warning(self.request, CHANGED)
            return self._to(self.step)
        try:
            made = service.submit(
                rehearsal=self.request.rehearsal,
                account=self.around.account,
                court=self.around.court,
                wanted=flows.wanted(self.flow, self.draft),
                document=form.cleaned_data.get("document"),
                at=self.at,
            )
        except Refused as refused:
            if refused.reason is not EfileRefusal.REQUEST_OPEN:
                raise  # its own page; the draft stays
            made = queries.open_request_of(self.around.account, self.around.court)
            if made is None:
                raise  # decided between the two questions
            messages.info(self.request, IS_OPEN)
        self.draft.finish(str(made.pk))
        return self._sent()

    # ---- small parts

    def _sent(self) -> HttpResponse:
        return redirect("efile:done", self.draft.result)

    def _note_typed(self) -> None:
        self.draft.note(self.step.key, self.step.form_class.typed(self.request.POST))

    def _too_early(self) -> HttpResponse | None:
        """No page before those in front of it are filled in."""
        gap, steps = self.draft.first_gap(self.flow.steps), self.flow.steps
        if gap is None or steps.index(gap) >= steps.index(self.step):
            return None
        messages.info(self.request, TOO_EARLY)
        return self._to(gap)

    def _to(self, step: Step) -> HttpResponse:
        return redirect(self.flow.step_name, step.key)

    def _again(self, form: Form, *, asks: str = "") -> HttpResponse:
        """The page once more, by a redirect: the browser's Back then asks nothing about forms."""
        self.draft.tried(self.step.key, form, asks=asks)
        return self._to(self.step)

    def _show(self, form: Form) -> HttpResponse:
        asks = self.draft.show_tried(self.step.key, form)
        context = {
            "flow": self.flow,
            "form": form,
            "step": self.step,
            "steps": step_states(self.flow.steps, self.step.key),
            "draft": self.draft,
            "is_first": self.step is COURT,
            "is_last": self.step is TERMS,
            "court": self.around.court,
            "could_link": self._chosen_now(form) if asks == ABOUT_LINK else None,
            "other_courts": [
                row for row in self.around.courts if row[0] not in self.around.open_courts
            ],
        }
        if self.step is TERMS:
            context["review"] = review.rows(self.flow, self.around)
        return tab_page(self.request, "efile/register_step.html", context)

    def _chosen_now(self, form: Form) -> Any:
        code = form["court"].value()
        return next((court for court in self.around.open_courts if court.code == code), None)


@require_safe
def register(request: HttpRequest, flow: Flow) -> HttpResponse:
    """The item on the Maintenance tab: go on where the request was left."""
    draft = Draft(request.session, flow.wizard, request.pacer_account.account_number)
    is_new = not draft or draft.is_finished()
    gap = COURT if is_new else draft.first_gap(flow.steps) or TERMS
    return redirect(flow.step_name, gap.key)
