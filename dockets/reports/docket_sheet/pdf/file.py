"""Drawing a report that is laid out, and PACER's receipt as its last page."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from dockets.fees.receipt import criteria_label, time_text
from dockets.reports.docket_sheet.pdf.layout import HEIGHT, LEFT, RIGHT, WIDTH, Page
from dockets.reports.docket_sheet.pdf.words import BOLD, PLAIN, Line, Run, printable
from pacer_accounts.models import UsageTransaction

FOOT = "Training simulation. This is not a record of a real court."
_HEADING_Y, _FOOT_Y = 744, 36
_INK, _LINK, _GRAY = (0, 0, 0), (0, 0.2, 0.6), (0.45, 0.45, 0.45)
_RECEIPT_TOP, _ROW = 600, 22


def pdf_file(
    pages: Sequence[Page], *, title: str, receipt: UsageTransaction | None, time_zone: str
) -> BytesIO:
    """The PDF. `title`: the heading of each page. `receipt`: None if the account hides receipts.

    The receipt's time is shown in `time_zone`. Its page isn't counted, as PACER doesn't bill it.
    """
    file, title = BytesIO(), printable(title)
    canvas = Canvas(file, pagesize=(WIDTH, HEIGHT), pageCompression=1, lang="en-US")
    canvas.setTitle(title)
    canvas.setAuthor("Training simulation")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for number, page in enumerate(pages, start=1):
        _draw_frame(canvas, title, f"Page {number} of {len(pages)}")
        _draw(canvas, page)
        canvas.showPage()
    if receipt:
        _draw_frame(canvas, title, "Receipt")
        _draw_receipt(canvas, receipt, time_zone)
        canvas.showPage()
    canvas.save()
    file.seek(0)
    return file


def _draw_frame(canvas: Canvas, title: str, right: str) -> None:
    canvas.setFont(PLAIN, 9)
    canvas.setFillColorRGB(*_GRAY)
    canvas.drawString(LEFT, _HEADING_Y, title)
    canvas.drawRightString(RIGHT, _HEADING_Y, right)
    canvas.drawCentredString(WIDTH / 2, _FOOT_Y, FOOT)
    canvas.setLineWidth(0.5)
    canvas.setStrokeColorRGB(*_GRAY)
    canvas.line(LEFT, _HEADING_Y - 6, RIGHT, _HEADING_Y - 6)


def _draw(canvas: Canvas, page: Page) -> None:
    for x, y, line in page.texts:
        _draw_line(canvas, x, y, line)
    canvas.setLineWidth(0.5)
    for height in page.rules:
        canvas.line(LEFT, height, RIGHT, height)


def _draw_line(canvas: Canvas, x: float, y: float, line: Line) -> None:
    for run in line:
        canvas.setFont(run.font, run.size)
        canvas.setFillColorRGB(*(_LINK if run.url else _INK))
        canvas.drawString(x, y, run.text)
        width = run.width if run.url or run is not line[-1] else 0
        if run.url:
            canvas.line(x, y - 1.5, x + width, y - 1.5)
            canvas.linkURL(run.url, (x - 1, y - 2, x + width + 1, y + run.size))
        x += width


def _draw_receipt(canvas: Canvas, receipt: UsageTransaction, time_zone: str) -> None:
    canvas.setFillColorRGB(*_INK)
    middle, y = WIDTH / 2, _RECEIPT_TOP
    for text, size in (("PACER Service Center", 14), ("Transaction Receipt", 12)):
        canvas.setFont(BOLD, size)
        canvas.drawCentredString(middle, y, text)
        y -= _ROW
    canvas.setFont(PLAIN, 11)
    canvas.drawCentredString(middle, y, time_text(receipt.at, time_zone))
    for left, right in _receipt_rows(receipt):
        y -= _ROW
        canvas.line(LEFT, y + _ROW - 7, RIGHT, y + _ROW - 7)
        for x, (label, value) in ((LEFT, left), (middle + 10, right)):
            _draw_line(canvas, x, y, [Run(f"{label} ", BOLD), Run(printable(value))])
    canvas.line(LEFT, y - 7, RIGHT, y - 7)


def _receipt_rows(receipt: UsageTransaction) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    return [
        (("Pacer Login:", receipt.account.username), ("Client Code:", receipt.client_code)),
        (("Description:", receipt.description), (criteria_label(receipt), receipt.search)),
        (("Billable Pages:", str(receipt.pages)), ("Cost:", f"{receipt.fee:.2f}")),
    ]
