from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_GET

from dockets.clerk.admin import narrow_by_number
from dockets.clerk.filters import CaseFilter, EntryFilter, FiledByFilter, FilerFilter, NamesFilter
from dockets.clerk.repairs import correct_page, resend_page, restrict_page
from dockets.clerk.services import open_file, restrict_document, restrict_entry
from dockets.documents.files import served
from dockets.models import DocketEntry, EntryDocument
from rehearsals.activity.queries import at_court, lines_about
from rehearsals.clock.court_time import moment_text
from rehearsals.help.refusals import Refused
from rehearsals.models import Activity
from rehearsals.staff.admin_base import ReadOnly, court_now, short_time, staff_name, titled


class DocketAdmin(ReadOnly):
    """Base of the lists of entries and documents, which a clerk may repair. See dockets.clerk.repairs."""

    show_full_result_count = False

    def has_repair_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"dockets.change_{self.opts.model_name}")


@admin.register(DocketEntry)
class DocketEntryAdmin(DocketAdmin):
    list_order = 45
    change_form_template = "admin/dockets/entry.html"
    empty_list = (
        "Nothing is on a docket here. An entry appears when a filer or the court files something."
    )
    list_display = (
        "event_name", "case_number", "number", "rehearsal", "entered", "filer", "entered_with_name",
        "restriction",
    )  # fmt: skip
    list_filter = (
        FiledByFilter,
        NamesFilter,
        CaseFilter,
        FilerFilter,
        ("case__court__code", titled("court")),
        ("restriction", titled("who may read it")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("case__court", "rehearsal__clock", "entered_by", "entered_with")
    search_fields = ("case__number", "case__title", "short_text", "text", "entered_by_name")
    search_help_text = (
        "Case number or title, docket text, or the filer's name. With a case number and words: the entries"
        " of that case that have the words."
    )
    ordering = ("-entered_at", "-pk")
    actions = row_actions = ("correct_text", "restrict", "resend_notice")
    fields = (
        "rehearsal", "case_link", "number_or_none", "filed_on", "entered_full", "docket_text", "filed_by",
        "filer", "entered_with_name", "restriction", "earlier_entries",
    )  # fmt: skip
    readonly_fields = fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[DocketEntry], search_term: str
    ) -> tuple[QuerySet[DocketEntry], bool]:
        rows, words = narrow_by_number(queryset, search_term, "case__")
        return super().get_search_results(request, rows, words)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Add the documents, the notice and the corrections below the facts of the entry."""
        entry = self.get_object(request, unquote(object_id)) if object_id else None
        about = self._about(entry) if entry else {}
        return super().changeform_view(
            request, object_id, form_url, {**(extra_context or {}), **about}
        )

    def _about(self, entry: DocketEntry) -> dict[str, Any]:
        documents = list(entry.documents.order_by("attachment"))
        for document in documents:
            document.entry = entry
        notice = getattr(entry, "notice", None)
        return {
            "entry": entry,
            "documents": documents,
            "notice": notice,
            "recipients": list(notice.recipients.order_by("position")) if notice else [],
            "corrections": list(entry.corrections.all()),
            "zone": entry.case.court.time_zone,
        }

    def history_lines(self, row: DocketEntry) -> QuerySet[Activity]:
        """The filing and the changes of this entry and its documents."""
        return at_court(lines_about(row.rehearsal, row.log_name), row.case.court.code)

    @admin.display(description="event", ordering="short_text")
    def event_name(self, entry: DocketEntry) -> str:
        return entry.short_text

    @admin.display(description="number")
    def number_or_none(self, entry: DocketEntry) -> str:
        return str(entry.number or "None. The docket shows this entry without a number.")

    @admin.display(description="refers to entries")
    def earlier_entries(self, entry: DocketEntry) -> str:
        return ", ".join(map(str, entry.refers_to)) or "None"

    @admin.display(description="case", ordering="case__number")
    def case_number(self, entry: DocketEntry) -> str:
        return entry.case.full_number

    @admin.display(description="case")
    def case_link(self, entry: DocketEntry) -> str:
        url = reverse("admin:dockets_case_change", args=[entry.case_id])
        return format_html('<a href="{}">{}</a>', url, entry.case)

    @admin.display(description="docket text")
    def docket_text(self, entry: DocketEntry) -> str:
        return entry.text

    @admin.display(description="entered", ordering="entered_at")
    def entered(self, entry: DocketEntry) -> str:
        return short_time(entry.rehearsal, entry.entered_at, entry.case.court.time_zone)

    @admin.display(description="entered (court time)")
    def entered_full(self, entry: DocketEntry) -> str:
        return moment_text(entry.entered_at, entry.case.court.time_zone)

    @admin.display(description="filer", ordering="entered_by_name")
    def filer(self, entry: DocketEntry) -> str:
        if entry.entered_by:
            return f"{entry.entered_by.full_name} ({entry.entered_by.login})"
        return entry.entered_by_name or "The court"

    @admin.display(description="PACER account that filed")
    def entered_with_name(self, entry: DocketEntry) -> str:
        account = entry.entered_with
        return f"{account.full_name} ({account.account_number})" if account else ""

    @admin.action(description="Correct the docket text", permissions=["repair"])
    def correct_text(self, request: HttpRequest, rows: QuerySet[DocketEntry]) -> HttpResponse:
        return correct_page(self, request, rows)

    @admin.action(description="Resend the notice", permissions=["repair"])
    def resend_notice(self, request: HttpRequest, rows: QuerySet[DocketEntry]) -> HttpResponse:
        return resend_page(self, request, rows)

    @admin.action(description="Restrict, or open again", permissions=["repair"])
    def restrict(self, request: HttpRequest, rows: QuerySet[DocketEntry]) -> HttpResponse:
        return restrict_page(
            self,
            request,
            rows,
            service=restrict_entry,
            argument="entry",
            noun="entry",
            columns=("event_name", "case_number", "number", "filer"),
        )


@admin.register(EntryDocument)
class EntryDocumentAdmin(DocketAdmin):
    list_order = 46
    empty_list = (
        "No document was filed in this rehearsal. A document appears here when it is filed."
    )
    list_display = (
        "file_name", "case_number", "entry_number", "rehearsal", "place", "label", "pages",
        "who_may_read",
    )  # fmt: skip
    list_filter = (
        EntryFilter,
        ("restriction", titled("who may read it")),
        ("entry__case__court__code", titled("court")),
        ("rehearsal__kind", titled("kind of rehearsal")),
    )
    list_select_related = ("entry__case__court", "rehearsal__clock")
    search_fields = (
        "entry__case__number", "entry__case__title", "file_name", "description", "entry__short_text",
    )  # fmt: skip
    search_help_text = "Case number or title, file name, description, or the entry's event."
    ordering = ("-pk",)
    actions = row_actions = ("restrict",)
    fields = (
        "rehearsal", "entry_link", "place", "category", "description", "file_link", "pages", "size",
        "sha256", "who_may_read",
    )  # fmt: skip
    readonly_fields = fields

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[EntryDocument], search_term: str
    ) -> tuple[QuerySet[EntryDocument], bool]:
        rows, words = narrow_by_number(queryset, search_term, "entry__case__")
        return super().get_search_results(request, rows, words)

    def history_lines(self, row: EntryDocument) -> QuerySet[Activity]:
        """The changes of this document alone; the entry's history has the filing."""
        return at_court(lines_about(row.rehearsal, row.log_name), row.entry.case.court.code)

    @admin.display(description="case", ordering="entry__case__number")
    def case_number(self, document: EntryDocument) -> str:
        return document.entry.case.full_number

    @admin.display(description="entry", ordering="entry__number")
    def entry_number(self, document: EntryDocument) -> str:
        return str(document.entry.number or "text only")

    @admin.display(description="entry")
    def entry_link(self, document: EntryDocument) -> str:
        url = reverse("admin:dockets_docketentry_change", args=[document.entry_id])
        return format_html('<a href="{}">{}</a>', url, document.entry)

    @admin.display(description="file")
    def file_link(self, document: EntryDocument) -> str:
        url = reverse("admin:dockets_entrydocument_file", args=[document.pk])
        return format_html('<a href="{}">Download {}</a>', url, document.file_name)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_GET(self.file))
        return [
            path("<int:pk>/file/", view, name="dockets_entrydocument_file"),
            *super().get_urls(),
        ]

    def file(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The file as it was filed, as a download."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = self.get_queryset(request).select_related("entry__case__court", "rehearsal__clock")
        document: EntryDocument = get_object_or_404(rows, pk=pk)
        who, at = staff_name(request), court_now(document.rehearsal)
        try:
            file = open_file(document=document, who=who, at=at)
        except Refused as refused:
            reason = refused.reason
            messages.error(request, f"{reason.sentence} {reason.todo}")
            return redirect("admin:dockets_entrydocument_change", pk)
        answer: HttpResponse = served(file, document, is_download=True)
        return answer

    @admin.display(description="restriction", ordering="restriction")
    def who_may_read(self, document: EntryDocument) -> str:
        return document.readers

    @admin.display(description="place", ordering="attachment")
    def place(self, document: EntryDocument) -> str:
        return document.place.capitalize()

    @admin.action(description="Restrict, or open again", permissions=["repair"])
    def restrict(self, request: HttpRequest, rows: QuerySet[EntryDocument]) -> HttpResponse:
        return restrict_page(
            self,
            request,
            rows,
            service=restrict_document,
            argument="document",
            noun="document",
            columns=("file_name", "case_number", "entry_number", "place"),
        )
