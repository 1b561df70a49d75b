"""The case that a report's form asks for, by its number or its key."""

from django import forms

from cmecf.courts.http import CourtRequest
from dockets.cases.queries import cases_of_number
from dockets.models import Case
from dockets.query.decorators import case_of_key
from dockets.query.nonce import nonce_case_key

NO_NUMBER = "Enter a case number, such as {}."
NOT_FOUND = "Case not found."
SEVERAL = "More than one case has this number. Enter one of them in full: {}."


def case_of_form(request: CourtRequest, form: forms.Form, *, required: bool = False) -> Case | None:
    """The case of a valid form, sealed or not; None, with an error in the form if one was asked for.

    The number in the field counts, unless it is of the case that the form came with. An open case is
    preferred to sealed ones with its number.
    """
    key = form.cleaned_data["all_case_ids"] or nonce_case_key(request.META["QUERY_STRING"])
    case = case_of_key(request, str(key or ""))
    number = form.cleaned_data["case_num"]
    if case and number in ("", case.full_number, case.number):
        return case
    found = cases_of_number(request.court, number)
    found = [one for one in found if not one.is_sealed] or found
    if len(found) == 1:
        found[0].court = request.court
        return found[0]
    if number or key:
        form.add_error("case_num", several(found) or NOT_FOUND)
    elif required:
        form.add_error("case_num", NO_NUMBER.format(request.court.example_numbers[0]))
    return None


def several(cases: list[Case]) -> str:
    """The sentence that lists the cases of one number; "" without one that may be named."""
    numbers = [case.full_number for case in cases if not case.is_sealed]
    return SEVERAL.format(", ".join(numbers)) if numbers else ""
