from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from linking.merge.admin import TITLE, merge_page
from linking.models import Link
from linking.unlink.services import unlink
from rehearsals.clock.court_time import moment_text
from rehearsals.staff.admin_base import ReadOnly, court_now, do_for_each, staff_name, titled


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Reason for undoing this link",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason."},
        help_text="Kept in the activity log and e-mailed to both addresses.",
    )


@admin.register(Link)
class LinkAdmin(ReadOnly):
    list_display = (
        "login", "rehearsal", "cmecf_name", "pacer_name", "names_agree", "pacer_number", "court",
        "linked",
    )  # fmt: skip
    list_filter = (
        ("court__code", titled("court")),
        ("origin", titled("origin of the account")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("court", "pacer_account", "rehearsal")
    search_fields = (
        "login", "first_name", "last_name", "email", "pacer_account__account_number",
        "pacer_account__username", "pacer_account__last_name", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "CM/ECF login, name, e-mail, PACER account, or rehearsal code."
    ordering = ("-linked_at",)
    actions = ("unlink_with_reason", "merge_into_earlier")
    fields = (
        "rehearsal", "court", "login", "cmecf_name", "email", "pacer_number", "pacer_name",
        "names_agree", "linked",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Link]:
        return super().get_queryset(request).filter(pacer_account__isnull=False)

    @admin.display(description="CM/ECF name", ordering="last_name")
    def cmecf_name(self, link: Link) -> str:
        return link.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, link: Link) -> str:
        return link.linked_account.account_number

    @admin.display(description="PACER name", ordering="pacer_account__last_name")
    def pacer_name(self, link: Link) -> str:
        return link.linked_account.full_name

    @admin.display(description="names agree", boolean=True)
    def names_agree(self, link: Link) -> bool:
        return link.names_agree

    @admin.display(description="linked since", ordering="linked_at")
    def linked(self, link: Link) -> str:
        return moment_text(link.linked_at, link.court.time_zone) if link.linked_at else ""

    def has_unlink_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("linking.change_link")

    @admin.action(description="Unlink, with a reason", permissions=["unlink"])
    def unlink_with_reason(self, request: HttpRequest, rows: QuerySet[Link]) -> HttpResponse:
        """Show the selected links and ask for a reason, then undo each link."""
        form = ReasonForm(request.POST if "reason" in request.POST else None)
        if form.is_valid():
            reason, who = form.cleaned_data["reason"], staff_name(request)
            do_for_each(
                request,
                rows,
                lambda link: unlink(
                    account=link, reason=reason, who=who, at=court_now(link.rehearsal)
                ),
                done="Unlinked",
            )
            return redirect(request.get_full_path())
        if form.is_bound:
            messages.error(request, "Nothing was unlinked. Enter a reason.")
        context = {
            **self.admin_site.each_context(request),
            "title": "Unlink, with a reason",
            "opts": self.opts,
            "links": rows,
            "form": form,
        }
        return TemplateResponse(request, "admin/linking/unlink.html", context)

    @admin.action(description=TITLE, permissions=["unlink"])
    def merge_into_earlier(self, request: HttpRequest, rows: QuerySet[Link]) -> HttpResponse:
        """For an account that an e-file registration created: see linking.merge.admin."""
        return merge_page(self, request, rows)
