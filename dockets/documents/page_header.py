"""The header that CM/ECF prints on each page of a document when it is viewed.

Uploads are stamped in a process of its own, like the check, because they aren't ours (decision 0030).
"""

import sys
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import ObjectStreamMode, Page, Pdf, Rectangle, StreamDecodeLevel
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from rehearsals.documents.pdf import limit_process

SECONDS = 10  # of CPU; 500 pages take about one
FONT, LARGEST_FONT, FROM_TOP = "Helvetica", 10, 14  # points, on a page as wide as a letter
LETTER_WIDTH = 612
SMALLEST_SIDE, LARGEST_SIDE = 36, 20_000  # points; other pages get no header


def add_headers(content: bytes, text: str) -> bytes:
    """The PDF with `text` and "Page 1 of 24" at the top of each page. Its own content isn't unpacked.

    Raises pikepdf.PdfError for a damaged file, so that nothing of it is lost silently.
    """
    output, file = BytesIO(), BytesIO(content)
    with (
        pikepdf.open(file, attempt_recovery=False) as pdf,
        pikepdf.open(_overlay(pdf, text)) as overlay,
    ):
        for page, header in zip(pdf.pages, overlay.pages, strict=True):
            box = Rectangle(*map(float, page.cropbox))
            if _fits(box):
                page.add_overlay(header, box)
        pdf.save(
            output,
            stream_decode_level=StreamDecodeLevel.none,
            object_stream_mode=ObjectStreamMode.preserve,
        )
        # An object that couldn't be read, for lack of memory too, was left out.
        if pdf.get_warnings():
            raise pikepdf.PdfError("The file is damaged.")
    return output.getvalue()


def _fits(box: Rectangle) -> bool:
    return all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in (box.width, box.height))


def _overlay(pdf: Pdf, text: str) -> BytesIO:
    """A PDF with the header for each page, in the size and direction in which the page is shown."""
    output, count = BytesIO(), len(pdf.pages)
    canvas = Canvas(output)
    for number, page in enumerate(pdf.pages, start=1):
        width, height = _shown_size(page)
        canvas.setPageSize((width, height))
        _draw(canvas, f"{text}   Page {number} of {count}", width, height)
        canvas.showPage()
    canvas.save()
    output.seek(0)
    return output


def _shown_size(page: Page) -> tuple[float, float]:
    box = Rectangle(*map(float, page.cropbox))
    if not _fits(box):
        return LETTER_WIDTH, LETTER_WIDTH
    is_turned = page.rotation % 180 == 90
    return (box.height, box.width) if is_turned else (box.width, box.height)


def _draw(canvas: Any, line: str, width: float, height: float) -> None:
    scale = max(1, width / LETTER_WIDTH)
    size = min(LARGEST_FONT * scale, 0.94 * width / stringWidth(line, FONT, 1))
    canvas.setFont(FONT, size)
    canvas.setFillColorRGB(0, 0, 1)
    canvas.drawCentredString(width / 2, height - FROM_TOP * scale, line)


def main() -> None:
    """Read a PDF from standard input; write it with the header that is the second argument."""
    limit_process(SECONDS)

    sys.stdout.buffer.write(add_headers(sys.stdin.buffer.read(), sys.argv[2]))
