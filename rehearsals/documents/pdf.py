"""What an uploaded PDF contains, without rendering it or unpacking its pages.

`checks.py` runs this in a process of its own: a small file can make any PDF library take gigabytes of
memory or minutes (decision 0020).
"""

import sys
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, Stream
from pikepdf.settings import set_qpdf_limits

from rehearsals.documents.faults import Fault
from rehearsals.documents.limits import REQUEST, Limits

MEMORY = 512 * 1024**2  # bytes of address space; a check takes 45 MB

SCRIPT_KEYS = frozenset({"/JS", "/JavaScript", "/AA"})
ATTACHMENT_KEYS = frozenset({"/EmbeddedFiles", "/EF"})
ATTACHMENT_TYPES = frozenset({"/Filespec", "/EmbeddedFile", "/FileAttachment"})
MEDIA_TYPES = frozenset({"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"})
ACTIONS = {
    "/JavaScript": Fault.SCRIPT,
    "/Launch": Fault.ACTION,
    "/SubmitForm": Fault.ACTION,
    "/ImportData": Fault.ACTION,
    "/GoToR": Fault.ACTION,
    "/GoToE": Fault.ACTION,
    "/Rendition": Fault.MEDIA,
    "/Movie": Fault.MEDIA,
    "/Sound": Fault.MEDIA,
    "/RichMediaExecute": Fault.MEDIA,
}


def inspect(content: bytes, limits: Limits = REQUEST) -> int | Fault:
    """The number of pages of a PDF, or why it is refused. Never raises an error of the library.

    A file that needs a repair is refused: a reader that repairs it in another way could find in it
    what we didn't.
    """
    if not content.startswith(b"%PDF-"):
        return Fault.NOT_PDF
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            found = Fault.ENCRYPTED if pdf.is_encrypted else _inspect(pdf, limits)
            is_damaged = bool(pdf.get_warnings())
    except PasswordError:
        return Fault.ENCRYPTED
    except MemoryError:
        return Fault.TOO_COMPLEX
    except Exception:  # whatever the library raises: we couldn't read the file
        found, is_damaged = Fault.DAMAGED, True
    if is_damaged and not isinstance(found, Fault):
        return Fault.DAMAGED
    if found is Fault.DAMAGED and b"/Encrypt" in content:
        return Fault.ENCRYPTED  # by a method that the library doesn't know
    return found


def _inspect(pdf: Pdf, limits: Limits) -> int | Fault:
    pages = len(pdf.pages)
    if not pages:
        return Fault.DAMAGED
    if pages > limits.pages:
        return Fault.TOO_MANY_PAGES
    for number, value in enumerate(_values(pdf)):
        if number > limits.values:
            return Fault.TOO_COMPLEX
        if isinstance(value, Dictionary | Stream) and (fault := _fault_of(value)):
            return fault
    return pages


def _values(pdf: Pdf) -> Iterator[object]:
    """Every object of the file, and every value inside it."""
    waiting: list[object] = [pdf.trailer, *pdf.objects]
    while waiting:
        value = waiting.pop()
        yield value
        inside: Iterator[object] = iter(())
        if isinstance(value, Dictionary | Stream):
            inside = (item for _, item in value.items())
        elif isinstance(value, Array):
            inside = iter(value)
        for item in inside:
            if not isinstance(item, Object):
                yield item  # a number or text
            elif not item.is_indirect:
                waiting.append(item)


def _fault_of(value: Dictionary | Stream) -> Fault | None:
    """What is refused about one dictionary of the file."""
    keys = set(value.keys())
    types = {str(value.get(key)) for key in ("/Type", "/Subtype") if key in keys}
    action = value.get("/S")
    if isinstance(action, Name) and str(action) in ACTIONS:
        return ACTIONS[str(action)]
    if keys & SCRIPT_KEYS or _starts_by_itself(value.get("/OpenAction")):
        return Fault.SCRIPT
    if keys & ATTACHMENT_KEYS or types & ATTACHMENT_TYPES:
        return Fault.ATTACHMENT
    if "/XFA" in keys:
        return Fault.XFA
    if types & MEDIA_TYPES or "/RichMediaContent" in keys:
        return Fault.MEDIA
    return None


def _starts_by_itself(action: object) -> bool:
    """Whether a document does something when it is opened, other than to show a certain page."""
    if not isinstance(action, Dictionary):
        return False
    kind = str(action.get("/S"))
    return kind not in ACTIONS and kind != "/GoTo"


def limit_process(seconds: int) -> None:
    """Limit the memory and CPU time of this process, and what the library may unpack in it."""
    set_qpdf_limits(flate_max_memory=20_000_000, max_stream_filters=4, doc_max_warnings=20)
    if sys.platform == "win32":
        return  # has no such limits; `checks.py` still ends the process after some seconds
    import resource

    if sys.platform != "darwin":  # macOS refuses a limit below what a process reserves at its start
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def main() -> None:
    """Read a PDF from standard input; write the number of its pages or the name of its fault.

    Arguments: the path to import from, then the most pages, values and seconds.
    """
    pages, values, seconds = map(int, sys.argv[2:5])
    limit_process(seconds)
    content = sys.stdin.buffer.read()
    found = inspect(content, Limits(len(content), pages, values, seconds))
    sys.stdout.write(found.name if isinstance(found, Fault) else str(found))
