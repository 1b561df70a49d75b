""" "Which one are you?" and the Registration Wizard: everybody of the cast gets the right steps."""

import re

import pytest

from pacer_accounts.guidance import path_steps, registration_wizard
from pacer_accounts.guidance.path_finder import TREE, nearest, path_of
from pacer_accounts.guidance.question_tree import UNSURE, all_ways, walk
from pacer_accounts.registration import kinds
from tests.support.moments import LIVE, SEED_MOMENT

WAYS = list(all_ways(TREE))
WIZARD_WAYS = list(all_ways(registration_wizard.TREE))


def attorney(login: str, account: str, special: str = "no") -> dict[str, str]:
    return {"role": "attorney", "login": login, "account": account, "special": special}


def other(role: str, login: str, account: str) -> dict[str, str]:
    asked = {"role": "other", "as": role}
    return asked | ({"party_login": login} if login else {}) | {"account_of_other": account}


CAST = {
    "p01": (attorney("yes", "legacy"), ["UPGRADE", "KNOW_LOGIN", "LINK"]),
    "p02": (attorney("yes", "upgraded"), ["KNOW_LOGIN", "LINK"]),
    "p03": (attorney("yes", "shared"), ["LEAVE_SHARED", "REGISTER", "KNOW_LOGIN", "LINK"]),
    "p04": (attorney("lost", "upgraded"), ["CALL_COURT", "LINK"]),
    "p05": (attorney("yes", "upgraded", "name"), ["KNOW_LOGIN", "SAME_NAME", "LINK"]),
    "p06": (attorney("yes", "legacy", "sign"), ["UPGRADE", "KNOW_LOGIN", "PLAIN_LOGIN", "LINK"]),
    "p07": (other("staff", "", "upgraded"), ["TRUE_USER_TYPE", "FILING_AGENT"]),
    "p08": (attorney("yes", "upgraded", "two_logins"), ["KNOW_LOGIN", "TWO_ROLES", "LINK"]),
    "p09": (
        other("party", "yes", "none"),
        ["REGISTER_OTHER", "KNOW_LOGIN", "LINK", "ONLY_YOUR_CASE"],
    ),
    "p10": (attorney("yes", "upgraded", "exempt"), ["ONE_ACCOUNT", "KNOW_LOGIN", "LINK"]),
    "x01": ({"role": "search"}, ["NOTHING"]),
    "x02": (
        {"role": "attorney", "login": "new", "account_of_new": "none"},
        ["REGISTER_ATTORNEY", "ASK_TO_FILE"],
    ),
    "x03": (attorney("yes", "upgraded", "government"), ["ORGANIZATION", "KNOW_LOGIN", "LINK"]),
    "x04": (attorney("yes", "upgraded", "linked"), ["KNOW_LOGIN", "LINK"]),
    "x05": (attorney("lost", "lost"), ["FIND_ACCOUNT", "CALL_COURT", "LINK"]),
    "x06": ({"role": "billing"}, ["FIRM_BILLING"]),
}


@pytest.mark.parametrize("key", CAST)
def test_each_of_the_cast_is_led_to_the_right_path(key):
    answers, steps = CAST[key]
    place = walk(TREE, answers)
    assert place.question is None
    assert place.answers == answers
    assert path_of(answers) == tuple(getattr(path_steps, step) for step in steps)


@pytest.mark.parametrize("key", CAST)
def test_whoever_answers_as_one_of_the_cast_is_told_to_practise_as_that_one(key):
    assert nearest(CAST[key][0]) == key


def test_the_last_page_names_whom_to_be_in_the_rehearsal(visitor):
    shown = visitor.get("/pacer/which-one/?role=attorney&login=lost&account=upgraded&special=no")
    assert (
        "be the person of the cast who is most like you: Gilbert Barrister"
        in shown.content.decode()
    )


def test_whoever_is_like_nobody_of_the_cast_is_sent_to_nobody(visitor):
    asked = "/pacer/which-one/?role=other&as=agent&party_login=new&account_of_other=upgraded"
    assert "most like you" not in visitor.get(asked).content.decode()


@pytest.mark.parametrize("tree", [TREE, registration_wizard.TREE], ids=["path finder", "wizard"])
def test_nobody_is_asked_more_than_four_questions(tree):
    assert max(len(answers) for answers in all_ways(tree)) <= 4


def test_every_way_ends_in_steps_each_once():
    for answers in WAYS:
        path = path_of(answers)
        assert walk(TREE, answers).question is None
        assert path, answers
        assert len(set(path)) == len(path), answers


def test_only_who_searches_is_told_that_no_action_is_needed():
    idle = [answers for answers in WAYS if path_steps.NOTHING in path_of(answers)]
    assert idle == [{"role": "search"}]


def test_who_e_files_already_is_never_told_to_ask_for_e_filing():
    for answers in WAYS:
        if answers.get("login") in ("yes", "lost") or answers.get("party_login") == "yes":
            asks = {path_steps.ASK_TO_FILE, path_steps.ASK_TO_FILE_OTHER}
            assert not asks & set(path_of(answers))


def test_nobody_without_an_account_is_told_to_upgrade_and_nobody_shares_one():
    for answers in WAYS:
        accounts = {answers.get(key) for key in ("account", "account_of_new", "account_of_other")}
        path = path_of(answers)
        assert (path_steps.UPGRADE in path) is ("legacy" in accounts)
        assert (path_steps.LEAVE_SHARED in path) is ("shared" in accounts)


def test_every_question_can_be_left_open():
    for tree in (TREE, registration_wizard.TREE):
        for question in tree.questions:
            assert question.options[-1].label == "I'm not sure"
            assert question.option(UNSURE)


def test_answers_that_belong_to_no_question_or_to_another_way_are_left_out():
    place = walk(TREE, {"role": "search", "login": "yes", "x": "y"})
    assert place.answers == {"role": "search"}
    assert walk(TREE, {"role": "<script>"}).question.key == "role"


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
def test_the_wizard_picks_the_kind(answers, slug):
    assert walk(registration_wizard.TREE, answers).question is None
    assert registration_wizard.advice_for(answers).slug == slug


def test_every_way_of_the_wizard_ends_in_a_kind_that_exists_or_in_none():
    for answers in WIZARD_WAYS:
        advice = registration_wizard.advice_for(answers)
        assert advice.why
        assert advice.slug == "" or kinds.find(advice.slug)


# ---- the pages

ADDRESSES = {"/pacer/which-one/": TREE, "/psc/register-wizard/": registration_wizard.TREE}


@pytest.mark.django_db
@pytest.mark.parametrize("page", ADDRESSES)
def test_one_walks_through_by_pressing_next_and_back(visitor, page):
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
    answers, steps = CAST["p03"]
    html = visitor.get("/pacer/which-one/", data=answers).content.decode()
    assert html.count("usa-process-list__item") == len(steps)
    for link in re.findall(r'<p>[^<]* <a class="usa-link" href="([^"]*)"', html):
        assert visitor.get(link).status_code in (200, 302, 409), link


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "told"),
    [("p02", "Linking at the"), ("x02", "E-file registration at the"), ("p07", "")],
    ids=["links", "asks", "neither"],
)
def test_before_the_move_a_path_says_what_of_it_opens(visitor, who, told):
    html = visitor.get("/pacer/which-one/", data=CAST[who][0]).content.decode()
    opens = re.findall(r"in this order\. ?(.*) District of New Mexico opens on", html)
    assert opens == ([told] if told else [])
    assert (
        "opens on"
        not in visitor.at(LIVE).get("/pacer/which-one/", data=CAST[who][0]).content.decode()
    )


@pytest.mark.django_db
def test_who_only_searches_reads_that_there_is_nothing_to_do(visitor):
    html = visitor.get("/pacer/which-one/?role=search").content.decode()
    assert "You have nothing to do." in html
    assert "usa-process-list" not in html


@pytest.mark.django_db
@pytest.mark.parametrize("answers", WIZARD_WAYS[:6], ids=str)
def test_the_end_of_the_wizard_leads_on(visitor, answers):
    html = visitor.get("/psc/register-wizard/", data=answers).content.decode()
    assert "Begin again" in html
    assert "Register Now" in html or "Manage My Account" in html


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "register/", "help/"])
def test_the_path_finder_is_linked_from(visitor, page):
    assert "/pacer/which-one/" in visitor.get(f"/pacer/{page}").content.decode()
