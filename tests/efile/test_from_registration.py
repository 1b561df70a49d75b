"""From registration as a filer to the request to a court."""

import pytest

from tests.support.efile_requests import words
from tests.support.login_pages import log_in
from tests.support.moments import LIVE
from tests.support.registration_pages import (
    ACCEPTED,
    FIRST,
    FOURTH,
    NO_CARD,
    PERSON,
    SECOND,
    SECURITY,
    THIRD,
    press,
)

pytestmark = pytest.mark.django_db
PARTY = PERSON | {
    "first_name": "Dana", "last_name": "Litigant", "firm": "", "email": "dana.l@example.com",
    "confirm_email": "dana.l@example.com", "role": "Party with permission to e-file",
    "user_type": "PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE",
}  # fmt: skip
OTHERS = "/psc/account/maintenance/register-non-attorney/"


def register(visitor, kind, person) -> str:
    visitor.at(LIVE).get(FIRST, data={"kind": kind})
    for page, data in ((FIRST, person), (SECOND, SECURITY), (THIRD, NO_CARD), (FOURTH, ACCEPTED)):
        answer = press(visitor, page, data)
    return visitor.get(answer.url).content.decode()


def go_on(visitor, path, name=SECURITY["username"]):
    """Press Continue, log in, and land where it leads."""
    sent = visitor.get(path)
    assert "/psc/login/" in sent.url
    back = log_in(visitor, path=sent.url, username=name, password=SECURITY["password"])
    return visitor.get(back.url, follow=True)


@pytest.mark.parametrize(
    ("kind", "person", "path", "title"),
    [
        ("attorney-filers", PERSON, "/psc/account/maintenance/register/",
         "Attorney Admissions / E-File Registration"),
        ("non-attorney-filers", PARTY, OTHERS, "Non-Attorney E-File Registration"),
    ],
)  # fmt: skip
def test_continue_leads_to_the_request_after_login(visitor, kind, person, path, title):
    page = register(visitor, kind, person)
    assert f'<a class="usa-button" href="{visitor.rehearsal.mount}{path}">Continue</a>' in page
    answer = words(go_on(visitor, path))
    assert title in answer
    assert "In what court do you want to practice?" in answer


def role_page(visitor, court="nmd") -> str:
    page = visitor.get(OTHERS + "court/")
    token = page.context["draft"].token
    chosen = {"draft": token, "court": court, "despite": court, "action": "continue"}
    visitor.post(OTHERS + "court/", chosen)
    answer = visitor.get(OTHERS + "filer-information/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_declared_role_is_preselected(visitor):
    register(visitor, "non-attorney-filers", PARTY)
    go_on(visitor, OTHERS)
    page = role_page(visitor)
    assert page.count("checked") == 1
    assert 'value="party"' in page.partition("checked")[0][-200:]


def test_declared_role_not_granted_by_the_court_is_not_preselected(visitor):
    register(visitor, "non-attorney-filers", PARTY | {"role": "Trustee"})
    go_on(visitor, OTHERS)
    assert "checked" not in role_page(visitor)
    assert "checked" in role_page(visitor, "nmb")


def test_declared_role_of_another_account_is_ignored(visitor):
    register(visitor, "non-attorney-filers", PARTY)
    log_in(visitor, username="johnattorney", password="Mesa-John-16")  # noqa: S106
    assert "checked" not in role_page(visitor)
