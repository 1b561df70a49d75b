"""Why an uploaded document is refused: what is wrong, and what to do. The figures are of requests."""

from enum import StrEnum

from rehearsals.documents.limits import REQUEST

PRINT = "Print it to a new PDF, then choose the new one."


class Fault(StrEnum):
    EMPTY = "This file is empty. Choose another one."
    NOT_PDF = "This file is not a PDF. Save it as a PDF, then choose it again."
    TOO_LARGE = (
        f"This file is larger than {REQUEST.size // 1_000_000} MB. Save a smaller version, then choose it"
        " again."
    )
    DAMAGED = f"This PDF is damaged, so we can't read all of it. {PRINT}"
    ENCRYPTED = (
        "This PDF has security settings: a password, or limits on printing or copying. Remove them, or"
        " print it to a new PDF. Then choose it again."
    )
    SCRIPT = f"This PDF contains a script, or an action that starts by itself. {PRINT}"
    ACTION = (
        "This PDF contains a link or button that opens another file or program, or that sends form"
        f" data. {PRINT}"
    )
    ATTACHMENT = (
        "This PDF has another file attached inside it. Delete the attachment, then choose the PDF"
        " again. If the court needs the other file, upload it as a PDF of its own."
    )
    XFA = f"This PDF is an interactive XFA form. {PRINT}"
    MEDIA = f"This PDF contains audio, video or 3D content. {PRINT}"
    TOO_MANY_PAGES = (
        f"This PDF has more than {REQUEST.pages} pages. Split it, then choose a part of it."
    )
    TOO_COMPLEX = f"This PDF is too complex for us to check. {PRINT}"
    BUSY = "We are checking other documents right now. Choose the file again in a minute."
