"""The registration wizard, the page after it, and the County field for its script."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.billing.cards import TEST_CARDS, Card
from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.forms import AddressFields, person_of
from pacer_accounts.public_site.pages import register_panel, site_context
from pacer_accounts.registration import kinds, queries, review, services, steps
from pacer_accounts.registration.account_forms import VerifiedPage
from pacer_accounts.registration.emails import what_it_means
from pacer_accounts.registration.owner import owner, owner_key
from pacer_accounts.registration.refusals import RegistrationRefusal
from pacer_accounts.registration.rules import (
    MAY_EXIST,
    has_plus,
    is_practice_address,
    personal_details,
)
from pacer_accounts.registration.services import Registration
from pacer_accounts.registration.steps import ACKNOWLEDGMENT, PAYMENT, PERSON, QUESTION, SECURITY
from pacer_accounts.registration.verification import ask
from pacer_accounts.wizards.drafts import Draft, Step
from pacer_accounts.wizards.forms import PageForm
from pacer_accounts.wizards.views import WizardView
from rehearsals.help.refusals import Refused
from rehearsals.packs.personas import current_persona, practice_as
from rehearsals.web.addresses import page_url

OTHER_KIND = (
    "You chose another kind of registration. We kept what you typed: check each page again."
)
NOW_YOU_ARE = (
    "You hadn't chosen a person yet, so you now practice as {}. To switch, open the rehearsal home."
)
IS_DUPLICATE = "duplicate"  # asks whether to go on though an account may already exist
REAL_ADDRESS = "pacer.psc.uscourts.gov/pscof/registration.jsf"
TEMPLATES = {
    PERSON.key: "psc/register_account_information.html",
    SECURITY.key: "psc/register_security.html",
    PAYMENT.key: "psc/register_payment.html",
    ACKNOWLEDGMENT.key: "psc/register_acknowledgment.html",
}


@method_decorator(login_not_required, name="dispatch")
class RegistrationView(WizardView):
    """Registration for a PACER account (seed, Step 1). The last Submit opens the account."""

    wizard = steps.WIZARD
    steps = steps.STEPS
    step_url_name = "account:register_step"
    cancel_url_name = "pacer:register"
    stale_message = "That page belonged to an older registration. This is the current one."
    canceled_message = "Registration canceled. Nothing was created, and your answers were deleted."
    reopened_message = "Your name or e-mail changed, so choose a username and password again."

    @classmethod
    def draft_of(cls, request: PacerRequest) -> Draft:
        return Draft(request.session, cls.wizard)

    def show(self) -> HttpResponse:
        kind = kinds.find(self.request.GET.get("kind", "")) if self.is_first else None
        if kind and kind.can_register and steps.choose_kind(self.draft, kind):
            messages.info(self.request, OTHER_KIND)
        return super().show()

    # ---- buttons

    def button(self, action: str) -> Callable[[], HttpResponse]:
        return self.press_question if action == "question" else super().button(action)

    def press_question(self) -> HttpResponse:
        """Ask another question for User Verification."""
        self.note_typed(but="verification")
        self.draft.note(QUESTION, ask(steps.question_of(self.draft)).as_dict())
        return self.to(self.step, "#id_verification")

    def press_reset(self) -> HttpResponse:
        if self.step is PERSON:
            self.draft.forget(QUESTION)
        return super().press_reset()

    # ---- forms

    def form_class(self) -> type[PageForm]:
        return steps.form_class(self.step, self.draft)

    def form_kwargs(self) -> Mapping[str, Any]:
        if self.step is PERSON:
            return steps.person_kwargs(self.draft, self.today)
        if self.step is SECURITY:
            return steps.security_kwargs(self.draft, self.request.rehearsal)
        if self.step is PAYMENT:
            return {"today": self.today, "card": self.draft.page(PAYMENT.key).get("card")}
        return {}

    def is_valid(self, form: PageForm) -> bool:
        is_valid = super().is_valid(form)
        if isinstance(form, VerifiedPage) and form.is_verified():
            self.draft.note(QUESTION, steps.question_of(self.draft).solved().as_dict())
        return is_valid

    def ask_before_keeping(self, form: PageForm) -> HttpResponse | None:
        """Point out an account that may belong to the same person. A firm has no duplicate."""
        if self.step is not PERSON or self.request.POST.get("action") == "continue":
            return None
        if steps.kind_of(self.draft).is_billing:
            return None
        facts = queries.matching_facts(self.request.rehearsal, form.cleaned_data)
        if facts < MAY_EXIST:
            return None
        return self.show_errors(form, question=IS_DUPLICATE)

    def outdated(self, before: dict[str, Any], after: dict[str, Any]) -> Sequence[Step]:
        """A password must not contain the name or the e-mail, so it depends on both."""
        if self.step is PERSON and personal_details(before) != personal_details(after):
            return (SECURITY,)
        return ()

    # ---- the last Submit

    def submit(self, form: PageForm) -> HttpResponse:
        registration = self.registration()
        try:
            account = services.register(
                rehearsal=self.request.rehearsal, registration=registration, at=self.at
            )
        except Refused as refused:
            return self.choose_another_username(refused)
        self.adopt(account)
        response = self.finish(account.account_number)
        self.draft.note(steps.DONE, {"role": registration.role})
        return response

    def adopt(self, account: PacerAccount) -> None:
        """A visitor who registers before choosing a person goes on as the owner of the account."""
        if current_persona(self.request):
            return
        person = owner(account)
        practice_as(self.request.session, person, self.request.rehearsal.pack)
        messages.info(self.request, NOW_YOU_ARE.format(person.name))

    def choose_another_username(self, refused: Refused) -> HttpResponse:
        if refused.reason is not RegistrationRefusal.USERNAME_TAKEN:
            raise refused
        self.draft.reopen(SECURITY.key)
        messages.error(self.request, f"{refused.reason.sentence} {refused.reason.todo}")
        return self.to(SECURITY)

    def registration(self) -> Registration:
        """What the draft kept, as the service takes it."""
        kept = self.draft.pages()
        person = person_of(kept) | {"is_cja": kept.get("is_cja", False)}
        names = ("username", "password", "question_1", "answer_1", "question_2", "answer_2")
        return Registration(
            person=person,
            persona=owner_key(self.request.rehearsal, person, current_persona(self.request)),
            kind=steps.kind_of(self.draft),
            role=kept.get("role", ""),
            card=Card(**kept["card"]) if kept["card"] else None,
            **{name: kept[name] for name in names},
        )

    def finished(self) -> HttpResponse:
        return redirect("account:registered")

    # ---- the page

    def page(self, context: dict[str, Any], *, question: str) -> HttpResponse:
        kind, is_duplicate = steps.kind_of(self.draft), question == IS_DUPLICATE
        context |= site_context(self.request, current="REGISTER") | {
            "kind": kind,
            "panel_links": register_panel(kind.slug),
            "may_exist": is_duplicate,
            "has_plus": is_duplicate and has_plus(context["form"]["email"].value() or ""),
            "test_cards": TEST_CARDS,
            "real_address": REAL_ADDRESS,
        }
        if self.is_last:
            context["rows"] = review.rows(self.draft)
            context["is_real_address"] = not is_practice_address(self.draft.pages()["email"])
        return render(self.request, TEMPLATES[self.step.key], context)


@login_not_required
@never_cache
@require_safe
def registered(request: PacerRequest) -> HttpResponse:
    """The result of the last registration in this browser."""
    draft = RegistrationView.draft_of(request)
    account = request.rehearsal.pacer_accounts.filter(account_number=draft.result).first()
    if account is None:
        return redirect("account:register_step", PERSON.key)
    role = draft.noted(steps.DONE).get("role", "")
    return render(request, "psc/register_done.html", _done_context(request, account, role))


def _done_context(request: PacerRequest, account: PacerAccount, role: str) -> dict[str, Any]:
    kind = kinds.find(account.registered_as) or kinds.KINDS[0]
    return site_context(request, current="REGISTER") | {
        "account": account,
        "role": role,
        "owner": owner(account),
        "is_billing": account.holder_kind == HolderKind.PAA,
        "is_on_hold": account.case_search_status == CaseSearchStatus.INACTIVE,
        "meaning": what_it_means(account),
        "is_filer": bool(kind.continues),
        "continue_url": page_url(kind.continues) if kind.continues else "",
        "is_real_address": not is_practice_address(account.email),
        "real_address": REAL_ADDRESS,
        "panel_links": register_panel(""),
    }


@login_not_required
@require_safe
def counties(request: PacerRequest) -> HttpResponse:
    """The County field of a state, as the page draws it, for static/js/county.js."""
    form = AddressFields(initial={"state": request.GET.get("state", "")})
    field = form["county"].as_field_group() if "county" in form.fields else ""
    return HttpResponse(field)
