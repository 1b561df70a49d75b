"""Transactions as a CSV file that a spreadsheet may open without running anything."""

import csv
import io
import unicodedata
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from pacer_accounts.models import UsageTransaction

HEADINGS = (
    "Date", "Time", "Account", "Court", "Client Code", "Description", "Search", "Pages", "Fee",
)  # fmt: skip
_STARTS_A_FORMULA = ("=", "+", "-", "@")
_STARTS_A_LINE = ("\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"  # without it, spreadsheets guess another charset


def safe_cell(text: str) -> str:
    """A cell that begins like a formula gets an apostrophe: it is text (OWASP, CSV injection).

    Also after blanks and signs that nobody sees, and with the wide signs of East Asian keyboards.
    """
    seen = "".join(char for char in text if unicodedata.category(char) != "Cf")
    begins = unicodedata.normalize("NFKC", seen).lstrip()
    is_formula = text.startswith(_STARTS_A_LINE) or begins.startswith(_STARTS_A_FORMULA)
    return f"'{text}" if is_formula else text


def as_csv(rows: Iterable[UsageTransaction], zone: ZoneInfo) -> str:
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
