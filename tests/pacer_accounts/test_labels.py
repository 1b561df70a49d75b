"""The labels of the seed (Step 2), letter by letter: they are what a learner will look for."""

import re

import pytest

from tests.cast import ADELE, JOHN, NOEL
from tests.pacer_accounts.upgrading import fill, log_in, path_of, rows, text, upgrade

pytestmark = pytest.mark.django_db

TITLE = "MANAGE MY ACCOUNT"
WELCOME = "Welcome, Attorney Noel Logout"
LEGACY = {
    "Account Number": "7030833",
    "Username": "noelattorney",
    "Account Balance": "$0.00",
    "Case Search Status": "Active",
    "Account Type": "Legacy PACER Account (Upgrade)",
}
UPGRADED = LEGACY | {"Account Type": "Upgraded PACER Account"}
SEED_LINKS = (
    "Court Links",
    "Search PACER Case Locator",
    "Announcements",
    "Frequently Asked Questions",
    "Resources",
    "Manage My Account",
)
LINKS = [
    label for label in SEED_LINKS if label not in {"Search PACER Case Locator", "Announcements"}
]
TABS = {
    "person": "Prefix First Name * Middle Name Last Name * Generation Suffix Date of Birth * "
    "User Type *",
    "address": "Firm/Office Unit/Department Address * Room/Suite City * State * County * "
    "Zip/Postal Code * Country * Primary Phone * Alternate Phone Text Phone Fax Number Email *",
    "security": "Username * Password * Confirm Password * Security Question 1 * "
    "Security Answer 1 * Security Question 2 * Security Answer 2 *",
}
BUTTONS = {
    "person": ["Next", "Reset", "Cancel"],
    "address": ["Next", "Back", "Reset", "Cancel"],
    "security": ["Submit", "Back", "Reset", "Cancel"],
}


def panel(page) -> list[tuple[str, str]]:
    inside = re.search(r'aria-label="PACER Links".*?</nav>', page.content.decode(), re.S)[0]
    return [(label, url) for url, label in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)', inside)]


@pytest.mark.parametrize(("is_upgraded", "expected"), [(False, LEGACY), (True, UPGRADED)])
def test_an_account_reads_as_in_the_seed(visitor, is_upgraded, expected):
    log_in(visitor, NOEL)
    if is_upgraded:
        upgrade(visitor)
    page = visitor.get("/psc/account/")
    assert list(rows(page).items()) == list(expected.items())
    assert f"{TITLE} {WELCOME}" in text(page)


def test_the_link_is_called_upgrade(visitor):
    page = log_in(visitor, NOEL).get("/psc/account/").content.decode()
    assert f'<a href="{visitor.rehearsal.mount}/psc/upgrade/">Upgrade</a>' in page


def test_the_greeting_gives_the_family_name_first(visitor):
    assert "Welcome, Attorney John Logout" in text(log_in(visitor, JOHN).get("/psc/account/"))


def test_pacer_links_has_the_seeds_labels_in_its_order_and_each_leads_somewhere(visitor):
    rows = panel(log_in(visitor, NOEL).get("/psc/account/"))
    assert [label for label, _ in rows] == LINKS
    assert [visitor.get(url).status_code for _, url in rows] == [200] * len(rows)


@pytest.mark.parametrize("step", TABS)
def test_a_tab_has_its_labels_and_buttons_in_order(visitor, step):
    log_in(visitor, NOEL)
    fill(visitor, *list(TABS)[: list(TABS).index(step)])
    page = visitor.get(path_of(step))
    form = page.context["form"]
    stars = [f"{field.label}{' *' * field.field.required}" for field in form]
    assert " ".join(stars) == TABS[step]
    shown = page.content.decode()
    assert not [f.label for f in form if f">{f.label}" not in shown]
    buttons = re.findall(r'<button class="usa-button[^>]*>([^<]+)</button>', shown)
    assert [label for label in buttons if label != "Choose county"] == BUTTONS[step]


@pytest.mark.parametrize("step", TABS)
def test_a_tab_says_where_one_is(visitor, step):
    log_in(visitor, NOEL)
    fill(visitor, *list(TABS)[: list(TABS).index(step)])
    page = visitor.get(path_of(step))
    assert [row["label"] for row in page.context["steps"]] == ["Person", "Address", "Security"]
    label = step.capitalize()
    assert f"{list(TABS).index(step) + 1} of 3 {label}" in text(page)


def test_user_types_stand_in_groups_as_in_the_seed(visitor):
    page = log_in(visitor, NOEL).get(path_of("person")).content.decode()
    assert page.index("***** Individual Accounts *****") < page.index(">ATTORNEY</option>")
    names = "INDIVIDUAL STUDENT PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE ATTORNEY"
    assert names in text(visitor.get(path_of("person")))


def test_a_group_account_shows_what_it_is_called(visitor):
    assert "Welcome, Trial Group Three Rivers" in text(log_in(visitor, ADELE).get("/psc/account/"))
