"""Which files are accepted, and under which names they are stored."""

import pytest

from efile.registration import documents
from efile.registration.documents import LARGEST, LONGEST_NAME, fault, safe_name
from tests.support.efile_requests import PDF


def filled(size: int) -> bytes:
    return PDF[:9] + b"x" * (size - len(PDF)) + PDF[9:]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(PDF, None, id="a PDF"),
        pytest.param(filled(LARGEST), None, id="as large as may be"),
        pytest.param(filled(LARGEST + 1), documents.TOO_LARGE, id="a byte more"),
        pytest.param(b"", documents.EMPTY, id="empty"),
        pytest.param(b"<html>%PDF-</html>%%EOF", documents.NO_PDF, id="a page that names a PDF"),
        pytest.param(b"%PDF-1.4 and then cut off", documents.NO_PDF, id="cut off"),
        pytest.param(PDF + b" " * 3000, documents.NO_PDF, id="its end far from the end"),
    ],
)
def test_file_content_decides(content, said):
    assert fault(len(content), content) == said


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
