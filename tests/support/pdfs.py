"""Tiny PDFs, made with pikepdf."""

import zlib
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


def bomb() -> bytes:
    """A PDF of 30 kB whose one compressed object holds 15 million numbers."""
    packed = zlib.compress(b"9 0 [" + b"0 " * 15_000_000 + b"]", 1)
    places = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}
    places[3] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>"
    head = b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed)
    places[4] = head + packed + b"\nendstream"
    file, rows = b"%PDF-1.5\n", b""
    for number, body in places.items():
        rows += b"\1" + len(file).to_bytes(3) + b"\0"
        file += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    index = b"<</Type/XRef/Size 10/W[1 3 1]/Index[1 4 9 1]/Root 1 0 R/Length 25>>stream\n"
    table = b"5 0 obj\n" + index + rows + b"\2\0\0\4\0\nendstream\nendobj\n"
    return file + table + b"startxref\n%d\n%%%%EOF\n" % len(file)


def texts_of(content: bytes) -> list[str]:
    """What is written on each page, in the fonts that every reader has, with single spaces."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [" ".join(" ".join(_strings(page)).split()) for page in pdf.pages]


def _strings(page: pikepdf.Page) -> list[str]:
    shown = (one for one in pikepdf.parse_content_stream(page) if str(one.operator) == "Tj")
    return [bytes(one.operands[0]).decode("cp1252") for one in shown]


def links_of(content: bytes) -> list[str]:
    """The addresses of the links on all pages, in their order."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [str(one.A.URI) for page in pdf.pages for one in page.get("/Annots", [])]


def headers_of(content: bytes) -> list[bytes]:
    """The header that the court puts on each page of a filed document, as it is drawn."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return [
            b"".join(form.read_bytes() for form in page.form_xobjects.values())
            for page in pdf.pages
        ]
