"""Every refusal of every app, and every card of "Who do I call?", names a desk that can help."""

import html
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import RequestFactory

from rehearsals.help.desks import card_of
from rehearsals.help.problem_cards import problem_groups
from rehearsals.help.refusals import Desk
from rehearsals.help.views import address_of
from rehearsals.web import mount
from rehearsals.web.error_pages import refused
from tests.architecture.names import layers
from tests.architecture.refusals import all_refusals
from tests.support.moments import SEED_MOMENT

PROBLEMS = [problem for group in problem_groups() for problem in group.problems]
APPS = layers()
ROOT = Path(settings.BASE_DIR)
JARGON = re.compile(
    r"\b(session cookie|CSRF|null|exception|database|HTTP|error \d+|invalid input)\b", re.I
)
# PACER's official wording ends without a period.
OFFICIAL = {
    "Invalid username or password",
    "Your PACER account has been disabled",
    "A Client Code is required for PACER search",
}


REFUSALS = all_refusals()
ids = [f"{type(reason).__name__}.{reason.name}" for reason in REFUSALS]
every_refusal = pytest.mark.parametrize("reason", REFUSALS, ids=ids)


def test_the_search_finds_every_app_that_refuses():
    assert {type(reason).__module__.split(".")[0] for reason in REFUSALS} == set(APPS)


@every_refusal
def test_refusal_says_what_happened_and_what_to_do_in_whole_sentences(reason):
    assert isinstance(reason.desk, Desk)
    assert reason.sentence[-1] in ".?!”" or reason.sentence in OFFICIAL
    assert reason.todo[-1] in ".?!”"
    assert not JARGON.search(f"{reason.sentence} {reason.todo}")


@pytest.mark.parametrize("kind", sorted({type(r) for r in REFUSALS}, key=str), ids=str)
def test_no_two_refusals_of_a_kind_are_equal(kind):
    texts = [(reason.sentence, reason.todo) for reason in kind]
    assert len(set(texts)) == len(texts)
    assert len(kind) == len(kind.__members__)  # an enum makes one member of two equal values


@every_refusal
def test_refusal_is_raised_somewhere(reason):
    name = f"{type(reason).__name__}.{reason.name}"
    assert re.search(rf"\b{re.escape(name)}\b", CODE), name


CODE = "\n".join(path.read_text() for app in APPS for path in (ROOT / app).rglob("*.py"))


@pytest.mark.django_db
@every_refusal
def test_refusal_page_names_one_desk_with_its_number_and_what_to_have_ready(
    inside_rehearsal, reason
):
    request = RequestFactory().get("/psc/account/")
    request.rehearsal, request.court, request.at = inside_rehearsal, None, SEED_MOMENT
    page = refused(request, reason)
    words = page.content.decode()
    desk = card_of(request, reason.desk)
    assert 400 <= page.status_code < 500
    main, _, side = words.partition("</main>")
    assert reason.todo in html.unescape(main)
    assert "Rehearsal home</a>" in main.partition("What to do")[2]  # the way out, before the desk
    assert words.count('class="desk"') == 1
    who_can_help = side.partition("Who can help</h2>")[2].partition("</section>")[0]
    assert desk.name in who_can_help
    assert "Another problem?" in who_can_help
    for fact in (desk.phone, desk.email):
        assert fact in who_can_help
    if reason.desk in (Desk.COURT, Desk.PSC):
        assert desk.phone
        assert desk.email
        assert desk.hours
    assert ("Have ready:" in who_can_help) is (reason.desk is not Desk.NOBODY)


@pytest.mark.parametrize("desk", Desk)
def test_every_desk_has_problems_of_its_own(desk):
    assert [problem for problem in PROBLEMS if problem.desk is desk]


def test_there_are_enough_cards_and_each_has_its_own_anchor():
    anchors = [problem.anchor for problem in PROBLEMS]
    assert len(anchors) >= 24
    assert len(set(anchors)) == len(anchors)


@pytest.mark.django_db
@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.anchor)
def test_every_card_is_on_the_page_and_its_links_open(visitor, problem):
    request = RequestFactory().get("/help/")
    request.rehearsal = visitor.rehearsal
    with mount.inside_rehearsal(visitor.rehearsal):
        addresses = [address_of(way, "nmd") for way in problem.ways]
        desk = card_of(request, problem.desk)
    words = visitor.get("/help/who-to-call/").content.decode()
    card = words.partition(f'id="{problem.anchor}"')[2].partition("</section>")[0]
    assert card.count('class="desk"') == 1
    assert desk.name in card
    for address in addresses:
        assert f'href="{address}"' in card
        assert visitor.get(address, follow=True).status_code < 500
    assert not re.search(r"\b(must file|extend(ed|s)|legal effect)\b", card)
