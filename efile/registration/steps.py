"""The steps of the two e-file registrations."""

from datetime import date
from typing import Any

from efile.choices import RequestKind
from efile.registration import forms
from pacer_accounts.wizards.drafts import Draft, Step

COURT = Step("court", "Court", forms.CourtForm)
APPLICATION = Step("application", "Application", forms.ApplicationForm)
ATTORNEY_FILER = Step("filer-information", "Filer Information", forms.AttorneyForm)
OTHER_FILER = Step("filer-information", "Filer Information", forms.NonAttorneyForm)
DELIVERY = Step("delivery", "Delivery Method and Formatting", forms.DeliveryForm)
PAYMENT = Step("payment", "Payment Information", forms.PaymentForm)
TERMS = Step("terms", "E-Filing Terms of Use", forms.TermsForm)

ATTORNEY_STEPS = (COURT, APPLICATION, ATTORNEY_FILER, DELIVERY, PAYMENT, TERMS)
NON_ATTORNEY_STEPS = (COURT, OTHER_FILER, DELIVERY, TERMS)

# Later steps whose choices depend on a step.
DEPENDENTS = {
    COURT: (APPLICATION, ATTORNEY_FILER),
    APPLICATION: (ATTORNEY_FILER,),
}


def columns_of(draft: Draft, kind: RequestKind) -> dict[str, Any]:
    """The columns of EfileRegistration that a draft has filled in."""
    kept = draft.pages()
    columns = {name: kept[name] for name in _COLUMNS if name in kept}
    if columns.get("bar_date"):
        columns["bar_date"] = date.fromisoformat(columns["bar_date"])
    return columns | {"kind": kind, "application": kept.get("application", "")}


_COLUMNS = frozenset(
    name
    for form in (forms.AttorneyForm, forms.DeliveryForm)
    for name in form.base_fields
    if name != "uses_other_email"
)
