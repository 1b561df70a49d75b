"""A return to a bookmark restores exactly what was there, on both databases, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmecf.legacy.services import change_email
from cso.recovery.links import make_link
from cso.recovery.services import set_password
from linking.link.services import link, proof_of
from pacer_accounts.billing.cards import Card
from pacer_accounts.billing.charge_services import charge
from pacer_accounts.billing.services import add_card, pay
from pacer_accounts.registration.services import Registration, register
from pacer_accounts.upgrade.services import upgrade
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.clock.services import move_clock
from rehearsals.help.refusals import Refused
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.options.services import change_options
from rehearsals.web import mount
from rehearsals.web.rows import read_values
from tests.support.cast import JOHN, NOEL, OWEN, TERESA
from tests.support.link_steps import on_file
from tests.support.many_people import grow
from tests.support.moments import DAY_TWO, LIVE, SEED_MOMENT
from tests.support.visitor import hold
from training.bookmarks import services
from training.bookmarks.content import content_models, digest, read_content
from training.models import HintUse

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]
CARD = Card("Visa", "1111", "Pat Practice", 2030, 12)
SECURITY = {
    "password": make_password("Quiet-Mesa-77"),
    "question_1": "?", "answer_1": "x", "question_2": "?", "answer_2": "y",
}  # fmt: skip


def pacer(rehearsal, who):
    accounts = rehearsal.pacer_accounts.select_related("rehearsal")
    return accounts.get(account_number=who.number)


def registers(rehearsal, number):
    person = {
        "first_name": "Ana", "last_name": "Ortíz", "email": f"{number}@example.com",
        "date_of_birth": date(1970, 2, 5), "user_type": "ATTORNEY",
    }  # fmt: skip
    card = CARD if number % 2 else None
    wizard = Registration(person=person, username=f"ana{number}", card=card, **SECURITY)
    register(rehearsal=rehearsal, registration=wizard, at=SEED_MOMENT)


def upgrades(rehearsal, number):
    security = SECURITY | {"username": f"upgraded{number}"}
    details = {"county": "Bernalillo"}
    account = pacer(rehearsal, (NOEL, OWEN)[number % 2])
    upgrade(account=account, details=details, security=security, at=SEED_MOMENT)


def links(rehearsal, number):
    account = on_file(rehearsal, (JOHN, TERESA)[number % 2])
    link(
        rehearsal=rehearsal,
        court=account.court,
        pacer_account=pacer(rehearsal, JOHN),
        cmecf_account_id=account.pk,
        proof=proof_of(account),
        at=LIVE,
    )


def resets(rehearsal, number):
    token, wall_at = make_link(pacer(rehearsal, JOHN), wall_now()), wall_now()
    set_password(rehearsal=rehearsal, token=token, new=f"N-{number}", at=LIVE, wall_at=wall_at)


def pays(rehearsal, number):
    account = pacer(rehearsal, JOHN)
    charge(account=account, court_code="nmd", description="Docket", pages=number, at=SEED_MOMENT)
    rehearsal.pacer_accounts.filter(pk=account.pk).update(balance=Decimal("7.30"))
    pay(account=account, amount=Decimal("0.10"), card=CARD, seen=Decimal("7.30"), at=SEED_MOMENT)
    add_card(account=account, card=CARD, bills={"pays_pacer_fees": True}, at=SEED_MOMENT)


def changes_email(rehearsal, number):
    change_email(account=on_file(rehearsal, TERESA), email=f"{number}@example.com", at=LIVE)


def moves_the_clock(rehearsal, number):
    at = (SEED_MOMENT, LIVE, DAY_TWO)[number % 3]
    move_clock(rehearsal, manner=ClockManner.HELD, court_at=at, wall_at=wall_now())


def changes_rules(rehearsal, number):
    era = ("2020", "2025")[number % 2]
    change_options(rehearsal, values={"era": era}, at=SEED_MOMENT)


ACTS = (
    registers, upgrades, links, resets, pays, changes_email, moves_the_clock, changes_rules,
)  # fmt: skip

NUMBERED = st.tuples(st.integers(0, 9), st.sampled_from(ACTS))
SEQUENCES = st.lists(NUMBERED, min_size=3, max_size=6)


def state(rehearsal) -> str:
    """The digest of the rehearsal's content, as it is stored now."""
    stored = Rehearsal.objects.select_related("clock").get(pk=rehearsal.pk)
    return digest(read_content(stored, with_clock=True))


def act(rehearsal, acts) -> None:
    for number, one in acts:
        try:
            one(Rehearsal.objects.select_related("clock").get(pk=rehearsal.pk), number)
        except Refused:
            continue


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    data=st.data(),
    acts=st.lists(st.tuples(st.integers(0, 9), st.sampled_from(ACTS)), min_size=3, max_size=6),
)
def test_return_to_any_bookmark_restores_an_equal_digest(db, acts, data):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Property")
    hold(rehearsal, SEED_MOMENT)
    with mount.inside_rehearsal(rehearsal):
        act(rehearsal, acts)
        for _ in range(2):
            if not (kept := list(rehearsal.bookmarks.all())):
                return
            target = data.draw(st.sampled_from(kept))
            services.go_back(rehearsal, pk=target.pk, wall_at=wall_now())
            assert state(rehearsal) == target.digest
    connection.check_constraints()


def test_return_leaves_other_rehearsals_the_log_and_hints_alone(inside_rehearsal, other_rehearsal):
    rehearsal, others = inside_rehearsal, state(other_rehearsal)
    act(rehearsal, [(0, registers), (1, links)])
    HintUse.objects.create(
        rehearsal=rehearsal, persona="p02", action="link", rung=1, court_at=LIVE, wall_at=wall_now()
    )
    entries = list(rehearsal.activities.values())
    first = rehearsal.bookmarks.last()
    services.go_back(rehearsal, pk=first.pk, wall_at=wall_now())
    assert state(other_rehearsal) == others
    assert list(rehearsal.activities.values())[1:] == entries
    assert rehearsal.hint_uses.count() == 1


def test_queries_of_a_bookmark_and_a_return_do_not_grow_with_the_content(rehearsal):
    def count() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as keeping:
            services.keep_before_change(rehearsal, "link.made", at=LIVE)
        with CaptureQueriesContext(connection) as returning:
            services.go_back(rehearsal, pk=rehearsal.bookmarks.first().pk, wall_at=wall_now())
        return len(keeping), len(returning)

    grow(rehearsal)
    before = count()
    grow(rehearsal)
    assert count() == before


def test_values_are_those_of_the_queryset(inside_rehearsal):
    act(inside_rehearsal, [(1, registers), (2, pays), (0, links), (1, resets)])
    for model in content_models():
        rows = model._base_manager.filter(rehearsal=inside_rehearsal).order_by("pk")
        read = read_values(model, "r.rehearsal_id = %s", [inside_rehearsal.pk])
        assert [tuple(row) for row in read] == list(rows.values_list())


def test_content_is_every_model_of_a_rehearsal_but_those_that_are_not_rewound():
    labels = {model._meta.label for model in content_models()}
    assert {"pacer_accounts.PacerAccount", "cmecf.CmecfAccount", "rehearsals.Mail"} <= labels
    kept = {"rehearsals.Activity", "rehearsals.AttemptCounter", "cso.SignOnSession"}
    assert labels & kept == set()
