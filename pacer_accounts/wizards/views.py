"""The view that registration, the upgrade and the e-file registrations share."""

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from pacer_accounts.http import PacerRequest
from pacer_accounts.wizards.drafts import Draft, Step, step_states
from pacer_accounts.wizards.forms import PageForm
from rehearsals.clock.court_time import court_day

FILL_IN_FIRST = "Fill in this page first."
CHANGED_ELSEWHERE = "Something changed in another window. Check this page again, then submit."


@method_decorator(never_cache, name="dispatch")
class WizardView(View):
    """One page of a wizard: a form in several steps that a draft keeps until the last Submit.

    A wizard sets the attributes below and implements `form_kwargs`, `submit`, `finished` and
    `page`. It overrides the other hooks where it differs. Every button posts the whole page with
    its own `action`. A POST answers with a redirect, so Back in the browser never resends a form.
    """

    http_method_names = ["get", "head", "post", "options"]
    steps: Sequence[Step]
    wizard: ClassVar[str]
    """The name of the wizard, under which the session keeps its draft."""
    step_url_name: ClassVar[str]
    cancel_url_name: ClassVar[str]
    has_review: ClassVar[bool] = True
    """Whether the last page shows all answers. If a draft changed since, it is shown again."""
    stale_message: ClassVar[str]
    canceled_message: ClassVar[str]
    reopened_message: ClassVar[str] = ""

    request: PacerRequest
    step: Step
    draft: Draft

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        step = self.find_step(kwargs["step"])
        if step is None:
            raise Http404
        self.step = step
        self.at = self.request.at
        self.draft = self.draft_of(self.request)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self.turn_away() or super().dispatch(request, *args, **kwargs)

    def get(self, request: PacerRequest, step: str) -> HttpResponse:
        if self.draft.is_finished():
            if not self.is_first:
                return self.finished()
            self.draft.start_over()
        return self.too_early() or self.show()

    def post(self, request: PacerRequest, step: str) -> HttpResponse:
        token = request.POST.get("draft", "")
        if self.draft.is_finished(token):  # Submit pressed twice: show what the first one made
            return self.finished()
        if not self.draft.owns(token):
            messages.warning(request, self.stale_message)
            return redirect(self.restart_url())
        return self.too_early() or self.button(request.POST.get("action", ""))()

    # ---- buttons

    def button(self, action: str) -> Callable[[], HttpResponse]:
        """What a button does. Enter and unknown actions count as "Next" or "Submit"."""
        buttons = {
            "back": self.press_back,
            "reset": self.press_reset,
            "cancel": self.press_cancel,
            "county": self.press_county,
        }
        return buttons.get(action, self.press_next)

    def press_back(self) -> HttpResponse:
        self.note_typed()
        return self.to(self.neighbor(-1))

    def press_reset(self) -> HttpResponse:
        self.draft.forget(self.step.key)
        return self.to(self.step)

    def press_cancel(self) -> HttpResponse:
        if self.draft.result:  # the page about an earlier, finished draft stays
            self.draft.start_over()
        else:
            self.draft.drop()
        messages.info(self.request, self.canceled_message)
        return redirect(self.cancel_url_name)

    def press_county(self) -> HttpResponse:
        """Without JavaScript: show the page again with the counties of the chosen state."""
        self.note_typed()
        return self.to(self.step, "#id_county")

    def press_next(self) -> HttpResponse:
        form = self.form(self.request.POST, self.request.FILES)
        self.note_typed()
        if not self.is_valid(form):
            return self.show_errors(form)
        if response := self.ask_before_keeping(form):
            return response
        if self.is_last:
            return self.check_and_submit(form)
        self.keep(form.keep())
        return self.to(self.neighbor(1))

    def check_and_submit(self, form: PageForm) -> HttpResponse:
        edition = self.request.POST.get("edition")
        if self.has_review and edition != str(self.draft.edition):
            messages.warning(self.request, CHANGED_ELSEWHERE)
            return self.to(self.step)
        return self.submit(form)

    def keep(self, values: dict[str, Any]) -> None:
        """Keep a valid page, and reopen later pages whose answers depended on the old values."""
        before = self.draft.page(self.step.key)
        self.draft.keep(self.step.key, values)
        reopened = [step for step in self.outdated(before, values) if self.draft.page(step.key)]
        for step in reopened:
            self.draft.reopen(step.key)
        if reopened:
            messages.warning(self.request, self.reopened_message)

    # ---- what each wizard implements

    @abstractmethod
    def form_kwargs(self) -> Mapping[str, Any]:
        """What the form of this step needs besides its input."""

    @abstractmethod
    def submit(self, form: PageForm) -> HttpResponse:
        """Call the wizard's service, then finish the draft with `finish`."""

    @abstractmethod
    def finished(self) -> HttpResponse:
        """Where a finished draft leads."""

    @abstractmethod
    def page(self, context: dict[str, Any], *, question: str) -> HttpResponse:
        """This step's page. `question`: what it asks the user to confirm, "" for nothing."""

    # ---- what a wizard may override

    @classmethod
    def draft_of(cls, request: PacerRequest) -> Draft:
        """The draft of this browser, bound to the signed-on account if there is one."""
        account = request.pacer_account
        return Draft(request.session, cls.wizard, account.account_number if account else "")

    def turn_away(self) -> HttpResponse | None:
        """A response for users who can't use this wizard. May raise Refused."""
        return None

    def form_class(self) -> type[PageForm]:
        return self.step.form_class

    def initial(self) -> dict[str, Any]:
        return self.draft.noted(self.step.key)

    def is_valid(self, form: PageForm) -> bool:
        return form.is_valid()

    def ask_before_keeping(self, form: PageForm) -> HttpResponse | None:
        """A response that asks something about a valid page, or None to go on."""
        return None

    def outdated(self, before: dict[str, Any], after: dict[str, Any]) -> Sequence[Step]:
        """The steps to fill in again after this one changed from `before` to `after`."""
        return ()

    def restart_url(self) -> str:
        """Where a page of an older draft leads."""
        return self.url_of(self.draft.first_gap(self.steps) or self.steps[-1])

    def url_of(self, step: Step) -> str:
        return reverse(self.step_url_name, args=[step.key])

    # ---- shared parts

    @classmethod
    def find_step(cls, key: str) -> Step | None:
        return next((step for step in cls.steps if step.key == key), None)

    @cached_property
    def today(self) -> date:
        """The calendar day at the home court."""
        return court_day(self.at, self.request.rehearsal.time_zone)

    @property
    def is_first(self) -> bool:
        return self.step is self.steps[0]

    @property
    def is_last(self) -> bool:
        return self.step is self.steps[-1]

    def neighbor(self, by: int) -> Step:
        """The step after (1) or before (-1) this one, or the first or last step."""
        index = self.steps.index(self.step) + by
        return self.steps[min(max(index, 0), len(self.steps) - 1)]

    def form(
        self,
        data: Mapping[str, Any] | None = None,
        files: MultiValueDict[str, Any] | None = None,
    ) -> PageForm:
        """This step's form: with `data` as it was sent, else as the user left the page."""
        return self.form_class()(data, files, initial=self.initial(), **self.form_kwargs())

    def note_typed(self, *, but: str = "") -> None:
        """Remember unfinished input, except for the field `but` and for secrets."""
        typed = self.form_class().typed(self.request.POST)
        typed.pop(but, None)
        self.draft.note(self.step.key, typed)

    def too_early(self) -> HttpResponse | None:
        """A redirect to the first step that isn't filled in, if it comes before this one."""
        gap = self.draft.first_gap(self.steps)
        if gap is None or self.steps.index(gap) >= self.steps.index(self.step):
            return None
        messages.info(self.request, FILL_IN_FIRST)
        return self.to(gap)

    def to(self, step: Step, anchor: str = "") -> HttpResponse:
        return redirect(self.url_of(step) + anchor)

    def finish(self, result: str) -> HttpResponse:
        """Forget what was typed and remember what came of it."""
        self.draft.finish(result)
        return self.finished()

    def show_errors(self, form: PageForm, *, question: str = "") -> HttpResponse:
        """Show the page again after a redirect, with its errors or with a question."""
        self.draft.keep_errors(self.step.key, form, question=question)
        return self.to(self.step)

    def show(self) -> HttpResponse:
        form = self.form()
        question = self.draft.restore_errors(self.step.key, form)
        context = {
            "form": form,
            "draft": self.draft,
            "step": self.step,
            "steps": step_states(self.steps, self.step.key),
            "is_first": self.is_first,
            "is_last": self.is_last,
        }
        return self.page(context, question=question)
