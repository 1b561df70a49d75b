"""The four pages in their order, and each page's form as a draft finds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from pacer_accounts.profile.forms import BirthFields
from pacer_accounts.registration import kinds
from pacer_accounts.registration.account_forms import (
    AccountInformationForm,
    FirmForm,
    NonAttorneyForm,
)
from pacer_accounts.registration.forms import (
    AcknowledgmentForm,
    ChosenSecurityForm,
    FirmAcknowledgmentForm,
    PaymentForm,
)
from pacer_accounts.registration.kinds import Kind
from pacer_accounts.registration.rules import words_of
from pacer_accounts.registration.verification import Question, ask, from_held
from pacer_accounts.wizards.drafts import Draft, Step
from pacer_accounts.wizards.forms import PageForm
from rehearsals.models import Rehearsal

WIZARD = "registration"
PERSON = Step("account-information", "Account Information", AccountInformationForm)
SECURITY = Step(
    "user-name-password-security", "User Name / Password / Security", ChosenSecurityForm
)
PAYMENT = Step("payment", "Payment Information", PaymentForm)
ACKNOWLEDGMENT = Step(
    "acknowledgment", "Acknowledgment of Policies and Procedures", AcknowledgmentForm
)
STEPS = (PERSON, SECURITY, PAYMENT, ACKNOWLEDGMENT)

QUESTION = "verification"  # where the draft keeps the sum of User Verification
KIND = "kind"  # where it keeps by which of the five doors one came in
DONE = "done"  # where a finished one keeps what its last page tells again


@dataclass(frozen=True)
class Surroundings:
    """What a page's form depends on besides its input. `today`: the court's day."""

    rehearsal: Rehearsal
    draft: Draft
    today: date


Data = Mapping[str, str] | None


def find(key: str) -> Step | None:
    return next((step for step in STEPS if step.key == key), None)


def neighbour(step: Step, by: int) -> Step | None:
    """The page after (by 1) or before (by -1), or None at the ends."""
    at = STEPS.index(step) + by
    return STEPS[at] if 0 <= at < len(STEPS) else None


def kind_of(draft: Draft) -> Kind:
    """By which door this draft came in; without one it is the plain individual account."""
    return kinds.find(draft.noted(KIND).get("slug", "")) or kinds.KINDS[0]


def choose_kind(draft: Draft, kind: Kind) -> bool:
    """Come in by the door `kind`. True if a draft of another kind must be filled in again."""
    was = kind_of(draft)
    draft.note(KIND, {"slug": kind.slug})
    has_begun = bool(draft.page(PERSON.key))
    if kind == was or not has_begun:
        return False
    for step in (PERSON, SECURITY):  # other fields, and what a password is held against
        draft.reopen(step.key)
    return True


def form_class(step: Step, draft: Draft) -> type[PageForm]:
    """The first and the last page differ by kind."""
    kind = kind_of(draft)
    if step is PERSON and kind.is_billing:
        return FirmForm
    if step is PERSON and kind.asks_role:
        return NonAttorneyForm
    if step is ACKNOWLEDGMENT and kind.is_billing:
        return FirmAcknowledgmentForm
    return step.form_class


def form_of(step: Step, around: Surroundings, data: Data = None) -> PageForm:
    """The page's form: with `data` as it was sent, else as the page was left."""
    return _BUILDERS[step.key](data, around.draft.noted(step.key) or None, around)


def question_of(draft: Draft) -> Question:
    """The sum asked in this draft; the first time one is drawn."""
    question = from_held(draft.noted(QUESTION))
    if question is None:
        question = ask()
        draft.note(QUESTION, question.held())
    return question


def _account_information(data: Data, initial: Data, around: Surroundings) -> PageForm:
    question = question_of(around.draft)
    asked = None if question.is_solved else question
    made = form_class(PERSON, around.draft)
    extra = {"today": around.today} if issubclass(made, BirthFields) else {}
    return made(data, initial=initial, question=asked, **extra)


def _security(data: Data, initial: Data, around: Surroundings) -> PageForm:
    person = around.draft.page(PERSON.key)
    accounts = around.rehearsal.pacer_accounts
    return ChosenSecurityForm(
        data,
        initial=initial,
        names=words_of(person),
        email=person.get("email", ""),
        is_taken=lambda username: accounts.named(username).exists(),
        era=around.rehearsal.era,
        chosen=around.draft.page(SECURITY.key),
    )


def _payment(data: Data, initial: Data, around: Surroundings) -> PageForm:
    card = around.draft.page(PAYMENT.key).get("card")
    return PaymentForm(data, initial=initial, today=around.today, card=card)


def _acknowledgment(data: Data, initial: Data, around: Surroundings) -> PageForm:
    return form_class(ACKNOWLEDGMENT, around.draft)(data, initial=initial)


_BUILDERS: dict[str, Callable[[Data, Data, Surroundings], PageForm]] = {
    PERSON.key: _account_information,
    SECURITY.key: _security,
    PAYMENT.key: _payment,
    ACKNOWLEDGMENT.key: _acknowledgment,
}
