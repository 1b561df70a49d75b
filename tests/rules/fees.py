"""The tables about fees that are played in a rehearsal."""

import re
from collections.abc import Callable

from dockets.query.nonce import make_nonce
from tests.rules.tables import Row, yes
from tests.support import legacy
from tests.support.cast import JOHN
from tests.support.docketed import case_of
from tests.support.document_pages import document_of, path_of
from tests.support.login_pages import log_in
from tests.support.moments import LIVE
from tests.support.visitor import Visitor

SCRIPTS = "/ecf/nmd/cgi-bin/"
PANEL = {"username": "miriamcja", "password": "Mesa-Exempt-17"}
NOT_PANEL = {"username": JOHN.username, "password": JOHN.password}


def _search(visitor: Visitor, name: str = "Sample") -> None:
    assert visitor.post(legacy.QUERY, {"last_name": name}).status_code == 200


def _docket(visitor: Visitor) -> None:
    case = case_of(visitor.rehearsal)
    data = {"case_num": " ", "all_case_ids": case.pk}
    assert visitor.post(f"{SCRIPTS}DktRpt.pl?{make_nonce(case)}", data).status_code == 200


def _open(path: str, data: dict[str, str] | None = None) -> Callable[[Visitor], None]:
    def act(visitor: Visitor) -> None:
        key = str(case_of(visitor.rehearsal).pk)
        full = path.replace("<case>", key)
        answer = visitor.post(full, data) if data else visitor.get(full)
        assert answer.status_code == 200, full

    return act


def _accept(times: int) -> Callable[[Visitor], None]:
    """Open the receipt page, and press View Document so many times."""

    def act(visitor: Visitor) -> None:
        path = path_of(document_of(visitor.rehearsal))
        page = visitor.get(path).content.decode()
        form = re.search(r'name="form" value="(\w+)"', page)
        for _ in range(times):
            data = {"got_receipt": "1", "form": form[1]}
            assert visitor.post(path, data).status_code == 200

    return act


def _docket_pdf(times: int) -> Callable[[Visitor], None]:
    """Open the receipt page of the docket as PDF, and press Download PDF so many times."""

    def act(visitor: Visitor) -> None:
        case = case_of(visitor.rehearsal)
        path = f"{SCRIPTS}DktRpt.pl?{make_nonce(case)}"
        data = {"all_case_ids": str(case.pk), "output_format": "pdf"}
        page = visitor.post(path, data).content.decode()
        kept = re.findall(r'name="(got_receipt|pages|form)" value="(\w+)"', page)
        for _ in range(times):
            assert visitor.post(path, data | dict(kept))["Content-Type"] == "application/pdf"

    return act


READS: dict[str, Callable[[Visitor], None]] = {
    "opens Query": _open(legacy.QUERY),
    "finds a case by its number": _open(legacy.QUERY, {"case_num": "1:20-cv-90001"}),
    "opens the case": _open(f"{SCRIPTS}iqquerymenu.pl?<case>"),
    "reviews his billing history": _open("/ecf/nmd/utilities/billing-history/"),
    "searches a name": _search,
    "searches a name that no one has": lambda visitor: _search(visitor, "Zzzz"),
    "opens the docket form": _open(f"{SCRIPTS}DktRpt.pl?<case>"),
    "runs the docket report": _docket,
    "opens the receipt page of the docket as PDF": _docket_pdf(0),
    "accepts the receipt of the docket as PDF": _docket_pdf(1),
    "accepts the receipt of the docket as PDF twice": _docket_pdf(2),
    "opens a document's receipt page": _accept(0),
    "accepts a document's receipt": _accept(1),
    "accepts a document's receipt twice": _accept(2),
}


def charged(row: Row, visitor: Visitor) -> Row:
    """John does what `then` says, after go-live; how often was he charged?"""
    log_in(visitor.at(LIVE), JOHN)
    before = visitor.rehearsal.usage_transactions.count()
    for act in row["then"].split(", "):
        READS[act](visitor)
    return {"fees": str(visitor.rehearsal.usage_transactions.count() - before)}


def exemption(row: Row, visitor: Visitor) -> str:
    """The user does what `then` says and runs a report. Is it billed?"""
    visitor.at(LIVE)
    switch = "/ecf/{}/utilities/exemption/"
    acts = {
        "logs in": lambda: log_in(visitor, **(PANEL if yes(row, "panel") else NOT_PANEL)),
        "switches on": lambda: visitor.post(switch.format("nmd"), {"is_exempt": "yes"}),
        "switches off": lambda: visitor.post(switch.format("nmd"), {"is_exempt": "no"}),
        "switches on at the bankruptcy court": lambda: visitor.post(
            switch.format("nmb"), {"is_exempt": "yes"}
        ),
    }
    for act in row["then"].split(", "):
        acts[act]()
    _docket(visitor)
    charge = visitor.rehearsal.usage_transactions.order_by("-pk").first()
    return "exempt" if charge.is_exempt and not charge.fee else "billed"
