from django.db import connection

from cmecf.models import Court
from dockets.cases.pack_rows import pack_rows
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import Pack


def load(pack: Pack, rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    """Insert the pack's cases with their parties, entries and documents: one statement for each table."""
    if not pack.cases:
        return
    courts: dict[str, int] = {}
    accounts: dict[tuple[str, str], int] = {}
    names = ("code", "pk", "cmecf_accounts__login", "cmecf_accounts__pk")
    for code, court, login, account in Court.objects.filter(rehearsal=rehearsal).values_list(
        *names
    ):
        courts[code] = court
        accounts[code, login] = account
    rows, key = pack_rows(pack, connection.vendor), rehearsal.pk

    def ours(_: None) -> int:
        return key

    cases = rows.cases.insert(rehearsal_id=ours, court_id=courts.__getitem__)
    parties = rows.parties.insert(
        rehearsal_id=ours, case_id=cases.__getitem__, cmecf_account_id=accounts.get
    )
    rows.appearances.insert(
        rehearsal_id=ours, party_id=parties.__getitem__, cmecf_account_id=accounts.get
    )
    entries = rows.entries.insert(
        rehearsal_id=ours, case_id=cases.__getitem__, entered_by_id=accounts.get
    )
    rows.documents.insert(rehearsal_id=ours, entry_id=entries.__getitem__)
    rows.deadlines.insert(
        rehearsal_id=ours,
        case_id=cases.__getitem__,
        entry_id=lambda place: None if place is None else entries[place],
    )
