""" "Which one are you?" and the Registration Wizard: every persona gets the right steps."""

import re

import pytest

from pacer_accounts.guidance import path_steps, registration_wizard
from pacer_accounts.guidance.path_finder import TREE, path_of, similar_persona
from pacer_accounts.guidance.question_tree import UNSURE, all_paths, follow
from pacer_accounts.registration import kinds
from tests.support.moments import LIVE, SEED_MOMENT

PATHS = list(all_paths(TREE))
WIZARD_PATHS = list(all_paths(registration_wizard.TREE))


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
def test_each_persona_gets_the_right_steps(key):
    answers, steps = CAST[key]
    progress = follow(TREE, answers)
    assert progress.question is None
    assert progress.answers == answers
    assert path_of(answers) == tuple(getattr(path_steps, step) for step in steps)


@pytest.mark.parametrize("key", CAST)
def test_answers_of_a_persona_suggest_that_persona(key):
    assert similar_persona(CAST[key][0]) == key


def test_last_page_names_the_most_similar_person(visitor):
    shown = visitor.get("/pacer/which-one/?role=attorney&login=lost&account=upgraded&special=no")
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
    for answers in PATHS:
        path = path_of(answers)
        assert follow(TREE, answers).question is None
        assert path, answers
        assert len(set(path)) == len(path), answers


def test_only_searchers_need_no_action():
    idle = [answers for answers in PATHS if path_steps.NOTHING in path_of(answers)]
    assert idle == [{"role": "search"}]


def test_existing_e_filers_are_never_told_to_request_e_filing():
    for answers in PATHS:
        if answers.get("login") in ("yes", "lost") or answers.get("party_login") == "yes":
            asks = {path_steps.ASK_TO_FILE, path_steps.ASK_TO_FILE_OTHER}
            assert not asks & set(path_of(answers))


def test_only_legacy_accounts_upgrade_and_shared_accounts_are_left_alone():
    for answers in PATHS:
        accounts = {answers.get(key) for key in ("account", "account_of_new", "account_of_other")}
        path = path_of(answers)
        assert (path_steps.UPGRADE in path) is ("legacy" in accounts)
        assert (path_steps.LEAVE_SHARED in path) is ("shared" in accounts)


def test_every_question_can_be_answered_with_not_sure():
    for tree in (TREE, registration_wizard.TREE):
        for question in tree.questions:
            assert question.options[-1].label == "I'm not sure"
            assert question.option(UNSURE)


def test_invalid_answers_are_ignored():
    progress = follow(TREE, {"role": "search", "login": "yes", "x": "y"})
    assert progress.answers == {"role": "search"}
    assert follow(TREE, {"role": "<script>"}).question.key == "role"


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
    assert follow(registration_wizard.TREE, answers).question is None
    assert registration_wizard.advice_for(answers).slug == slug


def test_every_wizard_path_ends_in_an_existing_kind_or_none():
    for answers in WIZARD_PATHS:
        advice = registration_wizard.advice_for(answers)
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
    answers, steps = CAST["p03"]
    html = visitor.get("/pacer/which-one/", data=answers).content.decode()
    assert html.count("usa-process-list__item") == len(steps)
    for link in re.findall(r'<p>[^<]* <a class="usa-link" href="([^"]*)"', html):
        assert visitor.get(link).status_code in (200, 302, 409), link


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "told"),
    [("p02", "Linking in the"), ("x02", "E-file registration in the"), ("p07", "")],
    ids=["links", "asks", "neither"],
)
def test_before_the_move_a_path_says_what_opens(visitor, who, told):
    html = visitor.get("/pacer/which-one/", data=CAST[who][0]).content.decode()
    opens = re.findall(r"in order\. ?(.*) District of New Mexico opens", html)
    assert opens == ([told] if told else [])
    live = visitor.at(LIVE).get("/pacer/which-one/", data=CAST[who][0]).content.decode()
    assert "District of New Mexico opens" not in live


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
