from typing import ClassVar

from django.contrib import admin
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse

from cmecf.courts.files_as import account_number_in
from linking.merge.admin import TITLE, merge_page
from linking.models import Link
from linking.unlink.admin import unlink_page
from linking.unlink.queries import links_with_other_names
from rehearsals.activity.queries import at_court, lines_about
from rehearsals.clock.court_time import moment_text
from rehearsals.models import Activity, Rehearsal
from rehearsals.staff.admin_base import ReadOnly, short_time, titled
from rehearsals.staff.filters import GroupFilter
from rehearsals.staff.working_in import working_in


def with_names_differ(rows: QuerySet[Link], rehearsal: Rehearsal | None) -> QuerySet[Link]:
    """Add `names_differ` to each of `rows`, by the rule of the link page.

    `rehearsal`: the one that all rows belong to. For rows of all rehearsals (None) the rule would read too
    many, so there the database compares the names in small letters.
    """
    if rehearsal:
        condition = Q(pk__in=links_with_other_names(rehearsal))
    else:
        rows = rows.annotate(
            first_key=Lower("pacer_account__first_name"), last_key=Lower("pacer_account__last_name")
        )
        condition = ~Q(first_key=Lower("first_name"), last_key=Lower("last_name"))
    differ = Case(When(condition, then=Value(True)), default=False, output_field=BooleanField())
    return rows.annotate(names_differ=differ)


class NamesFilter(GroupFilter):
    title = "names in CM/ECF and PACER"
    parameter_name = "names"
    groups: ClassVar = {
        "differ": ("Differ: check them", Q(names_differ=True)),
        "agree": ("Agree", Q(names_differ=False)),
    }


@admin.register(Link)
class LinkAdmin(ReadOnly):
    """Links, with the names on both sides, so that a clerk sees which one may be wrong."""

    list_order = 30
    empty_list = (
        "No account is linked yet. A link appears here when an attorney links a CM/ECF login to a PACER"
        " account, from the court's go-live on. If the two names differ, check with the filer."
    )
    list_display = (
        "cmecf_name", "names_agree", "rehearsal", "pacer_name", "login", "pacer_number",
        "court_code", "since",
    )  # fmt: skip
    list_filter = (
        NamesFilter,
        ("court__code", titled("court")),
        ("origin", titled("origin of the account")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("court", "pacer_account", "rehearsal__clock")
    search_fields = (
        "login", "first_name", "last_name", "email", "pacer_account__account_number",
        "pacer_account__username", "pacer_account__last_name", "rehearsal__code",
    )  # fmt: skip
    search_help_text = "CM/ECF login, name, e-mail, PACER account, reference, or rehearsal code."
    ordering = ("-linked_at",)
    actions = row_actions = ("unlink_with_reason", "merge_into_earlier")
    fields = (
        "rehearsal", "court", "login", "cmecf_name", "email", "pacer_number", "pacer_name",
        "names_agree", "linked",
    )  # fmt: skip
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Link]:
        rows = super().get_queryset(request).filter(pacer_account__isnull=False)
        return with_names_differ(rows, working_in(request))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Link], search_term: str
    ) -> tuple[QuerySet[Link], bool]:
        """Also find the link of a reference that a caller reads out."""
        return super().get_search_results(request, queryset, account_number_in(search_term))

    def history_lines(self, row: Link) -> QuerySet[Activity]:
        """What was done with the CM/ECF login at its court."""
        return at_court(lines_about(row.rehearsal, row.log_name), row.court.code)

    @admin.display(description="CM/ECF name", ordering="last_name")
    def cmecf_name(self, link: Link) -> str:
        return link.full_name

    @admin.display(description="PACER account", ordering="pacer_account__account_number")
    def pacer_number(self, link: Link) -> str:
        return link.linked_account.account_number

    @admin.display(description="PACER name", ordering="pacer_account__last_name")
    def pacer_name(self, link: Link) -> str:
        return link.linked_account.full_name

    @admin.display(description="names", ordering="names_differ")
    def names_agree(self, link: Link) -> str:
        differ: bool = link.names_differ  # type: ignore[attr-defined]
        return "Differ" if differ else "Agree"

    @admin.display(description="court", ordering="court__code")
    def court_code(self, link: Link) -> str:
        return link.court.code

    @admin.display(description="linked since", ordering="linked_at")
    def since(self, link: Link) -> str:
        return short_time(link.rehearsal, link.linked_at, link.court.time_zone)

    @admin.display(description="linked since")
    def linked(self, link: Link) -> str:
        return moment_text(link.linked_at, link.court.time_zone) if link.linked_at else ""

    def has_unlink_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("linking.change_link")

    @admin.action(description="Unlink, with a reason", permissions=["unlink"])
    def unlink_with_reason(self, request: HttpRequest, rows: QuerySet[Link]) -> HttpResponse:
        """See linking.unlink.admin."""
        return unlink_page(self, request, rows)

    @admin.action(description=TITLE, permissions=["unlink"])
    def merge_into_earlier(self, request: HttpRequest, rows: QuerySet[Link]) -> HttpResponse:
        """For an account that an e-file registration created: see linking.merge.admin."""
        return merge_page(self, request, rows)
