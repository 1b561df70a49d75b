"""Update Personal Information, Address Information, and E-Filer Email Noticing and Frequency."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from efile.choices import MaintenanceKind
from efile.updates import queries, rules, services
from efile.updates.forms import ADDRESS, PERSONAL, PHONES, AddressForm, DeliveryForm, PersonalForm
from efile.updates.labels import label_list
from efile.updates.pages import maintenance_page, show, stale
from efile.updates.services import Outcome
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.web.http import posted_data

form_page = require_http_methods(["GET", "HEAD", "POST"])


@form_page
@maintenance_page
def personal(request: HttpRequest) -> HttpResponse:
    """Name and user type: at PACER at once, in each court when it has accepted."""
    held = rules.columns(request.pacer_account, PERSONAL)
    known = _known_as(request)
    differing = [row["record"].court.name for row in known if row["is_to_ask"]]
    form = PersonalForm(posted_data(request), initial=held, differing=differing)
    context = {"form": form, "known": known, "held": held}
    if not form.is_valid():
        return show(request, "efile/maintenance_personal.html", context)
    asks = form.cleaned_data.get("asks_courts", False)
    verb = partial(services.update_personal, typed=form.typed, asks_courts=asks)
    return _submit(request, context, verb, "personal")


def _known_as(request: HttpRequest) -> list[dict[str, Any]]:
    """By what name each court knows her, and whether it can still be asked for hers at PACER."""
    account = request.pacer_account
    asked = queries.waiting(account, MaintenanceKind.PERSONAL)
    name = rules.columns(account, rules.NAME_IN_COURT)
    rows = []
    for record in queries.records(account, clock.now()):
        differs = rules.columns(record, rules.NAME_IN_COURT) != name
        waits = asked.get(record.court_id)
        is_asked = waits is not None and waits.after == name
        rows.append({
            "record": record, "differs": differs, "waits": waits,
            "is_to_ask": differs and not is_asked,
        })  # fmt: skip
    return rows


@form_page
@maintenance_page
def address(request: HttpRequest) -> HttpResponse:
    """Address and telephones: at PACER at once, in each chosen court when it has accepted."""
    account, at = request.pacer_account, clock.now()
    held = rules.columns(account, (*ADDRESS, *PHONES))
    records = queries.records(account, at)
    form = _address_form(request, held, records)
    waiting = queries.waiting(account, MaintenanceKind.ADDRESS)
    context = {"form": form, "held": held, "waiting": waiting.values(), "records": records}
    if not form.is_valid():
        return show(request, "efile/maintenance_address.html", context)
    reason = form.cleaned_data["reason_for_update"]
    verb = partial(services.update_address, typed=form.typed, cases=form.cases, reason=reason)
    return _submit(request, context, verb, "address")


def _address_form(request: HttpRequest, held: dict[str, Any], records: list[Any]) -> AddressForm:
    """ "Choose county", without script, brings what was typed back with the counties, unchecked."""
    if request.POST.get("action") == "county":
        return AddressForm(initial=request.POST.dict(), records=records)
    return AddressForm(posted_data(request), initial=held, records=records)


@form_page
@maintenance_page
def delivery(request: HttpRequest) -> HttpResponse:
    """Where and how each court sends notices: in force there at once."""
    account, at = request.pacer_account, clock.now()
    records = queries.records(account, at)
    made = [DeliveryForm(posted_data(request), record=record) for record in records]
    context = {
        "forms": made,
        "held": {row.court.code: rules.columns(row, rules.DELIVERY) for row in records},
        "legacy_courts": queries.legacy_courts(account, at),
    }
    if request.method != "POST" or not made or not _all_valid(made):
        return show(request, "efile/maintenance_delivery.html", context)
    wanted = {form.record.court.code: form.cleaned_data for form in made}
    shown = request.POST.get("shown", "")
    try:
        done = services.set_delivery(account=account, wanted=wanted, shown=shown, at=at)
    except Refused as refused:
        return stale(request, "efile/maintenance_delivery.html", context, refused)
    return _delivered(request, [one.court.name for one in done])


def _all_valid(made: list[forms.Form]) -> bool:
    return all([form.is_valid() for form in made])  # every one, so that each shows its errors


def _delivered(request: HttpRequest, courts: list[str]) -> HttpResponse:
    if not courts:
        messages.info(request, "Nothing was changed: all courts have these settings already.")
        return redirect("efile:delivery")
    messages.success(
        request,
        f"Changed, and in force at once, in: {', '.join(courts)}. Letters went to the old and the"
        " new address.",
    )
    return redirect("efile:history")


def _submit(
    request: HttpRequest, context: dict[str, Any], verb: Callable[..., Outcome], page: str
) -> HttpResponse:
    shown = request.POST.get("shown", "")
    try:
        outcome = verb(account=request.pacer_account, shown=shown, at=clock.now())
    except Refused as refused:
        return stale(request, f"efile/maintenance_{page}.html", context, refused)
    return _said(request, outcome, f"efile:{page}")


def _said(request: HttpRequest, outcome: Outcome, page: str) -> HttpResponse:
    """What was done, what it means, and what comes next."""
    if outcome.did_nothing:
        messages.info(request, "Nothing was changed, and nothing new was sent to a court.")
        return redirect(page)
    if outcome.changed:
        messages.success(
            request, f"Changed at PACER, at once: {label_list(outcome.changed)}. A letter says so."
        )
    if outcome.sent:
        courts = ", ".join(one.court.name for one in outcome.sent)
        messages.info(
            request,
            f"Sent to: {courts}. The court must accept the update before its record of you changes."
            " It tells you by e-mail.",
        )
    else:
        messages.info(request, "Nothing new was sent to a court.")
    if outcome.replaced:
        messages.info(
            request,
            f"Your older request was withdrawn in: {', '.join(outcome.replaced)}. Only the newest"
            " counts.",
        )
    return redirect("efile:history" if outcome.sent or outcome.replaced else "account:maintenance")
