"""Which PDFs are accepted, and under which names they are stored."""

from dataclasses import replace

import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name

from rehearsals.documents import checks, pdf
from rehearsals.documents.faults import Fault
from rehearsals.documents.http import download
from rehearsals.documents.limits import REQUEST
from rehearsals.documents.names import LONGEST_NAME, safe_name
from tests.support.pdfs import PDF, bomb, encrypted, made


def root(**entries):
    return made(lambda file: file.Root.update({f"/{name}": entries[name] for name in entries}))


def action(kind, **more):
    return Dictionary(S=Name(f"/{kind}"), **more)


def on_page(**entries):
    """A page with one annotation."""
    link = Dictionary(Type=Name.Annot, Rect=[0, 0, 9, 9], **entries)
    return made(lambda file: file.pages[0].obj.update({"/Annots": Array([link])}))


def attach(file):
    file.attachments["secret.txt"] = AttachedFileSpec(file, b"text")


REFUSED = {
    Fault.NOT_PDF: [b"MZ not a pdf", b"<html>%PDF-</html>", b"\n" + PDF],
    Fault.DAMAGED: [
        b"%PDF-1.4 and then cut off",
        PDF[:-30],
        PDF.replace(b"/Pages", b"/Pagez"),
        PDF.replace(b"startxref\n", b"startxref\n9"),
        PDF + b" " * 3000,
        made(pages=0),
    ],
    Fault.ENCRYPTED: [
        encrypted(),
        encrypted(user="secret"),
        root().replace(b"trailer <<", b"trailer << /Encrypt <</Filter/Own>>"),
    ],
    Fault.SCRIPT: [
        root(OpenAction=action("JavaScript", JS="app.alert(1)")),
        root(OpenAction=action("URI", URI="https://www.example.org/")),
        root(Names=Dictionary(JavaScript=Dictionary(Names=[]))),
        root(AA=Dictionary(WC=action("Named", N=Name.Print))),
        on_page(Subtype=Name.Link, A=action("URI", Next=[action("JavaScript")])),
        root(Hidden=Dictionary(JS="xx")).replace(b"/JS (xx)", b"/J#53 ()"),
    ],
    Fault.ACTION: [
        on_page(Subtype=Name.Link, A=action(kind))
        for kind in ("Launch", "SubmitForm", "ImportData", "GoToR", "GoToE")
    ],
    Fault.ATTACHMENT: [
        made(attach),
        on_page(Subtype=Name.FileAttachment),
        root(AF=[Dictionary(Type=Name.Filespec, F="other.pdf")]),
    ],
    Fault.XFA: [root(AcroForm=Dictionary(XFA="", Fields=[]))],
    Fault.MEDIA: [on_page(Subtype=Name.RichMedia), on_page(Subtype=Name.Screen)],
    Fault.TOO_MANY_PAGES: [made(pages=REQUEST.pages + 1)],
}
CASES = [
    pytest.param(content, fault, id=f"{fault.name}-{number}")
    for fault, contents in REFUSED.items()
    for number, content in enumerate(contents)
]


@pytest.mark.parametrize(("content", "fault"), CASES)
def test_refused_pdf_names_its_fault(content, fault):
    assert pdf.inspect(content) is fault


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        pytest.param(PDF, 1, id="empty page"),
        pytest.param(made(pages=REQUEST.pages), REQUEST.pages, id="as many pages as may be"),
        pytest.param(on_page(Subtype=Name.Link, A=action("URI", URI="https://x/JS")), 1, id="link"),
        pytest.param(root(OpenAction=action("GoTo", D=[0, Name.Fit])), 1, id="opens at a page"),
        pytest.param(root(OpenAction=Array([0, Name.Fit])), 1, id="opens at a page, old form"),
        pytest.param(made(lambda file: file.docinfo.update({"/Title": "/JS"})), 1, id="title"),
    ],
)
def test_ordinary_pdf_is_accepted(content, pages):
    assert pdf.inspect(content) == pages


@pytest.mark.parametrize(
    ("content", "found"),
    [
        pytest.param(PDF, 1, id="a PDF"),
        pytest.param(b"", Fault.EMPTY, id="empty"),
        pytest.param(PDF + b"x" * REQUEST.size, Fault.TOO_LARGE, id="too large"),
        pytest.param(encrypted(), Fault.ENCRYPTED, id="a fault"),
    ],
)
def test_check_in_its_own_process(content, found):
    assert checks.check(content, len(content)) == found


def test_pdf_of_very_many_values_is_refused():
    limits = replace(REQUEST, values=100)
    assert pdf.inspect(root(Long=Array([0] * 100)), limits) is Fault.TOO_COMPLEX


def test_object_that_unpacks_to_gigabytes_is_refused():
    assert checks.check(bomb(), 1) is Fault.DAMAGED


def test_check_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(checks, "SECONDS", 0.001)
    assert checks.check(made(pages=2), 1) is Fault.TOO_COMPLEX


def test_one_check_runs_at_a_time(monkeypatch):
    monkeypatch.setattr(checks, "WAIT_SECONDS", 0.001)
    with checks._one_at_a_time:
        assert checks.check(PDF, len(PDF)) is Fault.BUSY


def test_download_can_run_nothing_in_a_browser():
    answer = download(PDF, "Niña.pdf")
    assert answer["Content-Disposition"].startswith("attachment;")
    policy = set(answer["Content-Security-Policy"].split("; "))
    assert policy >= {"sandbox", "default-src 'none'", "frame-ancestors 'none'"}
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("standing.pdf", "standing.pdf", id="as it is"),
        pytest.param("Standing 2020 (1).PDF", "Standing 2020 (1).pdf", id="capitals"),
        pytest.param("../../etc/passwd", "passwd.pdf", id="a path"),
        pytest.param("C:\\Users\\me\\bar.pdf", "bar.pdf", id="a path of Windows"),
        pytest.param("a\x00b.pdf", "ab.pdf", id="NUL"),
        pytest.param("x\u202efdp.exe", "xfdp.exe.pdf", id="a mark that turns the text round"),
        pytest.param('a"; filename="b.pdf', "a filenameb.pdf", id="quotes of a header"),
        pytest.param("a\r\nSet-Cookie: b=1.pdf", "aSet-Cookie b1.pdf", id="a second header"),
        pytest.param("<b>bold</b>.pdf", "b.pdf", id="a tag"),
        pytest.param("certificate", "certificate.pdf", id="no extension"),
        pytest.param("", "document.pdf", id="no name"),
        pytest.param("...", "document.pdf", id="dots"),
        pytest.param("\U0001f600.pdf", "document.pdf", id="a picture"),
        pytest.param("Nin\u0303a.pdf", "Ni\u00f1a.pdf", id="composed"),
        pytest.param("n" * 300 + ".pdf", "n" * (LONGEST_NAME - 4) + ".pdf", id="very long"),
    ],
)
def test_safe_name(name, kept):
    assert safe_name(name) == kept
    assert len(kept) <= LONGEST_NAME
