"""Links in notices, at the real systems' paths inside the rehearsal."""

from urllib.parse import urlencode

from dockets.documents.numbers import DIRECT, MENU, document_number
from dockets.models import Case, DocketEntry, EntryDocument
from rehearsals.web.addresses import address


def docket_link(case: Case) -> str:
    """The form of the case's docket sheet."""
    return f"{address('ecf:entry', case.court.code)}cgi-bin/DktRpt.pl?{case.pk}"


def document_link(
    entry: DocketEntry, documents: list[EntryDocument], magic_number: str = ""
) -> str:
    """The link to an entry's document, or to the menu of its documents if it has attachments.

    `documents`: all of the entry, the main document first. With `magic_number` the link has a free look.
    """
    court = entry.case.court
    flag = MENU if len(documents) > 1 else DIRECT
    number = document_number(court.document_prefix, documents[0].pk, flag)
    query = {"caseid": str(entry.case_id), "de_seq_num": str(entry.sequence)}
    if magic_number:
        query["magic_num"] = magic_number
    return f"{address('ecf:entry', court.code)}doc1/{number}?{urlencode(query)}"
