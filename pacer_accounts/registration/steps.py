"""The four steps of registration (seed, Step 1) and the form of each."""

from datetime import date
from typing import Any

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
from pacer_accounts.registration.rules import personal_names
from pacer_accounts.registration.verification import Question, ask, restore
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

# Facts of a draft that belong to no page.
QUESTION = "verification"  # the question of User Verification
KIND = "kind"  # the registration kind this draft was started from
DONE = "done"  # what the page after the last Submit shows


def kind_of(draft: Draft) -> Kind:
    """The registration kind this draft was started from; by default PACER - Case Search Only."""
    return kinds.find(draft.noted(KIND).get("slug", "")) or kinds.KINDS[0]


def choose_kind(draft: Draft, kind: Kind) -> bool:
    """Change the kind of a draft. True if the user must check filled-in pages again."""
    previous = kind_of(draft)
    draft.note(KIND, {"slug": kind.slug})
    if kind == previous or not draft.page(PERSON.key):
        return False
    for step in (PERSON, SECURITY):  # other fields, and other names for the password rules
        draft.reopen(step.key)
    return True


def form_class(step: Step, draft: Draft) -> type[PageForm]:
    """The form of a step: the first and the last one depend on the kind."""
    kind = kind_of(draft)
    if step is PERSON and kind.is_billing:
        return FirmForm
    if step is PERSON and kind.asks_role:
        return NonAttorneyForm
    if step is ACKNOWLEDGMENT and kind.is_billing:
        return FirmAcknowledgmentForm
    return step.form_class


def person_kwargs(draft: Draft, today: date) -> dict[str, Any]:
    """What the first form needs besides its input. `today`: the court's day."""
    question = question_of(draft)
    asked = None if question.is_solved else question
    asks_birth = issubclass(form_class(PERSON, draft), BirthFields)
    return {"question": asked} | ({"today": today} if asks_birth else {})


def security_kwargs(draft: Draft, rehearsal: Rehearsal) -> dict[str, Any]:
    """What the second form checks a username and password against."""
    person = draft.page(PERSON.key)
    return {
        "names": personal_names(person),
        "email": person.get("email", ""),
        "is_taken": lambda username: rehearsal.pacer_accounts.named(username).exists(),
        "era": rehearsal.era,
        "chosen": draft.page(SECURITY.key),
    }


def question_of(draft: Draft) -> Question:
    """The question of User Verification in this draft; the first call draws one."""
    question = restore(draft.noted(QUESTION))
    if question is None:
        question = ask()
        draft.note(QUESTION, question.as_dict())
    return question
