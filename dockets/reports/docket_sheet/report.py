"""The docket sheet, in parts: the caption, and the entries in chunks."""

from collections.abc import Iterator
from itertools import islice

from django.template.loader import render_to_string
from django.urls import reverse

from dockets.models import Case, CaseKind
from dockets.reports.docket_sheet.caption import (
    PartyBlock,
    heading_lines,
    left_lines,
    party_blocks,
    right_lines,
)
from dockets.reports.docket_sheet.many_entries import DOCUMENTS_AT_ONCE
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.queries import (
    member_cases,
    parties_of,
    references_in,
    with_documents,
)
from dockets.reports.docket_sheet.rows import EntryRow, RowWriter

DESCRIPTION = "Docket Report"  # on the receipt
_ROWS_AT_ONCE = 200


def docket_sheet_parts(case: Case, options: SheetOptions, *, is_participant: bool) -> Iterator[str]:
    """The HTML of the report. The number of queries doesn't depend on the number of entries."""
    yield _caption(case, options)
    rows = docket_rows(case, options, is_participant=is_participant)
    is_empty = True
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        yield _entries(chunk, has_top=is_empty)
        is_empty = False
    yield _bottom(case, options, is_empty=is_empty)


def docket_rows(case: Case, options: SheetOptions, *, is_participant: bool) -> Iterator[EntryRow]:
    """The entries that the report shows. `is_participant`: see dockets.cases.rules.may_read."""
    writer = RowWriter(
        case,
        is_participant=is_participant,
        has_headers=options.has_headers,
        has_boxes=options.has_boxes,
        references=references_in(case, options),
    )
    return writer.rows(with_documents(case, options))


def empty_sentence(case: Case) -> str:
    """What a report without entries says."""
    if case.last_sequence:
        return f"There are proceedings for case {case.full_number} but none satisfy the selection criteria."
    return "There are no documents in this case."


def shown_parties(case: Case, options: SheetOptions) -> list[PartyBlock]:
    """The parties that the report shows; in a criminal case, the defendants first."""
    parties = parties_of(case, options) if options.has_parties else []
    if case.kind == CaseKind.CRIMINAL:
        parties.sort(key=lambda one: (one.defendant_number is None, one.defendant_number or 0))
    return party_blocks(case, parties)


def _caption(case: Case, options: SheetOptions) -> str:
    context = {
        "case": case,
        "heading": heading_lines(case),
        "left": left_lines(case),
        "right": right_lines(case),
        "blocks": shown_parties(case, options),
        "members": member_cases(case) if options.has_members else None,
        "sheet_url": _address(case),
    }
    return render_to_string("dockets/docket_sheet/caption.html", context)


def _entries(rows: list[EntryRow], *, has_top: bool) -> str:
    context = {"rows": rows, "has_top": has_top}
    return render_to_string("dockets/docket_sheet/entries.html", context)


def _bottom(case: Case, options: SheetOptions, *, is_empty: bool) -> str:
    last = options.last or 0
    has_more = not is_empty and 0 < last < case.last_number
    context = {
        "case": case,
        "empty_sentence": empty_sentence(case) if is_empty else "",
        "next_first": last + 1 if has_more else 0,
        "next_last": min(last + DOCUMENTS_AT_ONCE, case.last_number),
        "sheet_url": _address(case),
        "options": options,
        "selected_url": reverse("dockets:selected_documents", args=[case.court.code]),
    }
    return render_to_string("dockets/docket_sheet/bottom.html", context)


def _address(case: Case) -> str:
    return reverse("dockets:docket_sheet", args=[case.court.code])
