"""The pages on which a clerk confirms a repair and gives the reason."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AdminRadioSelect
from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dockets.clerk.refusals import ClerkRefusal
from dockets.clerk.services import correct_text
from dockets.models import Delivery, DocketEntry, NoticeOfElectronicFiling, Restriction
from dockets.notices.queries import is_sealed_since
from dockets.notices.refusals import NoticeRefusal
from dockets.notices.services import RESENT, resend
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity
from rehearsals.staff.admin_base import court_now, staff_name
from rehearsals.staff.confirmation import CONFIRMED, Confirmation, Effect, confirm, refused
from rehearsals.staff.line_field import LineField
from rehearsals.staff.next_page import next_page

LONGEST_TEXT = 4000


def _reason(kept: str) -> LineField:
    """The field for the reason. `kept`: where it is kept, a sentence."""
    return LineField(
        label="Reason",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason."},
        help_text=f"{kept} CM/ECF doesn't show it to filers.",
    )


class ReasonForm(forms.Form):
    reason = _reason("Kept with the entry and in the activity log.")


class ResendForm(ReasonForm):
    reason = _reason("Kept in the activity log, which the entry's History shows.")


class RestrictForm(ReasonForm):
    restriction = forms.ChoiceField(
        label="Who may read it",
        choices=Restriction.choices,
        widget=AdminRadioSelect(attrs={"class": "radiolist"}),
        error_messages={"required": "Choose who may read it."},
    )
    field_order = ("restriction", "reason")


class TextForm(ReasonForm):
    text = LineField(
        label="Corrected docket text",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": "Enter the whole corrected text."},
        help_text="The docket shows this text from now on.",
    )
    field_order = ("text", "reason")


def restrict_page(
    model_admin: "ModelAdmin[Any]",
    request: HttpRequest,
    rows: "QuerySet[Any]",
    *,
    service: Callable[..., object],
    argument: str,
    noun: str,
    columns: tuple[str, ...],
) -> HttpResponse:
    """Ask who may read the selected entries or documents from now on, and why.

    `service` takes the row as the keyword `argument`. `noun`: "entry" or "document".
    """
    who = staff_name(request)

    def restrict(row: Any, *, restriction: str, reason: str) -> None:
        about = {argument: row, "restriction": restriction, "reason": reason}
        service(**about, who=who, at=court_now(row.rehearsal))

    confirmation = Confirmation(
        action="restrict",
        title=f"Change who may read the {noun}",
        meaning="The change takes effect right away for the docket, documents, search and RSS. No e-mail is"
        " sent. Copies that people already have and notices that were sent stay as they are.",
        button=("Change 1 restriction", "Change {count} restrictions"),
        done="Changed the restriction",
        effect=lambda row: Effect(f"Now: {row.get_restriction_display()}."),
        service=restrict,
        columns=columns,
        state=lambda rows: [(row.pk, row.restriction) for row in rows],
        form=RestrictForm(request.POST if CONFIRMED in request.POST else None),
    )
    return confirm(model_admin, request, rows, confirmation)


def correct_page(
    model_admin: "ModelAdmin[DocketEntry]", request: HttpRequest, rows: "QuerySet[DocketEntry]"
) -> HttpResponse:
    """Show the docket text and ask for the corrected one and the reason. One entry at a time."""
    entries = list(rows[:2])
    if len(entries) != 1:
        messages.error(request, "Nothing was corrected. Select exactly one entry.")
        return redirect(next_page(request) or request.get_full_path())
    who = staff_name(request)

    def correct(entry: DocketEntry, *, text: str, reason: str) -> None:
        correct_text(entry=entry, text=text, reason=reason, who=who, at=court_now(entry.rehearsal))

    confirmation = Confirmation(
        action="correct_text",
        title="Correct the docket text",
        meaning="The docket shows the corrected text from now on. The Notice of Electronic Filing stays as it"
        " was sent. The entry's page keeps both texts. No e-mail is sent.",
        button=("Correct the docket text", "Correct the docket text"),
        done="Corrected the docket text",
        effect=lambda entry: Effect("The docket text is replaced by the text below."),
        service=correct,
        columns=("event_name", "case_number", "docket_text"),
        state=lambda rows: [(row.pk, row.text) for row in rows],
        form=TextForm(
            request.POST if CONFIRMED in request.POST else None, initial={"text": entries[0].text}
        ),
    )
    return confirm(model_admin, request, rows, confirmation)


def resend_page(
    model_admin: "ModelAdmin[DocketEntry]", request: HttpRequest, rows: "QuerySet[DocketEntry]"
) -> HttpResponse:
    """Ask for the reason, then e-mail the notices of the selected entries again."""
    who = staff_name(request)
    rows = rows.select_related("notice", "case__court", "rehearsal__clock")
    rows = rows.prefetch_related("notice__recipients")

    def send(entry: DocketEntry, *, reason: str) -> None:
        notice = _notice(entry)
        if notice is None:
            raise Refused(ClerkRefusal.NO_NOTICE)
        notice.entry = entry
        at = court_now(entry.rehearsal)
        resend(notice=notice, recipients=None, by=who, reason=reason, at=at)

    confirmation = Confirmation(
        action="resend_notice",
        title="Resend notices of electronic filing",
        meaning="Each notice goes again, as it was, to the e-mail addresses that are on file now. If an"
        " address is wrong, correct it first. A free look that was used stays used, and the 15 days count"
        " from the filing.",
        button=("Resend 1 notice", "Resend {count} notices"),
        done="Resent the notice",
        effect=_effect_of_resend,
        service=send,
        state=_last_resent,
        columns=("event_name", "case_number", "number", "filer"),
        form=ResendForm(request.POST if CONFIRMED in request.POST else None),
    )
    return confirm(model_admin, request, rows, confirmation)


def _last_resent(entries: list[DocketEntry]) -> int | None:
    """The key of the last line of the log about a resent notice in these rehearsals."""
    lines = Activity.objects.filter(
        rehearsal__in={one.rehearsal_id for one in entries}, what=RESENT
    )
    last: int | None = lines.aggregate(last=Max("pk"))["last"]
    return last


def _notice(entry: DocketEntry) -> NoticeOfElectronicFiling | None:
    notice: NoticeOfElectronicFiling | None = getattr(entry, "notice", None)
    return notice


def _effect_of_resend(entry: DocketEntry) -> Effect:
    notice = _notice(entry)
    if notice is None:
        return refused(ClerkRefusal.NO_NOTICE)
    if entry.restriction == Restriction.SEALED and is_sealed_since(entry):
        return refused(NoticeRefusal.SEALED)
    names = [one.name for one in notice.recipients.all() if one.delivery == Delivery.EMAIL]
    if not names:
        return refused(NoticeRefusal.NO_ADDRESS)
    return Effect(f"E-mail goes to {', '.join(dict.fromkeys(names))}.")
