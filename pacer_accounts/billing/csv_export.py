import csv
import io
import unicodedata
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from pacer_accounts.models import UsageTransaction

HEADINGS = (
    "Date", "Time", "Account", "Court", "Client Code", "Description", "Search", "Pages", "Fee",
)  # fmt: skip
_FORMULA_SIGNS = ("=", "+", "-", "@")
_LINE_SIGNS = ("\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"  # so that spreadsheets read the file as UTF-8


def safe_cell(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula (OWASP, CSV injection).

    Also finds a formula sign after spaces or invisible characters, or in a full-width form.
    """
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    start = unicodedata.normalize("NFKC", visible).lstrip()
    is_formula = text.startswith(_LINE_SIGNS) or start.startswith(_FORMULA_SIGNS)
    return f"'{text}" if is_formula else text


def transactions_csv(rows: Iterable[UsageTransaction], zone: ZoneInfo) -> str:
    """A CSV file of `rows`, with dates and times in the court's `zone`."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    for row in rows:
        local = row.at.astimezone(zone)
        texts = (row.court_code, row.client_code, row.description, row.search)
        number = row.account.account_number
        cells = (f"{local:%Y-%m-%d}", f"{local:%H:%M}", number, *map(safe_cell, texts))
        writer.writerow((*cells, row.pages, f"{row.fee:.2f}"))
    return BYTE_ORDER_MARK + out.getvalue()
