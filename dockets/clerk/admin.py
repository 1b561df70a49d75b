from typing import Any

from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse

from dockets.cases.numbers import CaseNumber, parse_number
from dockets.clerk.filters import OpenFilter
from dockets.clerk.queries import NEWEST, newest_entries, parties_of
from dockets.models import Case
from rehearsals.activity.queries import at_court, lines_about
from rehearsals.models import Activity
from rehearsals.staff.admin_base import ReadOnly, titled


def narrow_by_number(rows: QuerySet[Any], term: str, path: str = "") -> tuple[QuerySet[Any], str]:
    """Those of `rows` whose case has the number in `term`, in any spelling, and the rest of `term`.

    Without a number: all rows and the whole term. `path`: the lookup from a row to its case ("case__"),
    or "" if the rows are cases.
    """
    number, rest = _split_number(term)
    if number is None:
        return rows, term
    found = Q(**{f"{path}year": number.year, f"{path}serial": number.serial})
    if number.kind:
        found &= Q(**{f"{path}kind": number.kind})
    if number.office:
        found &= Q(**{f"{path}office": number.office})
    return rows.filter(found), rest


def _split_number(term: str) -> tuple[CaseNumber | None, str]:
    """The first word of `term` that is a case number, and the other words."""
    words = term.split()
    for place, word in enumerate(words):
        if number := parse_number(word):
            return number, " ".join(words[:place] + words[place + 1 :])
    return None, term


@admin.register(Case)
class CaseAdmin(ReadOnly):
    """The cases of the courts, with parties, attorneys and deadlines."""

    list_order = 44
    change_form_template = "admin/dockets/case.html"
    empty_list = (
        "No case is in this rehearsal. A reset of the rehearsal brings its cases back. A filer opens a case"
        " with a complaint."
    )
    list_display = (
        "full_number", "title", "rehearsal", "court_code", "kind", "filed_on", "last_filed_on", "state",
    )  # fmt: skip
    list_filter = (
        OpenFilter,
        ("court__code", titled("court")),
        ("kind", titled("kind of case")),
        ("access", titled("access")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("court", "rehearsal__clock")
    search_fields = ("number", "title", "parties__last_name", "parties__appearances__name")
    search_help_text = "Case number, title, party or attorney."
    show_full_result_count = False
    ordering = ("-last_filed_on", "-pk")
    readonly_fields = ("state", "associated_cases")
    fieldsets = (
        (None, {"fields": ("rehearsal", "court", "number", "initials", "title", "state", "access")}),
        ("Dates", {"fields": ("filed_on", "closed_on", "last_filed_on")}),
        (
            "About the case",
            {
                "fields": (
                    "presiding_judge", "referral_judge", "nature_of_suit", "cause", "jurisdiction",
                    "jury_demand", "demand", "chapter", "lead_case", "associated_cases",
                )
            },
        ),
    )  # fmt: skip

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Case], search_term: str
    ) -> tuple[QuerySet[Case], bool]:
        """Also find a number as people type it: 1:20-cv-90001-TRN-SIM, 20cv90001."""
        rows, words = narrow_by_number(queryset, search_term)
        return super().get_search_results(request, rows, words)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Add the parties, attorneys, deadlines and newest entries below the facts of the case."""
        case = self.get_object(request, unquote(object_id)) if object_id else None
        about = self._about(case) if case else {}
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), **about}
        )

    def _about(self, case: Case) -> dict[str, Any]:
        return {
            "case": case,
            "parties": parties_of(case),
            "deadlines": list(case.deadlines.order_by("due_on", "pk")),
            "entries": newest_entries(case),
            "newest": NEWEST,
        }

    def history_lines(self, row: Case) -> QuerySet[Activity]:
        """What was filed and changed in the case."""
        return at_court(lines_about(row.rehearsal, row.number), row.court.code)

    @admin.display(description="associated cases")
    def associated_cases(self, case: Case) -> str:
        return ", ".join(case.related_cases)

    @admin.display(description="case", ordering="number")
    def full_number(self, case: Case) -> str:
        return case.full_number

    @admin.display(description="court", ordering="court__code")
    def court_code(self, case: Case) -> str:
        return case.court.code

    @admin.display(description="state", ordering="closed_on")
    def state(self, case: Case) -> str:
        state = "Closed" if case.closed_on else "Open"
        return f"{state}, under seal" if case.is_sealed else state
