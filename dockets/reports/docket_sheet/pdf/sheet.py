"""A docket sheet laid out on pages, from the same rows as the one in HTML."""

from collections.abc import Iterable, Iterator
from typing import Any

from dockets.cases.charges import Charges, Count
from dockets.documents.links import DocumentLink
from dockets.models import Case
from dockets.reports.docket_sheet.caption import (
    Counsel,
    PartyBlock,
    heading_lines,
    left_lines,
    right_lines,
)
from dockets.reports.docket_sheet.options import SheetOptions
from dockets.reports.docket_sheet.pdf.layout import LEFT, RIGHT, Column, Layout, Page, column
from dockets.reports.docket_sheet.pdf.words import BOLD, ITALIC, NO_BREAK, PLAIN, Run, is_changed
from dockets.reports.docket_sheet.queries import member_cases
from dockets.reports.docket_sheet.report import docket_rows, empty_sentence, shown_parties
from dockets.reports.docket_sheet.rows import EntryRow

_CHANGED = (
    "This PDF doesn't have every character of the docket. Where you see a question mark or miss an accent,"
    " run the report as HTML."
)
_FULL = RIGHT - LEFT
_CAPTION_RIGHT, _COUNSEL = 340, 290  # where the right sides begin
_NUMBER, _TEXT = 116, 150
_CHARGE_WIDTH = 300
_GAP = 6  # between parts
_TOP = (
    column(LEFT, _NUMBER - LEFT, [Run("Date Filed", BOLD)]),
    column(_NUMBER, _TEXT - _NUMBER, [Run("#", BOLD)]),
    column(_TEXT, RIGHT - _TEXT, [Run("Docket Text", BOLD)]),
)


def docket_pages(
    case: Case, options: SheetOptions, *, is_participant: bool, origin: str
) -> list[Page]:
    """The pages of the report, without the receipt. Raises TooManyPages.

    `origin`: "https://host", which comes before each address.
    """
    sheet = _Sheet(origin)
    sheet.caption(case)
    for block in shown_parties(case, options):
        sheet.party(block)
    if options.has_members:
        numbers = [member.full_number for member in member_cases(case)]
        sheet.layout.space(_GAP)
        sheet.row((LEFT, _FULL, [Run("Member cases: ", BOLD), Run(", ".join(numbers) or "None")]))
    rows = docket_rows(case, options, is_participant=is_participant)
    if not sheet.entries(rows):
        sheet.row((LEFT, _FULL, [Run(empty_sentence(case))]))
    sheet.ending()
    return sheet.layout.pages


class _Sheet:
    """The parts of a docket sheet, written one below the other."""

    def __init__(self, origin: str) -> None:
        self.layout, self.origin = Layout(), origin
        self.is_changed = False

    def row(self, *cells: Any, top: tuple[Column, ...] = ()) -> None:
        """`cells`: each (where it begins, its width, one paragraph after the other)."""
        for _, _, *paragraphs in cells:
            self.is_changed |= any(is_changed(run.text) for runs in paragraphs for run in runs)
        self.layout.row(*(column(*cell) for cell in cells), top=top)

    def caption(self, case: Case) -> None:
        for text in heading_lines(case):
            self.row((LEFT, _FULL, [Run(text, BOLD, size=12)]))
        self.layout.space(_GAP)
        left, right = (
            [[Run(one)] for one in lines] for lines in (left_lines(case), right_lines(case))
        )
        self.row(
            (LEFT, _CAPTION_RIGHT - LEFT - 20, *left),
            (_CAPTION_RIGHT, RIGHT - _CAPTION_RIGHT, *right),
        )
        self.layout.rule()

    def party(self, block: PartyBlock) -> None:
        if block.has_versus:
            self.layout.space(_GAP)
            self.row((LEFT, _FULL, [Run("V.")]))
        self.layout.space(_GAP)
        name, counsel = _party_lines(block), list(_counsel_lines(block))
        cells: list[Any] = [(LEFT, _COUNSEL - LEFT - 90, [Run(block.heading, BOLD)], *name)]
        if counsel:
            cells += [
                (_COUNSEL - 80, 70, [], [Run("represented by")]),
                (_COUNSEL, RIGHT - _COUNSEL, [], *counsel),
            ]
        self.row(*cells)
        if block.charges:
            self._charges(block.charges)

    def _charges(self, charges: Charges) -> None:
        self._counts("Pending Counts", charges.pending)
        self._level("Highest Offense Level (Opening)", charges.opening_level)
        self._counts("Terminated Counts", charges.terminated)
        self._level("Highest Offense Level (Terminated)", charges.terminated_level)
        self._counts("Complaints", charges.complaints)

    def _counts(self, heading: str, counts: tuple[Count, ...]) -> None:
        self.layout.space(_GAP)
        self._pair([Run(heading, BOLD)], [Run("Disposition", BOLD)])
        for count in counts:
            self._pair([Run(count.label)], [Run(count.disposition)])
        if not counts:
            self._pair([Run("None")], [])

    def _level(self, heading: str, level: str) -> None:
        self.layout.space(_GAP)
        self._pair([Run(heading, BOLD)], [])
        self._pair([Run(level)], [])

    def _pair(self, left: list[Run], right: list[Run]) -> None:
        middle = LEFT + _CHARGE_WIDTH
        self.row((LEFT, _CHARGE_WIDTH - 10, left), (middle, RIGHT - middle, right))

    def entries(self, rows: Iterable[EntryRow]) -> bool:
        """Write the table of entries; whether there are any."""
        has_rows = False
        for row in rows:
            if not has_rows:
                self.layout.rule()
                self.row(*((one.x, RIGHT - one.x, *one.lines) for one in _TOP))
            self.layout.rule()
            has_rows = True
            number = [self._link(row.number)] if row.number else []
            self.row(
                (LEFT, _NUMBER - LEFT, [Run(row.filed)]),
                (_NUMBER, _TEXT - _NUMBER, number),
                (_TEXT, RIGHT - _TEXT, list(self._entry_text(row))),
                top=_TOP,
            )
        return has_rows

    def _entry_text(self, row: EntryRow) -> Iterator[Run]:
        text = ""
        for part in row.text:
            if part.url:
                yield Run(text)
                yield self._link(part)
                text = ""
            else:
                text += part.text
        for index, attachment in enumerate(row.attachments):
            yield Run(f"{text}{', #' if index else ' (Attachments: #'}{NO_BREAK}")
            yield self._link(attachment)
            text = f" {attachment.label}"
        ending = f" {row.signature}" if row.signature else ""
        yield Run(f"{text}{')' if row.attachments else ''}{ending} (Entered: {row.entered})")

    def _link(self, link: DocumentLink) -> Run:
        query = "" if link.has_header else "?pdf_header=0"
        return Run(link.text, url=f"{self.origin}{link.url}{query}" if link.url else "")

    def ending(self) -> None:
        if self.is_changed:
            self.layout.rule()
            self.row((LEFT, _FULL, [Run(_CHANGED, ITALIC)]))


def _party_lines(block: PartyBlock) -> list[list[Run]]:
    party = block.party
    lines = [Run(party.full_name, BOLD), Run(party.note)]
    if party.terminated_on:
        lines.append(Run(f"TERMINATED: {party.terminated_on:%m/%d/%Y}", ITALIC))
    return [[run] for run in lines if run.text]


def _counsel_lines(block: PartyBlock) -> Iterator[list[Run]]:
    if block.party.is_pro_se and not block.counsel:
        yield [Run(block.party.full_name, BOLD)]
        yield [Run("PRO SE", ITALIC)]
    for index, counsel in enumerate(block.counsel):
        if index:
            yield []
        yield from ([run] for run in _one_counsel(counsel))


def _one_counsel(counsel: Counsel) -> Iterator[Run]:
    yield Run(counsel.name, BOLD)
    for text in ["(See above for address)"] if counsel.is_above else counsel.lines:
        yield Run(text, PLAIN)
    for role in counsel.roles:
        yield Run(role, ITALIC)
    if counsel.designation:
        yield Run(f"Designation: {counsel.designation}", ITALIC)
