"""Faulty practice documents, so that each error of CM/ECF can be met on purpose. The usual check finds it."""

from functools import cache
from io import BytesIO

from dockets.documents.practice import practice_document

SCANNED_SIZE = 60_000_000  # bytes that the file claims; nobody reads more than its beginning


@cache
def faulty_file(choice: str) -> tuple[str, bytes, int]:
    """The name, the content and the size in bytes of a faulty practice document."""
    sound = practice_document("other", 2).content
    if choice == "scanned":
        return "practice-scan.pdf", sound, SCANNED_SIZE
    content = {
        "encrypted": _encrypted,
        "script": _with_script,
        "word": lambda content: b"PK\x03\x04" + content[8:],  # how a .docx begins
        "damaged": lambda content: content[: len(content) * 2 // 3],
    }[choice](sound)
    suffix = "docx" if choice == "word" else "pdf"
    return f"practice-{choice}.{suffix}", content, len(content)


def _encrypted(content: bytes) -> bytes:
    import pikepdf  # only when it is needed

    output = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(output, encryption=pikepdf.Encryption(owner="practice", user="practice"))
    return output.getvalue()


def _with_script(content: bytes) -> bytes:
    import pikepdf  # only when it is needed

    output = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert('x')")
        pdf.save(output, deterministic_id=True)
    return output.getvalue()
