"""The two registrations as lists of pages, and each page's form as a draft finds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.forms import Form

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from efile.choices import RequestKind
from efile.registration import forms
from pacer_accounts.models import PacerAccount
from pacer_accounts.wizards.drafts import Draft, Step

COURT = Step("court", "Court", forms.CourtForm)
APPLICATION = Step("application", "Application", forms.ApplicationForm)
ATTORNEY_FILER = Step("filer-information", "Filer Information", forms.AttorneyForm)
OTHER_FILER = Step("filer-information", "Filer Information", forms.NonAttorneyForm)
DELIVERY = Step("delivery", "Delivery Method and Formatting", forms.DeliveryForm)
PAYMENT = Step("payment", "Payment Information", forms.PaymentForm)
TERMS = Step("terms", "E-Filing Terms of Use", forms.TermsForm)


@dataclass(frozen=True)
class Flow:
    """One registration: its item on the Maintenance tab, its pages, the URL name of a page."""

    kind: RequestKind
    title: str
    steps: tuple[Step, ...]
    step_name: str

    @property
    def wizard(self) -> str:
        return f"efile-{self.kind}"

    def find(self, key: str) -> Step | None:
        return next((step for step in self.steps if step.key == key), None)

    def neighbour(self, step: Step, by: int) -> Step:
        at = min(max(self.steps.index(step) + by, 0), len(self.steps) - 1)
        return self.steps[at]


ATTORNEY = Flow(
    RequestKind.ATTORNEY,
    "Attorney Admissions / E-File Registration",
    (COURT, APPLICATION, ATTORNEY_FILER, DELIVERY, PAYMENT, TERMS),
    "efile:register_step",
)
NON_ATTORNEY = Flow(
    RequestKind.NON_ATTORNEY,
    "Non-Attorney E-File Registration",
    (COURT, OTHER_FILER, DELIVERY, TERMS),
    "efile:register_non_attorney_step",
)


@dataclass
class Surroundings:
    """What a page's form depends on besides its input. `courts`: with their phase at this moment.

    `role_meant`: the label of the role that was chosen when the account was registered, or "".
    """

    account: PacerAccount
    draft: Draft
    today: date
    courts: list[tuple[Court, CourtPhase]] = field(default_factory=list)
    role_meant: str = ""

    @cached_property
    def court(self) -> Court | None:
        """The court that the draft has chosen."""
        code = self.draft.page(COURT.key).get("court")
        return next((court for court, _ in self.courts if court.code == code), None)

    @property
    def application(self) -> str:
        return self.draft.page(APPLICATION.key).get("application", "")

    @property
    def open_courts(self) -> list[Court]:
        return [court for court, phase in self.courts if phase is CourtPhase.NEXTGEN]


Data = Mapping[str, Any] | None


def form_of(step: Step, around: Surroundings, data: Data = None, files: Data = None) -> Form:
    """The page's form: with `data` as it was sent, else as the page was left."""
    initial = around.draft.noted(step.key) or None
    extra = _EXTRA.get(step.form_class, lambda around: {})(around)
    return step.form_class(data, files, initial=initial, **extra)


_EXTRA: dict[type[Form], Callable[[Surroundings], dict[str, Any]]] = {
    forms.CourtForm: lambda around: {"courts": around.open_courts},
    forms.ApplicationForm: lambda around: {"court": around.court},
    forms.AttorneyForm: lambda around: {
        "court": around.court, "today": around.today, "application": around.application,
    },
    forms.NonAttorneyForm: lambda around: {"court": around.court, "meant": around.role_meant},
    forms.DeliveryForm: lambda around: {"account_email": around.account.email},
    forms.TermsForm: lambda around: {"court": around.court, "application": around.application},
}  # fmt: skip

# What must be looked at again when something before it changed: it offered what that court offers.
DEPENDS = {
    COURT: (APPLICATION, ATTORNEY_FILER),
    APPLICATION: (ATTORNEY_FILER,),
}


def wanted(flow: Flow, draft: Draft) -> dict[str, Any]:
    """From what a draft kept to the columns of EfileRegistration."""
    kept = draft.pages()
    columns = {name: kept[name] for name in _COLUMNS if name in kept}
    if columns.get("bar_date"):
        columns["bar_date"] = date.fromisoformat(columns["bar_date"])
    return columns | {"kind": flow.kind, "application": kept.get("application", "")}


_COLUMNS = frozenset(
    name
    for form in (forms.AttorneyForm, forms.DeliveryForm)
    for name in form.base_fields
    if name != "uses_other_email"
)
