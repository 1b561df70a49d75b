"""The rows of a docket: an entry with the links to its documents."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dockets.cases.rules import may_read
from dockets.documents.links import DocumentAddresses, DocumentLink
from dockets.models import Case, DocketEntry, EntryDocument
from rehearsals.clock.court_time import court_day

_NUMBER = re.compile(r"(?<!\w)[0-9]+(?= )")


@dataclass(frozen=True, slots=True)
class EntryRow:
    """`text` comes before the list of attachments, `signature` ("(Attorney, Noel)") after it.

    In `text`, the numbers of earlier entries are parts with a `url`.
    """

    filed: str
    number: DocumentLink | None
    text: list[DocumentLink]
    attachments: list[DocumentLink]
    signature: str
    entered: str
    document: int = 0  # the main document's key, if it can be read


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier entry that a docket text names. `key`: its main document. `has_menu`: it has attachments."""

    sequence: int
    short_text: str
    entry_restriction: str
    restriction: str  # of the document
    key: int
    has_menu: bool


class RowWriter:
    """Makes the rows of one case for one reader. `is_participant`: see dockets.cases.rules.may_read.

    `has_headers` and `has_boxes`: see SheetOptions. `references`: earlier entries by number; without
    them docket texts have no links.
    """

    def __init__(
        self,
        case: Case,
        *,
        is_participant: bool,
        has_headers: bool = True,
        has_boxes: bool = False,
        references: Mapping[int, Reference] | None = None,
    ) -> None:
        self.case, self.is_participant = case, is_participant
        self.has_headers, self.has_boxes = has_headers, has_boxes
        self.references = references or {}
        self.addresses = DocumentAddresses(case.court.code, case.court.document_prefix)
        self.time_zone = case.court.time_zone

    def rows(
        self, entries: Iterable[tuple[DocketEntry, list[EntryDocument]]]
    ) -> Iterator[EntryRow]:
        for entry, documents in entries:
            yield self.row(entry, documents)

    def row(self, entry: DocketEntry, documents: list[EntryDocument]) -> EntryRow:
        main = [one for one in documents if one.attachment == 0]
        attachments = [one for one in documents if one.attachment]
        text, signature = _split_signature(entry)
        return EntryRow(
            filed=f"{entry.filed_on:%m/%d/%Y}",
            number=self.number(entry, documents),
            text=_linked(text, self._earlier(entry)),
            attachments=[self._link(entry, one, str(one.attachment)) for one in attachments],
            signature=signature,
            entered=f"{court_day(entry.entered_at, self.time_zone):%m/%d/%Y}",
            document=main[0].pk if main and self._may_open(entry, main[0]) else 0,
        )

    def number(self, entry: DocketEntry, documents: list[EntryDocument]) -> DocumentLink | None:
        """The entry's number, with a link to its main document if the reader may open it."""
        if entry.number is None:
            return None
        if not documents or documents[0].attachment:
            return DocumentLink(str(entry.number))
        return self._link(entry, documents[0], str(entry.number), has_menu=len(documents) > 1)

    def _earlier(self, entry: DocketEntry) -> dict[str, tuple[str, DocumentLink]]:
        """The short text and link of each earlier entry that the reader may open, by its number."""
        links = {}
        for number in entry.refers_to:
            earlier = self.references.get(number)
            if earlier and self._may_read(earlier.entry_restriction, earlier.restriction):
                link = DocumentLink(
                    text=str(number),
                    url=self.addresses.of(earlier.key, leads_to_menu=earlier.has_menu),
                    case=self.case.pk,
                    sequence=earlier.sequence,
                    has_header=self.has_headers,
                )
                links[link.text] = (earlier.short_text, link)
        return links

    def _link(
        self, entry: DocketEntry, document: EntryDocument, text: str, *, has_menu: bool = False
    ) -> DocumentLink:
        may_open = self._may_open(entry, document)
        url = self.addresses.of(document.pk, leads_to_menu=has_menu) if may_open else ""
        return DocumentLink(
            text=text,
            url=url,
            case=self.case.pk,
            sequence=entry.sequence,
            label=document.label,
            key=document.pk if may_open and self.has_boxes else 0,
            has_header=self.has_headers,
        )

    def _may_open(self, entry: DocketEntry, document: EntryDocument) -> bool:
        return self._may_read(entry.restriction, document.restriction)

    def _may_read(self, *restrictions: str) -> bool:
        return all(may_read(one, is_participant=self.is_participant) for one in restrictions)


def _linked(text: str, earlier: dict[str, tuple[str, DocumentLink]]) -> list[DocumentLink]:
    """The text with a link at each earlier entry's number: "re ", 6, " MOTION to Dismiss".

    `earlier`: by number, the entry's short text and link. A filing writes an earlier entry as its number
    and short text. Where the words differ, as after a clerk's correction, there is no link.
    """
    parts, done = list[DocumentLink](), 0
    for found in _NUMBER.finditer(text) if earlier else ():
        words, link = earlier.get(found[0], ("", None))
        end = found.end() + 1  # after the space
        if link and text[end : end + len(words)].lower() == words.lower():
            parts += [DocumentLink(text[done : found.start()]), link]
            done = found.end()
            del earlier[found[0]]
    return [*parts, DocumentLink(text[done:])]


def _split_signature(entry: DocketEntry) -> tuple[str, str]:
    """The docket text without the filer's name at its end, and that name in parentheses."""
    signature = f"({entry.entered_by_name})"
    if entry.entered_by_name and entry.text.endswith(signature):
        return entry.text.removesuffix(signature).rstrip(), signature
    return entry.text, ""
