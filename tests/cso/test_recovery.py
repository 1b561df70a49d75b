"""Forgot Your Password? and Forgot Username?: what is mailed to whom, and that a page tells nothing."""

import logging
import re
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from freezegun import freeze_time

from cso.models import RecoveryLink, StorySession
from cso.recovery import services as recovery
from cso.recovery.links import make_link
from cso.recovery.rules import RecoveryRefusal, decoy_questions
from cso.sessions import SessionStore
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from rehearsals import clock, mount, services
from rehearsals.models import Activity, Mail
from tests import races
from tests.busy import busy_machine
from tests.cast import ADELE, JOHN, NOEL, WALTER
from tests.cso.doors import CSO, PSC, fail, is_signed_on, log_in
from tests.cso.test_lockout import count_hashes
from tests.cso.test_secrets import everything_stored
from tests.factories import PacerAccountFactory
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db

WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
SECOND, LOCK = timedelta(seconds=1), timedelta(minutes=15)
NEW = "Canary-Of-A-Reset-7!"
WRONG = ("canary answer one", "canary answer two")
NOBODY = {"email": "canary.nobody@example.com", "username": "canarynobody"}
WALTERS = ("domino", "tucumcari")
BY_NUMBER = {"email": WALTER.email, "account_number": WALTER.number}


def text(answer) -> str:
    return answer.content.decode()


def ask(visitor, who: dict, answers=WALTERS, *, what="password", site="cso", query=""):
    """Both pages; the answer to the second one, followed."""
    page = visitor.post(f"/{site}/forgot-{what}/{query}", who)
    assert page.status_code == 302, text(page)
    typed = dict(zip(("answer_1", "answer_2"), answers, strict=True))
    return visitor.post(page.url, typed, follow=True)


def mailed_link(visitor) -> str:
    body = visitor.rehearsal.mails.filter(subject="Reset PACER Password").latest("pk").body
    return re.search(r"Reset PACER Password: (\S+)", body)[1]


def set_new(visitor, url: str, new: str = NEW):
    return visitor.post(url, {"password": new, "confirm_password": new}, follow=True)


def letters(visitor) -> list[tuple[str, str]]:
    return list(visitor.rehearsal.mails.order_by("pk").values_list("to", "subject"))


@pytest.mark.parametrize("site", ["cso", "psc"])
@pytest.mark.parametrize(
    "one_more",
    [
        {"username": WALTER.username.upper()},
        {"account_number": WALTER.number},
        {"date_of_birth": "01/19/1960"},
        {"date_of_birth": "1960-01-19", "account_number": WALTER.number},
    ],
    ids=["username", "number", "birth", "both"],
)
def test_walter_sets_a_new_password_by_the_mailed_link(visitor, site, one_more):
    page = ask(visitor, {"email": WALTER.email.upper(), **one_more}, site=site)
    assert "If what you entered is right, a link has been mailed" in text(page)
    assert letters(visitor) == [(WALTER.email, "Reset PACER Password")]
    assert "Choose a new password." in text(visitor.get(mailed_link(visitor)))
    assert "Your PACER password was reset" in text(set_new(visitor, mailed_link(visitor)))
    assert not is_signed_on(visitor)
    log_in(visitor, WALTER)
    assert not is_signed_on(visitor)
    log_in(visitor, username=WALTER.username, password=NEW)
    assert is_signed_on(visitor)
    account = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    with mount.in_story(visitor.rehearsal):
        assert account.password_set_at == clock.now()


@pytest.mark.parametrize(
    "who",
    [
        {"email": WALTER.email, "account_number": WALTER.number},
        {"email": WALTER.email, "date_of_birth": "01/19/1960"},
    ],
)
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_walters_username_comes_by_mail_and_is_never_shown(visitor, site, who):
    page = ask(visitor, who, what="username", site=site)
    assert "your username has been mailed" in text(page)
    assert WALTER.username not in text(page)
    letter = visitor.rehearsal.mails.get()
    assert (letter.to, letter.subject) == (WALTER.email, "Your PACER username")
    assert letter.sender == "pacer@psc.uscourts.gov"
    assert f"Account Number {WALTER.number}: Username {WALTER.username}" in letter.body


def test_a_person_with_two_accounts_gets_both_usernames(visitor):
    walter = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    other = PacerAccountFactory(
        rehearsal=visitor.rehearsal, email=WALTER.email, date_of_birth=walter.date_of_birth
    )
    stranger = PacerAccountFactory(rehearsal=visitor.rehearsal, email=WALTER.email)
    ask(visitor, BY_NUMBER, what="username")
    body = visitor.rehearsal.mails.get().body
    assert WALTER.username in body
    assert other.username in body
    assert stranger.username not in body


@pytest.mark.parametrize("answers", [("DOMINO", " Tucumcari "), ("domino", "tucumcari")])
def test_capitals_and_spaces_in_an_answer_make_no_difference(visitor, answers):
    ask(visitor, BY_NUMBER, answers)
    assert len(letters(visitor)) == 1


@pytest.mark.parametrize(
    ("who", "answers"),
    [
        (BY_NUMBER, ("domino", "x")),
        (BY_NUMBER, ("x", "tucumcari")),
        (BY_NUMBER, WALTERS[::-1]),
        (BY_NUMBER | {"username": "somebodyelse"}, WALTERS),  # all that is given must fit
        ({"email": "other@example.com", "account_number": WALTER.number}, WALTERS),
        (NOBODY, WALTERS),
    ],
)
def test_whoever_does_not_fit_gets_no_letter_and_the_same_page(visitor, who, answers):
    assert "If what you entered is right" in text(ask(visitor, who, answers))
    assert letters(visitor) == []


@pytest.mark.parametrize("answers", [WRONG, WALTERS])
@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("who", [NOEL, ADELE], ids=lambda who: who.key)
def test_a_legacy_account_is_told_to_call_by_mail_alone(visitor, who, what, answers):
    account = visitor.rehearsal.pacer_accounts.get(account_number=who.number)
    page = ask(visitor, {"email": account.email, "account_number": who.number}, answers, what=what)
    letter = visitor.rehearsal.mails.get()
    assert letter.to == account.email
    assert "please call" in letter.subject
    assert "(800) 676-6856" in letter.body
    assert account.username not in letter.body
    assert who.number not in text(page)
    assert not RecoveryLink.objects.exists()


def test_a_disabled_account_is_told_by_mail_and_gets_no_link(visitor):
    visitor.rehearsal.pacer_accounts.filter(account_number=WALTER.number).update(is_disabled=True)
    ask(visitor, BY_NUMBER)
    assert "has been disabled" in visitor.rehearsal.mails.get().body
    assert not RecoveryLink.objects.exists()


# --- nobody learns who has an account


LEGACY = {"email": NOEL.email, "username": NOEL.username}
KNOWN = {"email": WALTER.email, "username": WALTER.username}


def pages(visitor, who: dict, answers=WRONG) -> list[str]:
    """Pages 1 to 3, with what is a page's own blanked out."""
    first = visitor.post("/cso/forgot-password/", who)
    second = visitor.get(first.url)
    typed = dict(zip(("answer_1", "answer_2"), answers, strict=True))
    third = visitor.post(first.url, typed)
    fourth = visitor.get(third.url)
    seen = []
    for page in (first, second, third, fourth):
        words = f"{page.status_code} {page.headers.get('Location', '')} {text(page)}"
        for question in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2):
            words = words.replace(question, "?")
        words = re.sub(r'csrfmiddlewaretoken" value="\w+', "", words)
        seen.append(words)
    return seen


@pytest.mark.parametrize("who", [KNOWN, LEGACY, KNOWN | {"username": "nobodyx"}])
def test_the_pages_for_a_known_name_and_for_nobody_are_alike(new_visitor, who):
    assert pages(new_visitor(), who) == pages(new_visitor(), NOBODY)


def test_right_answers_and_wrong_ones_get_the_same_pages(new_visitor):
    assert pages(new_visitor(), KNOWN, WALTERS) == pages(new_visitor(), KNOWN, WRONG)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG, ("domino", "x")])
def test_answering_costs_two_hashes_whoever_it_is(visitor, monkeypatch, who, answers):
    page = visitor.post("/cso/forgot-password/", who)
    calls = count_hashes(monkeypatch)
    visitor.post(page.url, dict(zip(("answer_1", "answer_2"), answers, strict=True)))
    assert calls["hashes"] == 2


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
def test_the_first_page_costs_no_hash_and_asks_the_same(
    visitor, monkeypatch, django_assert_num_queries, who
):
    calls = count_hashes(monkeypatch)
    with django_assert_num_queries(5):
        visitor.post("/cso/forgot-password/", who)
    assert calls["hashes"] == 0


def test_a_stranger_is_asked_the_same_questions_each_time(new_visitor):
    def asked(who: dict) -> list[str]:
        browser = new_visitor()
        page = text(browser.get(browser.post("/cso/forgot-password/", who).url))
        return [one for one in (*SECURITY_QUESTIONS_1, *SECURITY_QUESTIONS_2) if one in page]

    assert len(asked(NOBODY)) == 2
    assert asked(NOBODY) == asked(NOBODY | {"username": "CanaryNobody "})


def test_decoys_are_of_both_lists_and_not_the_same_for_everybody():
    made = {
        decoy_questions(SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, f"{n}@example.com")
        for n in range(60)
    }
    assert {one for one, _ in made} == set(SECURITY_QUESTIONS_1)
    assert {two for _, two in made} == set(SECURITY_QUESTIONS_2)


@pytest.mark.parametrize("who", [KNOWN, LEGACY, NOBODY], ids=["known", "legacy", "nobody"])
@pytest.mark.parametrize("answers", [WALTERS, WRONG])
def test_after_five_tries_for_an_email_none_is_looked_at_for_a_quarter_of_an_hour(
    visitor, new_visitor, monkeypatch, who, answers
):
    with freeze_time(WALL):
        for _ in range(5):
            assert "If what you entered is right" in text(ask(new_visitor(), who, answers))
        had = len(letters(visitor))
        calls = count_hashes(monkeypatch)
        other = who | {"email": who["email"].upper(), "account_number": "7990099"}
        for again in (who, other):  # another identifier buys no more tries
            assert RecoveryRefusal.LOCKED.sentence in text(ask(new_visitor(), again))
        assert calls["hashes"] == 0
        assert len(letters(visitor)) == had
    with freeze_time(WALL + LOCK):
        assert "If what you entered is right" in text(ask(new_visitor(), who, answers))


def test_a_full_hash_slot_is_a_busy_page_and_counts_nothing(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    with busy_machine():
        answer = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert answer.status_code == 503
    assert letters(visitor) == []
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(letters(visitor)) == 1


def test_nothing_typed_is_stored_logged_mailed_or_shown(visitor, caplog):
    caplog.set_level(logging.DEBUG)
    seen = [
        text(ask(visitor, NOBODY, WRONG)),
        text(ask(visitor, KNOWN, WRONG)),
        text(visitor.post("/cso/forgot-password/", {"email": "canary", "date_of_birth": "canary"})),
        text(visitor.post("/psc/forgot-username/", NOBODY | {"account_number": ""})),
    ]
    ask(visitor, KNOWN)
    link = mailed_link(visitor)
    seen.append(text(visitor.post(link, {"password": NEW, "confirm_password": "Canary"})))
    set_new(visitor, link)
    found = everything_stored() + caplog.text + "".join(seen)
    assert "canary" not in found.lower()
    assert "tucumcari" not in found


# --- the forms


@pytest.mark.parametrize(
    ("what", "typed", "said"),
    [
        ("password", {}, "Enter E-mail."),
        ("password", {"email": WALTER.email}, "Enter one of these: Username, Account Number"),
        ("username", {"email": WALTER.email}, "Enter one of these: Account Number or Date"),
        ("password", {"email": WALTER.email, "date_of_birth": "x"}, "as mm/dd/yyyy"),
        ("password", {"email": "x" * 300, "username": "x"}, "has room for 254 characters"),
        ("password", {"email": "a\x00", "username": "x"}, "Null characters are not allowed."),
    ],
)
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_bad_input_on_the_first_page_is_told(visitor, site, what, typed, said):
    page = visitor.post(f"/{site}/forgot-{what}/", typed)
    assert page.status_code == 200
    assert said in text(page)
    assert not StorySession.objects.exists()


def test_an_empty_answer_is_told_and_counts_nothing(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(6):
        assert "Enter Security Answer 2." in text(visitor.post(page.url, {"answer_1": "x"}))
    assert len(letters(visitor)) == 0
    visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
    assert len(letters(visitor)) == 1


@pytest.mark.parametrize("what", ["password", "username"])
@pytest.mark.parametrize("site", ["cso", "psc"])
def test_the_second_page_without_the_first_leads_to_it(visitor, site, what):
    assert visitor.get(f"/{site}/forgot-{what}/questions/").url.endswith(f"/{site}/forgot-{what}/")
    other = {"password": "username", "username": "password"}[what]
    visitor.post(f"/{site}/forgot-{other}/", BY_NUMBER)
    assert visitor.get(f"/{site}/forgot-{what}/questions/").status_code == 302


def test_submit_pressed_twice_is_one_try_and_one_letter(visitor):
    page = visitor.post("/cso/forgot-password/", KNOWN)
    for _ in range(2):
        done = visitor.post(page.url, {"answer_1": "domino", "answer_2": "tucumcari"})
        assert done.url.endswith("/forgot-password/sent/")
    assert len(letters(visitor)) == 1


def test_a_case_lies_open_for_half_an_hour(visitor):
    with freeze_time(WALL):
        page = visitor.post("/cso/forgot-password/", KNOWN)
    with freeze_time(WALL + timedelta(minutes=30)):
        assert visitor.get(page.url).status_code == 200
    with freeze_time(WALL + timedelta(minutes=30) + SECOND):
        assert visitor.get(page.url).status_code == 302


@pytest.mark.parametrize(
    ("site", "door", "param", "title"),
    [
        ("cso", CSO, "appurl", "Forgot User Name?"),
        ("psc", PSC, "next", "Forgot Username?"),
    ],
)
def test_the_way_back_to_the_page_wanted_is_kept(visitor, site, door, param, title):
    wanted = visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities"
    query = "?" + urlencode({param: wanted})
    login = text(visitor.get(door + query)).replace("&amp;", "&")
    base = visitor.rehearsal.mount + f"/{site}/"
    assert f'href="{base}forgot-password/{query}"' in login
    assert f'href="{base}forgot-username/{query}"' in login
    assert f"<h1>{title}</h1>" in text(visitor.get(f"/{site}/forgot-username/{query}"))
    page = text(ask(visitor, BY_NUMBER, site=site, query=query))
    assert f'href="{visitor.rehearsal.mount}{door}{query}"' in page
    done = text(set_new(visitor, mailed_link(visitor)))
    back = "?" + urlencode({"appurl": wanted})
    assert f'href="{visitor.rehearsal.mount}{CSO}{back}"' in done


# --- the link


@pytest.fixture
def link(visitor) -> str:
    with freeze_time(WALL):
        ask(visitor, BY_NUMBER)
        return mailed_link(visitor)


def is_dead(visitor, url: str) -> bool:
    """Both ways in say so."""
    states = {visitor.get(url).status_code, set_new(visitor, url).status_code}
    assert len(states) == 1, states
    return states == {410}


@pytest.mark.parametrize(
    ("after", "dead"),
    [(timedelta(hours=24) - SECOND, False), (timedelta(hours=24), True), (-SECOND, True)],
)
def test_a_link_lives_for_24_hours_of_wall_time(visitor, link, after, dead):
    with freeze_time(WALL + after):
        assert is_dead(visitor, link) is dead


def test_a_link_works_once(visitor, link):
    with freeze_time(WALL):
        set_new(visitor, link)
        assert is_dead(visitor, link)


def test_a_newer_link_kills_the_older_one(visitor, link, new_visitor):
    with freeze_time(WALL + SECOND):
        ask(new_visitor(), BY_NUMBER)
        assert is_dead(visitor, link)
        assert not is_dead(visitor, mailed_link(visitor))


@pytest.mark.parametrize("change", [{"password": "md5$x$y"}, {"is_disabled": True}])
def test_a_link_dies_with_the_password_it_replaces_and_with_the_account(visitor, link, change):
    visitor.rehearsal.pacer_accounts.filter(account_number=WALTER.number).update(**change)
    with freeze_time(WALL):
        assert is_dead(visitor, link)


def test_a_link_is_nobodys_in_another_world_and_after_a_reset(visitor, link, other_rehearsal):
    token = link.rpartition("/reset-password/")[2]
    with freeze_time(WALL):
        assert Visitor(other_rehearsal).get(f"/cso/reset-password/{token}").status_code == 410
        with mount.in_story(visitor.rehearsal):
            services.reset(visitor.rehearsal)
        assert is_dead(visitor, link)


def test_a_cut_link_is_dead(visitor, link):
    with freeze_time(WALL):
        assert visitor.get(link[:-2] + "/").status_code == 410
        assert visitor.get("/cso/reset-password/x/").status_code == 410


@pytest.mark.parametrize(
    ("new", "again", "said"),
    [
        ("short1!", "short1!", "at least 8"),
        ("Practitioner7!", "Practitioner7!", "must not contain a word"),
        (NEW, NEW + "x", "are not the same"),
        ("", "", "Enter New Password."),
    ],
)
def test_the_new_password_follows_the_rules_of_registration(visitor, link, new, again, said):
    with freeze_time(WALL):
        page = visitor.post(link, {"password": new, "confirm_password": again})
        assert said in text(page)
        assert new == "" or f'"{new}"' not in text(page)
        assert not is_dead(visitor, link)


def test_in_2025_it_follows_the_rules_of_2025(visitor, link):
    visitor.rehearsal.era = "2025"
    visitor.rehearsal.save(update_fields=["era"])
    with freeze_time(WALL):
        page = visitor.post(link, {"password": "Short-7!", "confirm_password": "Short-7!"})
    assert "at least 14" in text(page)


def test_a_reset_ends_every_sign_on_and_forgives_the_locks(visitor, link, new_visitor):
    with freeze_time(WALL):
        elsewhere = new_visitor()
        log_in(elsewhere, WALTER)
        fail(visitor, WALTER.username, 5)
        for _ in range(4):
            ask(new_visitor(), BY_NUMBER, WRONG)
        set_new(visitor, link)
        assert not is_signed_on(elsewhere)
        log_in(visitor, username=WALTER.username, password=NEW)
        assert is_signed_on(visitor)
        for _ in range(5):
            assert "If what" in text(ask(new_visitor(), BY_NUMBER))


def test_a_reset_while_somebody_else_is_signed_on_here_leaves_her_alone(visitor, link):
    with freeze_time(WALL):
        log_in(visitor, JOHN)
        set_new(visitor, link)
        assert is_signed_on(visitor)


def test_the_owner_is_told_by_mail_and_the_log_has_it(visitor, link):
    with freeze_time(WALL):
        set_new(visitor, link)
    assert letters(visitor)[-1] == (WALTER.email, "Your PACER password was reset")
    walter = f"PACER {WALTER.number}"
    kept = Activity.objects.filter(what__startswith="cso.").order_by("pk")
    assert [(line.what, line.who, line.outcome) for line in kept] == [
        ("cso.recovery_asked", walter, "done"),
        ("cso.password_recovered", walter, "done"),
    ]


def test_a_dead_mailbox_swallows_the_link(visitor):
    walter = visitor.rehearsal.pacer_accounts.get(account_number=WALTER.number)
    walter.email = "walter@oldfirm.example.net"
    walter.save()
    page = ask(visitor, {"email": walter.email, "account_number": WALTER.number})
    assert "If what you entered is right" in text(page)
    assert not Mail.objects.get().is_delivered


# --- at the same moment


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_of_two_who_use_a_link_at_once_one_sets_the_password(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=WALTER.number)
    token = make_link(account, clock.wall_now())

    def use(new: str) -> str:
        at = {"at": clock.now(), "at_wall": clock.wall_now()}
        recovery.set_password(rehearsal=rehearsal, token=token, new=new, **at)
        return new

    answers = races.at_once(rehearsal, lambda: use(NEW), lambda: use(NEW + "2"))
    assert answers.pop(RecoveryRefusal.LINK_DEAD) == 1
    account.refresh_from_db()
    assert [account.has_password(new) for new in answers] == [True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_of_twelve_answers_at_once_five_are_looked_at(rehearsal):
    def answer() -> str:
        store = SessionStore(None, rehearsal)
        recovery.identify(session=store, purpose="password", email=WALTER.email, username="x")
        case = recovery.open_case(store, "password")
        recovery.answer(session=store, case=case, answers=WRONG, back="")
        return "looked at"

    answers = races.at_once(rehearsal, *[answer] * 12)
    assert answers == {"looked at": 5, RecoveryRefusal.LOCKED: 7}
