"""What the filing page says of a PDF that CM/ECF refuses: the real system's label, then our help.

Labels: court pages on "Check PDF Document" and on well-formed PDF documents. The limits are ours.
"""

from rehearsals.documents.faults import PRINT, Fault
from rehearsals.documents.limits import FILING

MEGABYTES = FILING.size // 1_000_000

NOT_WELL_FORMED = "ERROR: Document is not a well-formed PDF document."
SECURITY = (
    "ERROR: Document has security measures in effect, such as password protection or access"
    " restrictions. This PDF document cannot be accepted."
)
EXTERNAL_ACTION = (
    "ERROR: Document contains code which may cause an external action (such as launching an"
    " application). This PDF document cannot be accepted."
)
TOO_LARGE = "ERROR: Document exceeds allowable size."
SPLIT = (
    "Split it into parts. Choose the first part as the main document, and add each other part as an"
    ' attachment with the description "Part 2", "Part 3".'
)

SENTENCES = {
    Fault.EMPTY: f"{NOT_WELL_FORMED} The file is empty. Choose another one.",
    Fault.NOT_PDF: (
        f"{NOT_WELL_FORMED} The file is not a PDF. Save it as a PDF in your word processor, then choose"
        " the new file."
    ),
    Fault.DAMAGED: f"{NOT_WELL_FORMED} The file is damaged. {PRINT}",
    Fault.ENCRYPTED: (
        f"{SECURITY} Remove the password and all limits on printing or copying. Then choose the file"
        " again."
    ),
    Fault.SCRIPT: f"{EXTERNAL_ACTION} It has a script, or an action that starts by itself. {PRINT}",
    Fault.ACTION: (
        f"{EXTERNAL_ACTION} A link or button in it opens another file or program, or sends form data."
        f" {PRINT}"
    ),
    Fault.ATTACHMENT: (
        f"{EXTERNAL_ACTION} Another file is attached inside it. Delete that file in your PDF program. To"
        " file it too, add it here as an attachment."
    ),
    Fault.XFA: f"{EXTERNAL_ACTION} It is an interactive form (XFA). {PRINT}",
    Fault.MEDIA: f"{EXTERNAL_ACTION} It has audio, video or 3D content. {PRINT}",
    Fault.TOO_LARGE: f"{TOO_LARGE} The limit here is {MEGABYTES} MB. {SPLIT}",
    Fault.TOO_MANY_PAGES: f"{TOO_LARGE} The limit here is {FILING.pages} pages. {SPLIT}",
    Fault.TOO_COMPLEX: f"{NOT_WELL_FORMED} It is too complex for us to check. {PRINT}",
}
LIMITS = (
    f"One PDF of up to {MEGABYTES} MB and {FILING.pages} pages. This is a limit of the simulation; a"
    " court publishes its own."
)
