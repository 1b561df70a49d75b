"""The tables of docs/rules.md that are played in a rehearsal: heading to a function."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from efile.updates import rules
from efile.updates.queries import records
from efile.updates.services import set_delivery, update_address, update_personal
from pacer_accounts.billing.cards import Card
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.kinds import find
from pacer_accounts.registration.services import Registration, register
from rehearsals.web import mount
from tests.rules import fees
from tests.rules.tables import Row, yes
from tests.support import data_updates, link_steps
from tests.support.cast import JOHN
from tests.support.factories import CmecfAccountFactory, PacerAccountFactory
from tests.support.login_pages import log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.visitor import Visitor

PERSON = {
    "first_name": "Adele", "last_name": "Newname", "email": "newname@example.com",
    "date_of_birth": date(1970, 2, 5), "user_type": "ATTORNEY",
}  # fmt: skip
CARD = Card("Visa", "1111", "Pat Practice", 2030, 12)
REGISTRATION = Registration(
    person=PERSON,
    username="newname2020",
    password=make_password("Quiet-Mesa-77"),
    question_1=SECURITY_QUESTIONS_1[0],
    answer_1=make_password("one"),
    question_2=SECURITY_QUESTIONS_2[0],
    answer_2=make_password("two"),
)
ALIKE = {"0": (), "2": ("first_name", "last_name", "email"),
         "3": ("first_name", "last_name", "email", "date_of_birth")}  # fmt: skip


def registration(row: Row, visitor: Visitor) -> Row:
    """Register after a person who is alike to that degree."""
    rehearsal = visitor.rehearsal
    if known := {name: PERSON[name] for name in ALIKE[row["alike"]]}:
        PacerAccountFactory(rehearsal=rehearsal, **known)
    wizard = replace(REGISTRATION, kind=find(row["kind"]), card=CARD if yes(row, "card") else None)
    with mount.inside_rehearsal(rehearsal):
        account = register(rehearsal=rehearsal, registration=wizard, at=SEED_MOMENT)
    letters = rehearsal.due_events.filter(what="letter.activation", payload__account=account.pk)
    return {
        "holder": account.holder_kind,
        "status": account.case_search_status,
        "letter": "yes" if letters.exists() else "no",
    }


def redaction(row: Row, visitor: Visitor) -> str:
    """John does what `then` says and opens CM/ECF after each act. Is the notice due at the end?"""
    visitor.at(LIVE)
    if row["filer"] != "nowhere":
        code = {"here": "nmd", "elsewhere": "nmb"}[row["filer"]]
        holder = visitor.rehearsal.pacer_accounts.get(username=JOHN.username)
        court = visitor.rehearsal.courts.get(code=code)
        CmecfAccountFactory(court=court, pacer_account=holder, linked_at=LIVE)
    acts = {
        "logs in": lambda: log_in(visitor, JOHN),
        "logs out": lambda: visitor.post("/cso/logout/"),
        "links": lambda: (link_steps.prove(visitor, JOHN), link_steps.submit(visitor)),
        "confirms": lambda: link_steps.agree(visitor),
    }
    for act in row["then"].split(", "):
        acts[act]()
        asked = b"Redaction Agreement" in visitor.get(link_steps.UTILITIES, follow=True).content
    return "due" if asked else "no"


def updates(row: Row, visitor: Visitor) -> Row:
    """What an update of Teresa's data changes at PACER, and what reaches the court."""
    rehearsal, record = visitor.rehearsal, data_updates.linked(visitor.rehearsal)
    record.is_active = row["record"] != "closed"
    record.save()
    at = SEED_MOMENT if row["record"] == "not NextGen" else LIVE
    account = record.pacer_account
    before = rehearsal.pacer_accounts.filter(pk=account.pk).values().get()
    with mount.inside_rehearsal(rehearsal):
        UPDATES[row["update"]](account, yes(row, "new"), yes(row, "court chosen"), at)
    after = rehearsal.pacer_accounts.filter(pk=account.pk).values().get()
    sent = record.maintenance_requests.values_list("status", flat=True)
    court = {(): "nothing", ("submitted",): "asked", ("processed",): "changed"}
    return {
        "PACER": "as it was" if after == before else "changed",
        "court": court[tuple(sent)],
    }


def name(account: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    typed = {
        "first_name": account.first_name,
        "last_name": "Newname" if is_new else account.last_name,
    }
    shown = rules.edition(rules.columns(account, typed))
    update_personal(account=account, typed=typed, shown=shown, asks_courts=is_chosen, at=at)


def address(account: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    typed = {"city": "Santa Fe" if is_new else account.city}
    shown = rules.edition(rules.columns(account, typed))
    cases = {"nmd": "all"} if is_chosen else {}
    update_address(account=account, typed=typed, shown=shown, cases=cases, reason="Moved", at=at)


def noticing(account: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    now = {row.court.code: rules.columns(row, rules.DELIVERY) for row in records(account, at)}
    wanted = {"email": "new@example.com", "email_frequency": "daily", "email_format": "text"}
    assert is_new
    assert is_chosen
    set_delivery(account=account, wanted={"nmd": wanted}, shown=rules.edition(now), at=at)


UPDATES = {"name": name, "address": address, "noticing": noticing}
PLAYED: dict[str, Callable[[Row, Visitor], str | Row]] = {
    "Registration: the new account": registration,
    "Redaction notice": redaction,
    "Updates of personal data: what goes to whom": updates,
    "Fees: what is charged, and what is charged again": fees.charged,
    "Fees: the exemption": fees.exemption,
}
