"""Registration over HTTP: four pages, kept in a draft; the last Submit creates the account."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.billing.cards import TEST_CARDS, Card
from pacer_accounts.profile.forms import AddressFields, court_day, person_of
from pacer_accounts.public_site.pages import register_panel, site_context
from pacer_accounts.registration import kinds, review, services, steps
from pacer_accounts.registration.refusals import RegistrationRefusal
from pacer_accounts.registration.rules import (
    MAY_EXIST,
    has_plus,
    is_practice_address,
    words_of,
)
from pacer_accounts.registration.services import Registration
from pacer_accounts.registration.verification import ask
from pacer_accounts.wizards.drafts import Draft, Step, step_states
from pacer_accounts.wizards.forms import PageForm
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.packs.personas import current_persona

STALE = "That page belonged to an older registration in this browser. This is the current one."
TOO_EARLY = "Fill in this page first."
CHANGED = "Something was changed in another window. Look at it once more, then submit."
CHOOSE_AGAIN = "Your name or e-mail has changed, so choose your username and password once more."
ABOUT_DOUBLE = "double"  # whether one wants to go on though an account may exist
ANOTHER_KIND = (
    "This is another kind of registration. What you typed is here: look at each page again."
)
CANCELLED = "Your registration was cancelled. Nothing was created, and what you typed is gone."
REAL_ADDRESS = "pacer.psc.uscourts.gov/pscof/registration.jsf"
TEMPLATES = {
    steps.PERSON.key: "psc/register_account_information.html",
    steps.SECURITY.key: "psc/register_security.html",
    steps.PAYMENT.key: "psc/register_payment.html",
    steps.ACKNOWLEDGMENT.key: "psc/register_acknowledgment.html",
}


@method_decorator([login_not_required, never_cache], name="dispatch")
class RegistrationPage(View):
    """One of the four pages. Each button posts the page with its own `action`."""

    http_method_names = ["get", "head", "post", "options"]

    def setup(self, request: HttpRequest, step: str) -> None:
        super().setup(request, step=step)
        self.draft = Draft(request.session, steps.WIZARD)
        self.at = clock.now()
        self.step = steps.find(step)
        today = court_day(request.rehearsal, self.at)
        self.around = steps.Surroundings(request.rehearsal, self.draft, today)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.step is None:
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, step: str) -> HttpResponse:
        is_first = self.step is steps.PERSON
        if self.draft.is_finished():
            if not is_first:
                return redirect("account:registered")
            self.draft.begin_again()
        kind = kinds.find(request.GET.get("kind", "")) if is_first else None
        if kind and kind.can_register and steps.choose_kind(self.draft, kind):
            messages.info(request, ANOTHER_KIND)
        return self._too_early() or self._show(steps.form_of(self.step, self.around))

    def post(self, request: HttpRequest, step: str) -> HttpResponse:
        token = request.POST.get("draft", "")
        if self.draft.is_finished(token):  # Submit pressed twice: what it made is the answer
            return redirect("account:registered")
        if not self.draft.is_from_here(token):
            messages.warning(request, STALE)
            return self._to(self.draft.first_gap(steps.STEPS))
        return self._too_early() or self._pressed(request.POST.get("action", ""))()

    # ---- buttons

    def _pressed(self, action: str) -> Callable[[], HttpResponse]:
        """What a button does; Enter and anything unknown count as "Next" or "Submit"."""
        buttons = {
            "back": self._back,
            "reset": self._reset,
            "cancel": self._cancel,
            "county": self._county,
            "question": self._another_question,
        }
        return buttons.get(action, self._next)

    def _back(self) -> HttpResponse:
        self._note_typed()
        return self._to(steps.neighbour(self.step, -1) or self.step)

    def _reset(self) -> HttpResponse:
        self.draft.forget(self.step.key)
        if self.step is steps.PERSON:
            self.draft.forget(steps.QUESTION)
        return self._to(self.step)

    def _cancel(self) -> HttpResponse:
        if self.draft.result:  # of an earlier registration: its page stays
            self.draft.begin_again()
        else:
            self.draft.drop()
        messages.info(self.request, CANCELLED)
        return redirect("pacer:register")

    def _county(self) -> HttpResponse:
        self._note_typed()
        return self._to(self.step, "#id_county")

    def _another_question(self) -> HttpResponse:
        self._note_typed(but="verification")
        self.draft.note(steps.QUESTION, ask(steps.question_of(self.draft)).held())
        return self._to(self.step, "#id_verification")

    def _next(self) -> HttpResponse:
        form = steps.form_of(self.step, self.around, self.request.POST)
        self._note_typed()
        is_valid = form.is_valid()
        if self.step is steps.PERSON and form.is_verified():
            solved = steps.question_of(self.draft).solved()
            self.draft.note(steps.QUESTION, solved.held())
        if not is_valid:
            return self._again(form)
        if self.step is steps.PERSON:
            return self._keep_person(form)
        if self.step is steps.ACKNOWLEDGMENT:
            return self._submit()
        self.draft.keep(self.step.key, form.keep())
        return self._to(steps.neighbour(self.step, 1))

    # ---- what a valid page leads to

    def _keep_person(self, form: PageForm) -> HttpResponse:
        if self._may_exist(form) and self.request.POST.get("action") != "continue":
            return self._again(form, asks=ABOUT_DOUBLE)
        before, kept = self.draft.page(self.step.key), form.keep()
        self.draft.keep(self.step.key, kept)
        if _words(before) != _words(kept) and self.draft.page(steps.SECURITY.key):
            self.draft.reopen(steps.SECURITY.key)
            messages.warning(self.request, CHOOSE_AGAIN)
        return self._to(steps.SECURITY)

    def _submit(self) -> HttpResponse:
        if self.request.POST.get("edition") != str(self.draft.edition):
            messages.warning(self.request, CHANGED)
            return self._to(self.step)
        registration = _registration(self.request, self.draft)
        rehearsal = self.request.rehearsal
        try:
            account = services.register(rehearsal=rehearsal, registration=registration, at=self.at)
        except Refused as refused:
            return self._ask_for_another_username(refused)
        self.draft.finish(account.account_number)
        self.draft.note(steps.DONE, {"role": registration.role})
        return redirect("account:registered")

    def _ask_for_another_username(self, refused: Refused) -> HttpResponse:
        if refused.reason is not RegistrationRefusal.USERNAME_TAKEN:
            raise refused
        self.draft.reopen(steps.SECURITY.key)
        messages.error(self.request, f"{refused.reason.sentence} {refused.reason.todo}")
        return self._to(steps.SECURITY)

    # ---- small parts

    def _may_exist(self, form: PageForm) -> bool:
        """An office that pays is nobody's double."""
        if steps.kind_of(self.draft).is_billing:
            return False
        known = services.likeness(rehearsal=self.request.rehearsal, person=form.cleaned_data)
        return known >= MAY_EXIST

    def _note_typed(self, *, but: str = "") -> None:
        typed = steps.form_class(self.step, self.draft).typed(self.request.POST)
        typed.pop(but, None)
        self.draft.note(self.step.key, typed)

    def _too_early(self) -> HttpResponse | None:
        """No page before those in front of it are filled in."""
        gap = self.draft.first_gap(steps.STEPS)
        if gap is None or steps.STEPS.index(gap) >= steps.STEPS.index(self.step):
            return None
        messages.info(self.request, TOO_EARLY)
        return self._to(gap)

    def _to(self, step: Step | None, anchor: str = "") -> HttpResponse:
        to = redirect("account:register_step", (step or steps.ACKNOWLEDGMENT).key)
        to.headers["Location"] += anchor
        return to

    def _again(self, form: PageForm, *, asks: str = "") -> HttpResponse:
        """The page once more, by a redirect: the browser's Back then asks nothing about forms."""
        self.draft.tried(self.step.key, form, asks=asks)
        return self._to(self.step)

    def _show(self, form: PageForm) -> HttpResponse:
        may_exist = self.draft.show_tried(self.step.key, form) == ABOUT_DOUBLE
        kind = steps.kind_of(self.draft)
        context = site_context(self.request, current="REGISTER") | {
            "form": form,
            "step": self.step,
            "steps": step_states(steps.STEPS, self.step.key),
            "draft": self.draft,
            "has_back": self.step is not steps.PERSON,
            "kind": kind,
            "panel_links": register_panel(kind.slug),
            "may_exist": may_exist,
            "has_plus": may_exist and has_plus(form["email"].value() or ""),
            "test_cards": TEST_CARDS,
            "real_address": REAL_ADDRESS,
        }
        if self.step is steps.ACKNOWLEDGMENT:
            context |= _review(self.draft)
        return render(self.request, TEMPLATES[self.step.key], context)


def _review(draft: Draft) -> dict[str, Any]:
    is_real_address = not is_practice_address(draft.pages()["email"])
    return {"rows": review.rows(draft), "is_real_address": is_real_address}


def _words(person: dict[str, Any]) -> tuple[str, ...]:
    """What the rules of a password depend on."""
    return (*words_of(person), person.get("email", ""))


def _registration(request: HttpRequest, draft: Draft) -> Registration:
    kept, persona = draft.pages(), current_persona(request)
    names = ("username", "password", "question_1", "answer_1", "question_2", "answer_2")
    return Registration(
        person=person_of(kept) | {"is_cja": kept.get("is_cja", False)},
        persona=persona.key if persona else "",
        kind=steps.kind_of(draft),
        role=kept.get("role", ""),
        card=Card(**kept["card"]) if kept["card"] else None,
        **{name: kept[name] for name in names},
    )


@login_not_required
@require_safe
def counties(request: HttpRequest) -> HttpResponse:
    """The County field of a state, drawn as on the page, for static/js/county.js."""
    form = AddressFields(initial={"state": request.GET.get("state", "")})
    field = form["county"].as_field_group() if "county" in form.fields else ""
    return HttpResponse(field)
