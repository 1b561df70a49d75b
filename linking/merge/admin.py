from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.contrib.admin.widgets import AdminRadioSelect
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from cmecf.models import AccountOrigin
from efile.queue.matches import Match, likely_matches
from linking.merge.services import merge
from linking.models import Link
from rehearsals.staff.admin_base import court_now, do_for_each, staff_name

TITLE = "Merge into the filer's earlier account"


class MergeForm(forms.Form):
    earlier = forms.TypedChoiceField(
        label="The filer's earlier account",
        coerce=int,
        widget=AdminRadioSelect(attrs={"class": "radiolist"}),
        error_messages={"required": "Choose the earlier account."},
    )
    reason = forms.CharField(
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
    model_admin: "ModelAdmin[Link]", request: HttpRequest, rows: QuerySet[Link]
) -> HttpResponse:
    """Ask for the earlier account and the reason, then merge. One account at a time."""
    links = list(rows[:2])
    if len(links) != 1 or links[0].origin != AccountOrigin.REGISTRATION:
        messages.error(
            request,
            "Nothing was merged. Select exactly one account that an e-file registration created."
            " Its login starts with PACER, followed by a number.",
        )
        return redirect(request.get_full_path())
    link = links[0]
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
    data, who = form.cleaned_data, staff_name(request)
    do_for_each(
        request,
        [link],
        lambda link: merge(
            registered=link,
            earlier_id=data["earlier"],
            reason=data["reason"],
            who=who,
            at=court_now(link.rehearsal),
        ),
        done="Merged the accounts and e-mailed the filer",
    )
