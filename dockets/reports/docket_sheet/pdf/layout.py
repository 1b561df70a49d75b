"""Where each line of a report is on its pages. Lengths are in points, from the lower left corner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from dockets.reports.docket_sheet.pdf.words import Line, Run, wrapped

WIDTH, HEIGHT = 612, 792  # US Letter
LEFT, RIGHT = 54, 558
TOP, BOTTOM = 716, 60  # of the report, between the heading and the foot of the page
LEADING = 12.5
MOST_PAGES = 300  # they take two to three seconds
KEPT_TOGETHER = 14  # lines of a row that isn't divided between two pages


class TooManyPages(Exception):
    """The report has more than MOST_PAGES."""


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of a row: where it begins, and its text in lines that fit into it."""

    x: float
    lines: list[Line]


def column(x: float, width: float, *texts: Sequence[Run]) -> Column:
    """A cell with paragraphs."""
    return Column(x, [line for runs in texts for line in wrapped(runs, width)])


@dataclass(frozen=True, slots=True)
class Page:
    """`texts`: a line and where it begins. `rules`: the heights of lines across the page."""

    texts: list[tuple[float, float, Line]] = field(default_factory=list)
    rules: list[float] = field(default_factory=list)


class Layout:
    """Pages that are filled from the top. Its methods raise TooManyPages."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self._y: float = TOP

    def space(self, height: float) -> None:
        self._y -= height

    def row(self, *columns: Column, top: Sequence[Column] = ()) -> None:
        """Cells beside each other. `top`: the head of their table, which each new page repeats."""
        lines = list(zip_longest(*(one.lines for one in columns)))
        kept = len(lines) if len(lines) <= KEPT_TOGETHER else 2
        for index, cells in enumerate(lines):
            if self._y - LEADING * (kept if index == 0 else 1) < BOTTOM:
                self._next_page(top)
            self._y -= LEADING
            for one, line in zip(columns, cells, strict=True):
                if line:
                    self.pages[-1].texts.append((one.x, self._y, line))

    def rule(self) -> None:
        """A line across the page."""
        self._y -= 4
        self.pages[-1].rules.append(self._y)
        self._y -= 1

    def _next_page(self, top: Sequence[Column]) -> None:
        if len(self.pages) == MOST_PAGES:
            raise TooManyPages
        self.pages.append(Page())
        self._y = TOP
        if top:
            self.row(*top)
            self.rule()
