"""The tables about filing and about who may read a document."""

from collections.abc import Callable

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court
from dockets.documents.rules import why_not_read
from dockets.filing import catalog, rules
from dockets.filing.rules import Standing
from dockets.models import Case, DocketEntry, EntryDocument
from tests.rules.tables import Row, outcome, yes

IS = {"counsel": Standing(is_counsel=True), "party": Standing(is_party=True), "nobody": Standing()}
CASES = {
    "civil": {"number": "1:20-cv-90001", "kind": "cv"},
    "sealed": {"number": "1:20-cv-90001", "kind": "cv", "access": "sealed"},
    "criminal": {"number": "1:20-cr-90003", "kind": "cr"},
    "bankruptcy": {"number": "20-19001", "kind": "bk"},
}
ONE_CASE = {
    "none": "",
    "this": "1:20-cv-90001",
    "this with initials": "1:20-cv-90001-TRN-SIM",
    "another": "1:20-cv-90004",
}


def _reading(row: Row) -> str:
    case = Case(nature_of_suit=row["nature of suit"], access=row["case"])
    entry = DocketEntry(case=case, restriction=row["entry"], is_opinion=yes(row, "opinion"))
    document = EntryDocument(entry=entry, restriction=row["document"])
    return outcome(why_not_read(document, is_participant=yes(row, "participant")))


def _account(row: Row) -> str:
    account = CmecfAccount(
        court_id=7 if row["court"] == "this" else 8,
        pacer_account_id=3 if yes(row, "linked") else None,
        is_active=yes(row, "active"),
    )
    return outcome(rules.why_not_use(account, Court(pk=7), CourtPhase(row["phase"])))


def _event(row: Row) -> str:
    event = catalog.event(row["event"])
    return outcome(rules.why_not_event(event, CmecfAccount(role=row["role"])))


def _case(row: Row) -> str:
    account = CmecfAccount(role=row["role"], only_case=ONE_CASE[row["one case"]])
    case = Case(**CASES[row["case"]], initials="TRN-SIM")
    event = catalog.event(row["event"])
    return outcome(rules.why_not_case(account, case, row["menu"], event, IS[row["is"]]))


FILING: dict[str, Callable[[Row], str]] = {
    "Documents: who may read one": _reading,
    "Filing: with which account": _account,
    "Filing: which event": _event,
    "Filing: in which case": _case,
}
