"""Actions of the staff lists show what will happen, row by row, before they do it.

A button on another staff page leads to the same confirmation, for one row or several:

    <form method="post" action="{% url 'admin:cmecf_cmecfaccount_changelist' %}">{% csrf_token %}
      <input type="hidden" name="rehearsal" value="{{ working_in.code }}">
      <input type="hidden" name="action" value="lock">
      <input type="hidden" name="_selected_action" value="{{ account.pk }}">
      <input type="hidden" name="next" value="{{ request.get_full_path }}">
      <button class="button">Lock</button>
    </form>

`next` is the staff page that Cancel and the confirmed action return to. Without it, both return to the list
with its filters.
"""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import label_for_field, lookup_field
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.text import capfirst

from rehearsals.help.refusals import Refusal, Refused
from rehearsals.models import Rehearsal
from rehearsals.staff.next_page import next_page
from rehearsals.web import mount

MOST_ROWS = 200
CHANGED = (
    "Nothing was done. Something changed after you opened this page, in another tab or by another clerk."
    " Check the page again, then confirm."
)
NO_ROWS = "Nothing was done. What you selected isn't in this list any longer. Choose again."
CONFIRMED = "confirmed"


@dataclass(frozen=True)
class Effect:
    """What an action will do to a row; if it is refused, why."""

    text: str
    is_refused: bool = False


def refused(reason: Refusal) -> Effect:
    return Effect(f"{reason.sentence} {reason.todo}", is_refused=True)


@dataclass(frozen=True)
class Confirmation:
    """An action of a list, for the page that asks before it is done.

    `action`: its name in the admin. `title`: its heading ("Lock CM/ECF logins"). `meaning`: what it does, in
    sentences. `button`: for one row and for several ("Lock 1 login", "Lock {count} logins").
    `done`: the start of the message after it ("Locked"). `effect`: what it will do to a row.
    `service`: does it to a row, with the values of `form` as keywords; may raise Refused. `columns`: what
    the page shows of each row, as in `list_display`. `form`: more that the action needs, such as a reason.
    `state`: what of the rows the action replaces. If it changed after the page was shown, the page asks
    again.
    """

    action: str
    title: str
    meaning: str
    button: tuple[str, str]
    done: str
    effect: Callable[[Any], Effect]
    service: Callable[..., object]
    columns: tuple[str, ...] = ()
    form: forms.Form | None = None
    state: Callable[[list[Any]], object] | None = None

    def seen(self, rows: list[Any]) -> str:
        """A digest of the state of `rows`, which the page sends back when staff confirm."""
        state = repr(self.state(rows)) if self.state else ""
        return sha256(state.encode()).hexdigest()[:16]

    def button_text(self, count: int) -> str:
        one, several = self.button
        return one if count == 1 else several.format(count=count)


def rehearsal_of(row: Any) -> Rehearsal:
    """The rehearsal of `row`, which may be the rehearsal itself."""
    rehearsal: Rehearsal = getattr(row, "rehearsal", row)
    return rehearsal


def confirm(
    model_admin: "ModelAdmin[Any]",
    request: HttpRequest,
    rows: "QuerySet[Any]",
    confirmation: Confirmation,
) -> HttpResponse:
    """For an admin action: show what it will do; once staff confirm, do it and return.

    `rows`: select what the effect, the service and the columns need, so that the number of queries stays
    the same. The page names each row, and the confirmed action is limited to these.
    """
    back = next_page(request) or request.get_full_path()
    chosen = list(rows[: MOST_ROWS + 1])
    if not chosen:
        messages.error(request, NO_ROWS)
        return redirect(back)
    if len(chosen) > MOST_ROWS:
        messages.error(
            request,
            f"Nothing was done. Select at most {MOST_ROWS} rows, for example with a filter.",
        )
        return redirect(back)
    form = confirmation.form
    seen = confirmation.seen(chosen)
    if CONFIRMED in request.POST and request.POST.get("seen", seen) != seen:
        messages.error(request, CHANGED)
    elif CONFIRMED in request.POST and (form is None or form.is_valid()):
        do_for_each(request, chosen, confirmation, form.cleaned_data if form else {})
        return redirect(back)
    elif form is not None and form.is_bound:
        messages.error(request, "Nothing was done. Complete the form below.")
    return TemplateResponse(
        request,
        "admin/rehearsals/confirm.html",
        _context(model_admin, request, chosen, confirmation) | {"back": back},
    )


def _context(
    model_admin: "ModelAdmin[Any]",
    request: HttpRequest,
    rows: list[Any],
    confirmation: Confirmation,
) -> dict[str, Any]:
    lines = [(row, confirmation.effect(row)) for row in rows]
    ready = [row for row, effect in lines if not effect.is_refused]
    labels = {
        name: capfirst(str(label_for_field(name, model_admin.model, model_admin)))
        for name in confirmation.columns
    }
    rehearsals = {str(rehearsal_of(row)) for row in rows}
    where = rehearsals.pop() if len(rehearsals) == 1 else f"{len(rehearsals)} rehearsals"
    return {
        **model_admin.admin_site.each_context(request),
        "title": f"{confirmation.title} in {where}?",
        "opts": model_admin.opts,
        "confirmation": confirmation,
        "form": confirmation.form,
        "labels": labels.values(),
        "lines": [
            {
                "cells": _cells(model_admin, row, labels),
                "rehearsal": rehearsal_of(row),
                "effect": effect,
            }
            for row, effect in lines
        ],
        "ready": ready,
        "seen": confirmation.seen(ready),
        "refused_count": len(rows) - len(ready),
        "button": confirmation.button_text(len(ready)),
        "next": next_page(request),
    }


def _cells(
    model_admin: "ModelAdmin[Any]", row: Any, labels: dict[str, str]
) -> list[dict[str, object]]:
    """The columns of a row: label and text."""
    return [
        {"label": label, "text": lookup_field(name, row, model_admin)[2]}
        for name, label in labels.items()
    ]


def do_for_each(
    request: HttpRequest, rows: list[Any], confirmation: Confirmation, values: dict[str, Any]
) -> None:
    """Call the service for each row, inside its rehearsal, and show messages about the results."""
    done: dict[str, list[str]] = {}
    for row in rows:
        rehearsal = rehearsal_of(row)
        try:
            with mount.inside_rehearsal(rehearsal):
                confirmation.service(row, **values)
            done.setdefault(str(rehearsal), []).append(str(row))
        except Refused as refusal:
            reason = f"{refusal.reason.sentence} {refusal.reason.todo}"
            messages.error(request, f"{row} in {rehearsal}: {reason}")
    for where, names in done.items():
        what = names[0] if len(names) == 1 else str(len(names))
        messages.success(request, f"{confirmation.done}: {what}, in {where}.")
