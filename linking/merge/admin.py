from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AdminRadioSelect
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from cmecf.models import AccountOrigin
from efile.queue.matches import Match, likely_matches
from linking.merge.services import merge
from linking.models import Link
from rehearsals.staff.admin_base import court_now, staff_name
from rehearsals.staff.confirmation import CONFIRMED, Confirmation, Effect, confirm
from rehearsals.staff.line_field import LineField
from rehearsals.staff.next_page import next_page

TITLE = "Merge into the filer's earlier account"


class MergeForm(forms.Form):
    earlier = forms.TypedChoiceField(
        label="The filer's earlier account",
        coerce=int,
        widget=AdminRadioSelect(attrs={"class": "radiolist"}),
        error_messages={"required": "Choose the earlier account."},
    )
    reason = LineField(
        label="Reason for merging the two accounts",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason."},
        help_text="Kept in the activity log and e-mailed to the filer.",
    )

    def __init__(self, matches: list[Match], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        earlier = self.fields["earlier"]
        assert isinstance(earlier, forms.TypedChoiceField)
        earlier.choices = [(match.account.pk, _label(match)) for match in matches]
        if len(matches) == 1:
            self.initial["earlier"] = matches[0].account.pk


def _label(match: Match) -> str:
    account = match.account
    reasons = ", ".join(match.reasons)
    return f"{account.login}, {account.full_name}, {account.email} ({reasons})"


def free_matches(link: Link) -> list[Match]:
    """Unlinked accounts in the same court that may be the filer's, from before NextGen."""
    accounts = link.court.cmecf_accounts.filter(
        pacer_account=None, is_active=True, origin=AccountOrigin.LEGACY
    )
    return likely_matches(link.linked_account, link.email, accounts)


def merge_page(
    model_admin: "ModelAdmin[Link]", request: HttpRequest, rows: "QuerySet[Link]"
) -> HttpResponse:
    """Ask for the earlier account and the reason, then merge. One account at a time."""
    links = list(rows[:2])
    if len(links) != 1 or links[0].origin != AccountOrigin.REGISTRATION:
        messages.error(
            request,
            "Nothing was merged. Select exactly one account that an e-file registration created."
            " Its login starts with PACER, followed by a number.",
        )
        return redirect(next_page(request) or request.get_full_path())
    matches = free_matches(links[0])
    who = staff_name(request)

    def into_earlier(link: Link, *, earlier: int, reason: str) -> None:
        at = court_now(link.rehearsal)
        merge(registered=link, earlier_id=earlier, reason=reason, who=who, at=at)

    confirmation = Confirmation(
        action="merge_into_earlier",
        title=TITLE,
        meaning="The filer's earlier account is linked to the PACER account, and the account that the e-file"
        " registration created is closed. Its cases and filings move to the earlier account. Its history"
        " stays in the activity log.",
        button=("Merge", "Merge"),
        done="Merged the accounts and e-mailed the filer",
        effect=lambda link: _effect(link, matches),
        service=into_earlier,
        columns=("cmecf_name", "login", "pacer_number", "court_code", "linked"),
        form=MergeForm(matches, request.POST if CONFIRMED in request.POST else None),
    )
    return confirm(model_admin, request, rows, confirmation)


def _effect(link: Link, matches: list[Match]) -> Effect:
    if not matches:
        return Effect(
            "No unlinked account in this court looks like the filer's. Unlock a closed login, or unlink a"
            " linked one, first.",
            is_refused=True,
        )
    return Effect(f"{link.login} is closed. The filer gets an e-mail with your reason.")
