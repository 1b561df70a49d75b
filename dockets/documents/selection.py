"""What can be chosen beside the upload field: "Use a practice document"."""

from dataclasses import dataclass

from dockets.documents.faults import SENTENCES
from dockets.documents.faulty import faulty_file
from dockets.documents.practice import KINDS, practice_document
from rehearsals.documents.document import Document
from rehearsals.documents.forms import checked
from rehearsals.documents.limits import FILING

TEXT, WITH_ATTACHMENTS = "text", "attachments"
FAULTY = (
    ("scanned", "A scan of 60 MB"),
    ("encrypted", "A PDF with a password"),
    ("script", "A PDF with a script"),
    ("word", "A Word file instead of a PDF"),
    ("damaged", "A damaged PDF"),
)
PAGES = {"complaint": 12, "motion": 8, "transcript": 40, "summons": 1, "notice": 2, "order": 4}
EXHIBIT = "Exhibit"


@dataclass(frozen=True)
class ChosenDocument:
    """A document that was chosen for a filing and passed the check. `category`: of an attachment."""

    document: Document
    is_practice: bool = False
    category: str = ""
    description: str = ""


def practice_choices(kind: str, *, with_attachments: bool) -> list[tuple[str, object]]:
    """The choices of a select. `kind`: of the main document, a key of KINDS; others mean "other"."""
    name = KINDS.get(kind, KINDS["other"])
    sound = [(TEXT, f"{name}, a PDF of {_pages(kind)} pages")]
    if with_attachments:
        sound.append((WITH_ATTACHMENTS, f"{name} with three attachments"))
    return [("", "None"), ("Documents", sound), ("To see an error", list(FAULTY))]


def chosen_practice(choice: str, kind: str) -> list[ChosenDocument]:
    """The main document and its attachments, checked like an upload. Raises ValidationError."""
    kind = kind if kind in KINDS else "other"
    if choice not in (TEXT, WITH_ATTACHMENTS):
        checked(*faulty_file(choice), FILING, SENTENCES)
        raise ValueError(f"{choice} passed the check")
    chosen = [ChosenDocument(_checked(kind, _pages(kind)), is_practice=True)]
    if choice == WITH_ATTACHMENTS:
        exhibits = (
            (letter, _checked("exhibit", pages))
            for letter, pages in zip("ABC", (2, 3, 1), strict=True)
        )
        chosen += [ChosenDocument(one, True, EXHIBIT, letter) for letter, one in exhibits]
    return chosen


def _pages(kind: str) -> int:
    return PAGES.get(kind, 3)


def _checked(kind: str, pages: int) -> Document:
    document = practice_document(kind, pages)
    return checked(document.name, document.content, document.size, FILING, SENTENCES)
