""" "Which one are you?" and the Registration Wizard: every persona gets the right steps."""

import re
from datetime import timedelta

import pytest

from pacer_accounts.guidance import path_steps, registration_wizard
from pacer_accounts.guidance.path_finder import TREE, path_of, similar_persona
from pacer_accounts.guidance.plan import plan
from pacer_accounts.guidance.question_tree import UNSURE, all_paths, follow
from pacer_accounts.registration import kinds
from rehearsals.packs.pack import get_pack
from tests.support.moments import JUST_BEFORE_LIVE, JUST_BEFORE_OUTAGE, LIVE, OUTAGE, SEED_MOMENT
from tests.support.page_text import page_text

PATHS = list(all_paths(TREE))
WIZARD_PATHS = list(all_paths(registration_wizard.TREE))


def answers(**given: str) -> dict[str, tuple[str, ...]]:
    """Each question's answers, separated by spaces."""
    return {key: tuple(words.split()) for key, words in given.items()}


def attorney(login: str, account: str, special: str = "no") -> dict[str, tuple[str, ...]]:
    return answers(role="attorney", login=login, account=account, special=special)


def other(role: str, login: str, account: str) -> dict[str, tuple[str, ...]]:
    asked = {"role": "other", "as": role} | ({"party_login": login} if login else {})
    return answers(**asked, account_of_other=account)


CAST = {
    "p01": (attorney("yes", "legacy"), ["UPGRADE", "KNOW_LOGIN", "LINK"]),
    "p02": (attorney("yes", "upgraded"), ["KNOW_LOGIN", "LINK"]),
    "p03": (attorney("yes", "shared"), ["LEAVE_SHARED", "REGISTER", "KNOW_LOGIN", "LINK"]),
    "p04": (attorney("lost old_email", "upgraded"), ["CALL_COURT", "RESET", "LINK"]),
    "p05": (attorney("yes", "upgraded", "name"), ["KNOW_LOGIN", "SAME_NAME", "LINK"]),
    "p06": (attorney("yes", "legacy", "sign"), ["UPGRADE", "KNOW_LOGIN", "PLAIN_LOGIN", "LINK"]),
    "p07": (other("staff", "", "upgraded"), ["TRUE_USER_TYPE", "FILING_AGENT"]),
    "p08": (attorney("yes", "upgraded", "two_logins"), ["KNOW_LOGIN", "TWO_ROLES", "LINK"]),
    "p09": (
        other("party", "yes", "none"),
        ["REGISTER_OTHER", "KNOW_LOGIN", "LINK", "ONLY_YOUR_CASE"],
    ),
    "p10": (attorney("yes", "upgraded", "exempt"), ["ONE_ACCOUNT", "KNOW_LOGIN", "LINK"]),
    "x01": (answers(role="search"), ["NOTHING"]),
    "x02": (
        answers(role="attorney", login="new", account_of_new="none"),
        ["REGISTER_ATTORNEY", "ASK_TO_FILE"],
    ),
    "x03": (attorney("yes", "upgraded", "government"), ["ORGANIZATION", "KNOW_LOGIN", "LINK"]),
    "x04": (attorney("yes", "upgraded", "linked"), ["KNOW_LOGIN", "LINK"]),
    "x05": (attorney("lost", "lost"), ["FIND_ACCOUNT", "RESET", "LINK"]),
    "x06": (answers(role="billing"), ["FIRM_BILLING"]),
}


@pytest.mark.parametrize("key", CAST)
def test_each_persona_gets_the_right_steps(key):
    given, steps = CAST[key]
    progress = follow(TREE, given)
    assert progress.question is None
    assert progress.answers == given
    assert path_of(given) == tuple(getattr(path_steps, step) for step in steps)


@pytest.mark.parametrize("key", CAST)
def test_answers_of_a_persona_suggest_that_persona(key):
    assert similar_persona(CAST[key][0]) == key


def test_owner_of_an_account_is_not_like_a_person_without_one():
    assert similar_persona(attorney("yes", "legacy shared")) == "p01"
    assert similar_persona(attorney("yes lost", "legacy shared")) == "p04"


def test_last_page_names_the_most_similar_person(visitor):
    shown = visitor.get(
        "/pacer/which-one/?role=attorney&login=lost&login=old_email&account=upgraded&special=no"
    )
    assert (
        "The person in this rehearsal who is most like you is Gilbert Barrister"
        in shown.content.decode()
    )


def test_unusual_answers_suggest_no_person(visitor):
    asked = "/pacer/which-one/?role=other&as=agent&party_login=new&account_of_other=upgraded"
    assert "most like you" not in visitor.get(asked).content.decode()


@pytest.mark.parametrize("tree", [TREE, registration_wizard.TREE], ids=["path finder", "wizard"])
def test_path_has_at_most_four_questions(tree):
    assert max(len(answers) for answers in all_paths(tree)) <= 4


def test_every_path_ends_in_distinct_steps():
    for given in PATHS:
        path = path_of(given)
        assert follow(TREE, given).question is None
        assert path, given
        assert len(set(path)) == len(path), given


def test_only_searchers_need_no_action():
    idle = [given for given in PATHS if path_steps.NOTHING in path_of(given)]
    assert idle == [answers(role="search")]


def test_existing_e_filers_are_never_told_to_request_e_filing():
    for given in PATHS:
        if {"yes", "lost"} & {*given.get("login", ()), *given.get("party_login", ())}:
            asks = {path_steps.ASK_TO_FILE, path_steps.ASK_TO_FILE_OTHER}
            assert not asks & set(path_of(given))


def test_only_legacy_accounts_upgrade_and_shared_accounts_are_left_alone():
    for given in PATHS:
        keys = ("account", "account_of_new", "account_of_other")
        accounts = {account for key in keys for account in given.get(key, ())}
        path = path_of(given)
        assert (path_steps.UPGRADE in path) is ("legacy" in accounts)
        assert (path_steps.LEAVE_SHARED in path) is ("shared" in accounts)


def test_every_question_can_be_answered_with_not_sure():
    for tree in (TREE, registration_wizard.TREE):
        for question in tree.questions:
            assert question.options[-1].label == "I'm not sure"
            assert question.option(UNSURE)


def test_invalid_answers_are_ignored():
    progress = follow(TREE, answers(role="search", login="yes", x="y"))
    assert progress.answers == answers(role="search")
    for wrong in ("<script>", "search billing", ""):
        assert follow(TREE, answers(role=wrong)).question.key == "role"


@pytest.mark.parametrize(
    ("account", "steps"),
    [
        ("shared", ["LEAVE_SHARED", "REGISTER"]),
        ("shared legacy", ["UPGRADE", "LEAVE_SHARED"]),
        ("shared lost", ["FIND_ACCOUNT", "LEAVE_SHARED"]),
        ("legacy lost", ["FIND_ACCOUNT", "UPGRADE"]),
    ],
)
def test_true_answers_add_up(account, steps):
    given = attorney("yes lost", account)
    expected = [getattr(path_steps, step) for step in [*steps, "RESET", "LINK"]]
    assert path_of(given) == tuple(expected)


@pytest.mark.parametrize("together", ["none shared", "unsure legacy", "none unsure"])
def test_answers_that_exclude_each_other_are_asked_again(together):
    progress = follow(TREE, attorney("yes", together))
    assert progress.question.key == "account"
    assert progress.question.excludes(together.split())


# ---- the wizard's advice


@pytest.mark.parametrize(
    ("answers", "slug"),
    [
        ({"account": "no", "purpose": "search"}, "pacer-case-search-only"),
        ({"account": "shared", "purpose": "attorney", "filed": "yes"}, "pacer-case-search-only"),
        (
            {"account": "no", "purpose": "attorney", "filed": "no", "system": "nextgen"},
            "attorney-filers",
        ),
        (
            {"account": "no", "purpose": "attorney", "filed": "no", "system": "currentgen"},
            "district-bankruptcy-filers-legacy",
        ),
        ({"account": "no", "purpose": "other", "filed_other": "yes"}, "pacer-case-search-only"),
        (
            {"account": "no", "purpose": "other", "filed_other": "no", "system_other": "nextgen"},
            "non-attorney-filers",
        ),
        ({"account": "no", "purpose": "billing"}, "firm-billing"),
        ({"account": "yes", "own_purpose": "billing"}, "firm-billing"),
        ({"account": "yes", "own_purpose": "same"}, ""),
    ],
)
def test_registration_wizard_chooses_the_kind(answers, slug):
    given = {key: (answer,) for key, answer in answers.items()}
    assert follow(registration_wizard.TREE, given).question is None
    assert registration_wizard.advice_for(given).slug == slug


def test_every_wizard_path_ends_in_an_existing_kind_or_none():
    for given in WIZARD_PATHS:
        advice = registration_wizard.advice_for(given)
        assert advice.why
        assert advice.slug == "" or kinds.find(advice.slug)


# ---- the pages

ADDRESSES = {"/pacer/which-one/": TREE, "/psc/register-wizard/": registration_wizard.TREE}


@pytest.mark.django_db
@pytest.mark.parametrize("page", ADDRESSES)
def test_next_and_back_move_through_the_questions(visitor, page):
    first = ADDRESSES[page].questions[0]
    chosen = first.options[0]
    html = visitor.get(page).content.decode()
    assert first.text in html
    assert "I&#x27;m not sure" in html or "I'm not sure" in html
    second = visitor.get(page, data={"asked": first.key, first.key: chosen.key}).content.decode()
    assert ADDRESSES[page].find(chosen.to).text in second
    assert f'name="{first.key}" value="{chosen.key}"' in second
    back = re.search(r'href="([^"]*)">Back</a>', second)[1]
    assert first.text in visitor.get(back).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("page", ADDRESSES)
def test_next_without_an_answer_asks_again(visitor, page):
    first = ADDRESSES[page].questions[0]
    html = visitor.get(page, data={"asked": first.key}).content.decode()
    assert "Choose an answer" in html
    assert first.text in html


@pytest.mark.django_db
@pytest.mark.parametrize("moment", [SEED_MOMENT, LIVE], ids=["before", "after"])
def test_every_step_of_a_path_has_a_page(visitor, moment):
    visitor.at(moment)
    given, steps = CAST["p03"]
    html = visitor.get("/pacer/which-one/", data=given).content.decode()
    assert html.count("usa-process-list__item") == len(steps)
    for link in re.findall(r'<p>[^<]* <a class="usa-link" href="([^"]*)"', html):
        assert visitor.get(link).status_code in (200, 302, 409), link


def titles(key: str, at) -> list[tuple[str, str]]:
    court = get_pack("nmd-2020").home
    planned = plan(path_of(CAST[key][0]), court=court, at=at)
    return [(row.saying.title, row.when) for row in planned]


OPENS = "From Monday, April 20, 2020, at 8:00 am MT"
CLOSES = "Now, before CM/ECF closes: Friday, April 17, 2020, at 3:00 pm MT"
BY_OPENING = "Now, before NextGen opens: Monday, April 20, 2020, at 8:00 am MT"
UPGRADE = "Upgrade your PACER account"
TEST = "Test your CM/ECF login and password"
FIND = "Find your CM/ECF login and password"
WAIT = "Link your accounts when NextGen opens"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (SEED_MOMENT, [(UPGRADE, BY_OPENING), (TEST, CLOSES), (WAIT, OPENS)]),
        (OUTAGE - timedelta(days=1), [(TEST, CLOSES), (UPGRADE, BY_OPENING), (WAIT, OPENS)]),
        (JUST_BEFORE_OUTAGE, [(TEST, CLOSES), (UPGRADE, BY_OPENING), (WAIT, OPENS)]),
        (OUTAGE, [(UPGRADE, BY_OPENING), (FIND, OPENS), (WAIT, OPENS)]),
        (JUST_BEFORE_LIVE, [(UPGRADE, BY_OPENING), (FIND, OPENS), (WAIT, OPENS)]),
        (LIVE, [(UPGRADE, "Now"), ("Have your old CM/ECF login and password ready", "Now"),
                ("Link your accounts", "Now")]),
    ],
    ids=["three weeks before", "last day", "last second", "closed", "last second closed", "open"],
)  # fmt: skip
def test_plan_follows_the_court_clock(at, expected):
    assert titles("p01", at) == expected


@pytest.mark.parametrize("key", CAST)
@pytest.mark.parametrize("at", [SEED_MOMENT, OUTAGE, LIVE], ids=["before", "closed", "after"])
def test_what_cannot_be_done_yet_comes_last(key, at):
    waits = [when == OPENS for _, when in titles(key, at)]
    assert waits == sorted(waits)
    assert not (at == LIVE and any(waits))


@pytest.mark.django_db
def test_answers_are_kept_on_the_way_back(visitor):
    given = CAST["p04"][0] | {"ask": "login"}
    html = visitor.get("/pacer/which-one/", data=given).content.decode()
    assert html.count(" checked") == 2
    assert 'name="account" value="upgraded"' in html
    next_page = visitor.get("/pacer/which-one/", data=CAST["p04"][0] | {"asked": "login"})
    assert 'value="upgraded" checked' in next_page.content.decode()


@pytest.mark.django_db
def test_contradicting_answers_say_so(visitor):
    given = answers(role="attorney", login="new lost", asked="login")
    html = visitor.get("/pacer/which-one/", data=given).content.decode()
    assert "These answers can&#x27;t be true together" in html or "can't be true together" in html
    assert html.count(" checked") == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("at", "words"),
    [(SEED_MOMENT, "New Mexico closes Friday"), (OUTAGE, "is closed. NextGen opens"),
     (LIVE, "Until you finish, you can't file")],
    ids=["before", "closed", "after"],
)  # fmt: skip
def test_plan_page_names_the_phase_desk_and_what_to_have_ready(visitor, at, words):
    shown = visitor.at(at).get("/pacer/which-one/", data=CAST["p01"][0])
    page = page_text(shown)
    assert words in page
    assert "Have ready: your seven-digit PACER account number" in page
    assert "If you need help: PACER Service Center (PSC), (800) 676-6856." in page
    assert "/psc/upgrade/" not in shown.content.decode()  # the plan leads to where a user starts


@pytest.mark.django_db
def test_searchers_read_that_no_action_is_needed(visitor):
    html = visitor.get("/pacer/which-one/?role=search").content.decode()
    assert "You don't need to do anything." in html
    assert "usa-process-list" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("answers", WIZARD_PATHS[:6], ids=str)
def test_end_of_the_wizard_links_to_the_next_page(visitor, answers):
    html = visitor.get("/psc/register-wizard/", data=answers).content.decode()
    assert "Start over" in html
    assert "Register Now" in html or "Manage My Account" in html


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "register/", "help/"])
def test_the_path_finder_is_linked_from(visitor, page):
    assert "/pacer/which-one/" in visitor.get(f"/pacer/{page}").content.decode()
