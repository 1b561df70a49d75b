"""The rules of each era on every page where a password is chosen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pacer_accounts.credentials.rules import PASSWORD_LENGTH, PASSWORD_LENGTH_2025, PASSWORD_SPECIAL
from tests.support import registration_pages, upgrade_pages
from tests.support.cast import JOHN, MAX, NOEL
from tests.support.login_pages import PSC, is_signed_on, log_in
from tests.support.many_people import MOST_QUERIES, grow
from tests.support.second_factor import MFA, UPDATE, account_of, enroll, play_2020, play_2025, text

pytestmark = pytest.mark.django_db
SIGNS_OF_13 = "Quiet-Mesa-77"
KESTREL = "Short-Kestrel"  # 13 as well


@pytest.fixture(params=["2020", "2025"])
def era(request, rehearsal):
    (play_2025 if request.param == "2025" else play_2020)(rehearsal)
    return request.param


def test_registration_uses_password_rules_of_its_era(visitor, era):
    registration_pages.fill(visitor, until=registration_pages.SECOND)
    page = text(visitor.get(registration_pages.SECOND))
    assert (PASSWORD_LENGTH_2025 in page, PASSWORD_SPECIAL in page) == (era == "2025",) * 2
    answer = registration_pages.press(
        visitor,
        registration_pages.SECOND,
        registration_pages.SECURITY | {"password": SIGNS_OF_13, "confirm_password": SIGNS_OF_13},
    )
    assert (answer.status_code == 302) is (era == "2020")
    if era == "2025":
        assert text(answer).count(PASSWORD_LENGTH_2025) >= 3  # beside the field, as error, above


def test_upgrade_uses_password_rules_of_its_era(visitor, era):
    upgrade_pages.log_in(visitor, NOEL)
    upgrade_pages.fill(visitor, "person", "address")
    page = text(visitor.get(upgrade_pages.path_of("security")))
    assert (PASSWORD_LENGTH_2025 in page) is (era == "2025")
    assert (PASSWORD_LENGTH in page) is (era == "2020")
    answer = upgrade_pages.send(visitor, "security", password=KESTREL, confirm_password=KESTREL)
    assert (answer.status_code == 302) is (era == "2020")


def test_mfa_pages_run_a_constant_number_of_queries(rehearsal, visitor):
    play_2025(rehearsal)
    log_in(visitor, MAX, path=PSC)
    visitor.post(UPDATE)
    app = enroll(rehearsal)
    paths = ["/psc/account/", MFA, MFA + "add/", MFA + "codes/", f"{MFA}remove/{app.pk}/"]
    before = [_count(visitor, path) for path in paths]
    grow(rehearsal)
    for number in range(3):
        enroll(rehearsal, name=f"Phone {number}")
    assert [_count(visitor, path) for path in paths] == before
    assert max(before) <= MOST_QUERIES
    assert account_of(rehearsal).authenticator_apps.count() == 4


def _count(visitor, path: str) -> int:
    visitor.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(path).status_code == 200
    return len(asked)


def test_change_of_era_keeps_sign_on_and_short_password(rehearsal, visitor):
    log_in(visitor, JOHN)
    rules = {"link_policy": "guard", "refuses_special_logins": "False", "scans_mail": "False"}
    visitor.post("/rules/", {"era": "2025"} | rules)
    assert is_signed_on(visitor)
    visitor.post("/cso/logout/")
    assert log_in(visitor, JOHN).url.endswith(UPDATE)  # only asked to enroll
    assert visitor.post(UPDATE).status_code == 302
    assert is_signed_on(visitor)
    visitor.post("/rules/", {"era": "2020"} | rules)
    assert is_signed_on(visitor)
