"""Practice documents: generated PDFs, so that nobody uploads a client's document into a simulation."""

from functools import cache
from io import BytesIO

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas

from rehearsals.documents.document import Document

KINDS = {
    "complaint": "Complaint",
    "answer": "Answer",
    "motion": "Motion",
    "response": "Response",
    "reply": "Reply",
    "notice": "Notice",
    "order": "Order",
    "exhibit": "Exhibit",
    "summons": "Summons",
    "transcript": "Transcript",
    "other": "Document",
}
_LINES = (
    "This is a practice document of a training simulation. It was generated and says nothing.",
    "It has no legal effect. Nobody filed it in a real court.",
)


@cache
def practice_document(kind: str, pages: int) -> Document:
    """A text PDF of `pages` pages. The same arguments always give the same bytes."""
    title, output = KINDS[kind], BytesIO()
    canvas = Canvas(output, pagesize=LETTER, invariant=1)
    canvas.setTitle(f"Practice {title.lower()}")
    canvas.setAuthor("Training simulation")
    for number in range(1, pages + 1):
        _draw_page(canvas, title.upper(), number, pages)
    canvas.save()
    return Document(name=f"practice-{kind}.pdf", content=output.getvalue(), pages=pages)


def _draw_page(canvas: Canvas, title: str, number: int, pages: int) -> None:
    width, height = LETTER
    canvas.setFont("Times-Bold", 16)
    canvas.drawCentredString(width / 2, height - 1.5 * inch, title)
    canvas.setFont("Times-Roman", 12)
    for index, line in enumerate(_LINES):
        canvas.drawString(inch, height - (2.1 + index * 0.3) * inch, line)
    canvas.drawCentredString(width / 2, 0.7 * inch, f"{number} of {pages}")
    canvas.showPage()
