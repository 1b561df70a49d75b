"""The clerk's page "Merge into the filer's earlier record": which one, and why."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AdminRadioSelect
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from cmecf.models import CameBy
from efile.queue.matches import Match, likely_matches
from linking.merge.services import merge
from linking.models import Link
from rehearsals.clock import clock
from rehearsals.staff.admin_base import do_for_each, staff_name

TITLE = "Merge into the filer's earlier record"


class MergeForm(forms.Form):
    earlier = forms.TypedChoiceField(
        label="The filer's earlier record",
        coerce=int,
        widget=AdminRadioSelect(attrs={"class": "radiolist"}),
        error_messages={"required": "Choose the earlier record."},
    )
    reason = forms.CharField(
        label="Why are the two records merged?",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write the reason."},
        help_text="Kept in the activity log and mailed to the filer.",
    )

    def __init__(self, matches: list[Match], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["earlier"].choices = [(one.account.pk, _label(one)) for one in matches]
        if len(matches) == 1:
            self.initial["earlier"] = matches[0].account.pk


def _label(match: Match) -> str:
    account = match.account
    words = ", ".join(match.reasons)
    return f"{account.login}, {account.full_name}, {account.email} ({words})"


def free_matches(link: Link) -> list[Match]:
    """Earlier records of the same court that may be the filer's own and are free to be linked."""
    accounts = link.court.cmecf_accounts.filter(
        pacer_account=None, is_active=True, came_by=CameBy.LEGACY
    )
    return likely_matches(link.pacer_account, link.email, accounts)


def merge_page(model_admin: ModelAdmin, request: HttpRequest, rows: QuerySet[Link]) -> HttpResponse:
    """One record at a time. Asks which earlier record and why; then merges."""
    found = list(rows[:2])
    if len(found) != 1 or found[0].came_by != CameBy.REGISTRATION:
        messages.error(
            request,
            "Nothing was merged: tick exactly one record that came from an e-file registration."
            " Its login is PACER and a number.",
        )
        return redirect(request.get_full_path())
    link = found[0]
    matches = free_matches(link)
    form = MergeForm(matches, request.POST if "reason" in request.POST else None)
    if form.is_valid():
        _merge(request, link, form)
        return redirect(request.get_full_path())
    context = {
        **model_admin.admin_site.each_context(request),
        "title": TITLE, "opts": model_admin.opts, "link": link, "matches": matches, "form": form,
    }  # fmt: skip
    return TemplateResponse(request, "admin/linking/merge.html", context)


def _merge(request: HttpRequest, link: Link, form: MergeForm) -> None:
    chosen, who = form.cleaned_data, staff_name(request)
    do_for_each(
        request,
        [link],
        lambda row: merge(
            row, earlier_id=chosen["earlier"], reason=chosen["reason"], who=who, at=clock.now()
        ),
        done="Records merged, with a letter to the filer",
    )
