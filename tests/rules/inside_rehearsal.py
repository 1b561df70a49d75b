"""What each table of docs/rules.md asks of a rehearsal, where a rule lives in rows and pages."""

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


def opens(row: Row, visitor: Visitor) -> Row:
    """Somebody so alike has an account; then the registration comes."""
    world = visitor.rehearsal
    if known := {name: PERSON[name] for name in ALIKE[row["alike"]]}:
        PacerAccountFactory(rehearsal=world, **known)
    wanted = replace(REGISTRATION, kind=find(row["kind"]), card=CARD if yes(row, "card") else None)
    with mount.inside_rehearsal(world):
        made = register(rehearsal=world, registration=wanted, at=SEED_MOMENT)
    coming = world.due_events.filter(what="letter.activation", payload__account=made.pk)
    return {
        "holder": made.holder_kind,
        "status": made.case_search_status,
        "letter": "yes" if coming.exists() else "no",
    }


def redaction(row: Row, visitor: Visitor) -> str:
    """John does what `then` says, looking at CM/ECF after each login; is he asked at the end?"""
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
    """Teresa has a record of this kind; what changes at PACER, and what reaches the court."""
    world, record = visitor.rehearsal, data_updates.linked(visitor.rehearsal)
    record.is_active = row["record"] != "closed"
    record.save()
    at = SEED_MOMENT if row["record"] == "not NextGen" else LIVE
    held = record.pacer_account
    before = world.pacer_accounts.filter(pk=held.pk).values().get()
    with mount.inside_rehearsal(world):
        UPDATES[row["update"]](held, yes(row, "new"), yes(row, "court chosen"), at)
    after = world.pacer_accounts.filter(pk=held.pk).values().get()
    sent = record.maintenance_requests.values_list("status", flat=True)
    court = {(): "nothing", ("submitted",): "asked", ("processed",): "changed"}
    return {
        "PACER": "as it was" if after == before else "changed",
        "court": court[tuple(sent)],
    }


def name(held: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    typed = {"first_name": held.first_name, "last_name": "Newname" if is_new else held.last_name}
    shown = rules.edition(rules.columns(held, typed))
    update_personal(account=held, typed=typed, shown=shown, asks_courts=is_chosen, at=at)


def address(held: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    typed = {"city": "Santa Fe" if is_new else held.city}
    shown = rules.edition(rules.columns(held, typed))
    cases = {"nmd": "all"} if is_chosen else {}
    update_address(account=held, typed=typed, shown=shown, cases=cases, reason="Moved", at=at)


def noticing(held: PacerAccount, is_new: bool, is_chosen: bool, at: datetime) -> None:
    now = {row.court.code: rules.columns(row, rules.DELIVERY) for row in records(held, at)}
    wanted = {"email": "new@example.com", "email_frequency": "daily", "email_format": "text"}
    assert is_new
    assert is_chosen
    set_delivery(account=held, wanted={"nmd": wanted}, shown=rules.edition(now), at=at)


UPDATES = {"name": name, "address": address, "noticing": noticing}
STORIES: dict[str, Callable[[Row, Visitor], str | Row]] = {
    "Registration: what it opens": opens,
    "Redaction notice": redaction,
    "Updates of personal data: what goes to whom": updates,
}
