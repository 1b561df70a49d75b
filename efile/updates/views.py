"""Update Personal Information, Address Information, and E-Filer Email Noticing and Frequency."""

from collections.abc import Callable, Sequence
from functools import partial, wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from cmecf.models import CmecfAccount
from efile.choices import MaintenanceKind
from efile.updates import labels, queries, rules, services
from efile.updates.forms import ADDRESS, PERSONAL, PHONES, AddressForm, DeliveryForm, PersonalForm
from efile.updates.services import Outcome
from pacer_accounts.account_menu.pages import manage_page, upgrade_required
from pacer_accounts.http import SignedOnRequest
from rehearsals.help.refusals import Refused
from rehearsals.web.http import get_or_post, posted_data

TAB = "Maintenance"
View = Callable[[SignedOnRequest], HttpResponse]


def update_page(view: View) -> Callable[..., HttpResponse]:
    """A legacy account is sent to the upgrade and back; a PAA is refused."""

    @get_or_post
    @upgrade_required(TAB)
    @wraps(view)
    def page(request: SignedOnRequest) -> HttpResponse:
        if refusal := rules.why_not_maintain(request.pacer_account):
            raise Refused(refusal)
        return view(request)

    return page


@update_page
def personal(request: SignedOnRequest) -> HttpResponse:
    """Name and user type: changed at PACER at once, and in each court after it accepts."""
    stored = rules.columns(request.pacer_account, PERSONAL)
    records = _names_in_courts(request)
    differing = [row["record"].court.name for row in records if row["is_to_ask"]]
    form = PersonalForm(posted_data(request), initial=stored, differing=differing)
    context = {"form": form, "records": records, "stored": stored}
    if not form.is_valid():
        return _show(request, "efile/maintenance_personal.html", context)
    asks_courts = form.cleaned_data.get("asks_courts", False)
    service = partial(services.update_personal, typed=form.values, asks_courts=asks_courts)
    return _submit(request, context, service, "personal")


def _names_in_courts(request: SignedOnRequest) -> list[dict[str, Any]]:
    """For each court: the filer's name there, and whether the court can still be asked to change it."""
    account = request.pacer_account
    open_requests = queries.waiting(account, MaintenanceKind.PERSONAL)
    name = rules.columns(account, rules.NAME_IN_COURT)
    rows = []
    for record in queries.records(account, request.at):
        differs = rules.columns(record, rules.NAME_IN_COURT) != name
        open_request = open_requests.get(record.court_id)
        is_asked = open_request is not None and open_request.after == name
        rows.append({
            "record": record, "differs": differs, "open_request": open_request,
            "is_to_ask": differs and not is_asked,
        })  # fmt: skip
    return rows


@update_page
def address(request: SignedOnRequest) -> HttpResponse:
    """Address and phone numbers: changed at PACER at once, and in each chosen court after it accepts."""
    account = request.pacer_account
    stored = rules.columns(account, (*ADDRESS, *PHONES))
    records = queries.records(account, request.at)
    form = _address_form(request, stored, records)
    open_requests = queries.waiting(account, MaintenanceKind.ADDRESS).values()
    context = {"form": form, "stored": stored, "open_requests": open_requests}
    if not form.is_valid():
        return _show(request, "efile/maintenance_address.html", context)
    reason = form.cleaned_data["reason_for_update"]
    service = partial(services.update_address, typed=form.values, cases=form.cases, reason=reason)
    return _submit(request, context, service, "address")


def _address_form(
    request: SignedOnRequest, stored: dict[str, Any], records: list[CmecfAccount]
) -> AddressForm:
    """Without JavaScript, "Choose county" returns the typed values with the counties, unchecked."""
    if request.POST.get("action") == "county":
        return AddressForm(initial=request.POST.dict(), records=records)
    return AddressForm(posted_data(request), initial=stored, records=records)


@update_page
def delivery(request: SignedOnRequest) -> HttpResponse:
    """Where and how each court sends notices: changed in the court at once."""
    account = request.pacer_account
    records = queries.records(account, request.at)
    forms = [DeliveryForm(posted_data(request), record=record) for record in records]
    context = {
        "forms": forms,
        "stored": {row.court.code: rules.columns(row, rules.DELIVERY) for row in records},
        "legacy_courts": queries.legacy_courts(account, request.at),
    }
    if request.method != "POST" or not forms or not _all_valid(forms):
        return _show(request, "efile/maintenance_delivery.html", context)
    wanted = {form.record.court.code: form.cleaned_data for form in forms}
    shown = request.POST.get("shown", "")
    try:
        requests = services.set_delivery(account=account, wanted=wanted, shown=shown, at=request.at)
    except Refused as refused:
        return _show_stale(request, "efile/maintenance_delivery.html", context, refused)
    return _delivery_changed(request, [row.court.name for row in requests])


def _all_valid(forms: Sequence[DeliveryForm]) -> bool:
    return all([form.is_valid() for form in forms])  # a list, so that each form shows its errors


def _delivery_changed(request: SignedOnRequest, courts: list[str]) -> HttpResponse:
    if not courts:
        messages.info(request, "You changed nothing. All courts already have these settings.")
        return redirect("efile:delivery")
    messages.success(
        request,
        f"Your settings changed immediately in: {', '.join(courts)}. We e-mailed the old and the new"
        " address.",
    )
    return redirect("efile:history")


def _show(
    request: SignedOnRequest, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """After a mistake, the page keeps the edition it was first made from (rules.edition)."""
    edition = request.POST.get("shown", rules.edition(context["stored"]))
    return manage_page(request, template, TAB, {"shown": edition} | context, status)


def _show_stale(
    request: SignedOnRequest, template: str, context: dict[str, Any], refused: Refused
) -> HttpResponse:
    """Show what is stored now beside what was typed. The next Submit goes through."""
    stale = {
        "refusal": refused.reason,
        "stored_lines": _lines(context["stored"]),
        "shown": rules.edition(context["stored"]),
    }
    return _show(request, template, context | stale, status=409)


def _lines(stored: dict[str, Any]) -> list[tuple[str, str]]:
    """(label, value) pairs. Values of one court are nested under its code, which precedes the label."""
    lines = []
    for name, value in stored.items():
        if isinstance(value, dict):
            lines += [(f"{name}: {label}", text) for label, text in labels.lines(value)]
        else:
            lines += labels.lines({name: value})
    return lines


def _submit(
    request: SignedOnRequest,
    context: dict[str, Any],
    service: Callable[..., Outcome],
    page: str,
) -> HttpResponse:
    shown = request.POST.get("shown", "")
    try:
        outcome = service(account=request.pacer_account, shown=shown, at=request.at)
    except Refused as refused:
        return _show_stale(request, f"efile/maintenance_{page}.html", context, refused)
    return _report(request, outcome, f"efile:{page}")


def _report(request: SignedOnRequest, outcome: Outcome, page: str) -> HttpResponse:
    """Say what was done, and what comes next."""
    if outcome.did_nothing:
        messages.info(request, "You changed nothing, so we sent nothing to a court.")
        return redirect(page)
    if outcome.changed:
        changed = labels.label_list(outcome.changed)
        messages.success(
            request, f"We changed this at PACER: {changed}. We e-mailed you a confirmation."
        )
    if outcome.sent:
        courts = ", ".join(row.court.name for row in outcome.sent)
        messages.info(
            request,
            f"We sent the update to: {courts}. Each court must accept it before its record of you"
            " changes, and will e-mail you.",
        )
    else:
        messages.info(request, "We didn't send anything to a court.")
    if outcome.replaced:
        messages.info(
            request,
            f"Your new request replaces your earlier one in: {', '.join(outcome.replaced)}.",
        )
    return redirect("efile:history" if outcome.sent or outcome.replaced else "account:maintenance")
