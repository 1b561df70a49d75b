"""Tiny PDFs, made with pikepdf."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Pdf


@cache
def made(change: Callable[[Pdf], object] | None = None, pages: int = 1) -> bytes:
    """A PDF with empty pages, after `change`."""
    pdf, file = Pdf.new(), BytesIO()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(612, 792))
    if change:
        change(pdf)
    pdf.save(file, deterministic_id=True)
    return file.getvalue()


@cache
def encrypted(user: str = "", owner: str = "practice") -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(PDF)) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user=user, owner=owner))
    return file.getvalue()


PDF = made()
