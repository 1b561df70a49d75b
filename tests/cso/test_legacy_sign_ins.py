"""Legacy sign-ins with PACER credentials, which end when the credentials change."""

import pytest
from django.contrib.auth.hashers import make_password

from pacer_accounts.profile.services import set_disabled
from pacer_accounts.upgrade.services import upgrade
from rehearsals.web import mount
from tests.support.cast import ADELE, JOHN, NOEL
from tests.support.legacy import QUERY, as_reader
from tests.support.login_pages import log_in
from tests.support.moments import SEED_MOMENT
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

LOGIN_PAGE = "CM/ECF Filer or PACER Login"


def is_in(browser) -> bool:
    return LOGIN_PAGE not in page_text(browser.get(QUERY))


def account_of(visitor, who):
    return visitor.rehearsal.pacer_accounts.get(account_number=who.number)


def test_password_change_ends_legacy_sign_in_elsewhere(visitor, new_visitor):
    court, other = as_reader(new_visitor(), JOHN), as_reader(new_visitor(), ADELE)
    assert is_in(court)
    log_in(visitor, JOHN)
    new = "Sagebrush-2020!"
    done = visitor.post(
        "/psc/account/settings/password/",
        {"current_password": JOHN.password, "password": new, "confirm_password": new},
    )
    assert done.status_code == 302
    assert not is_in(court)
    assert is_in(other)


@pytest.mark.parametrize("password", ["another", "same"])
def test_upgrade_ends_legacy_sign_in_even_with_same_password(visitor, new_visitor, password):
    """Hashing salts the password again, so the stamp of the sign-in no longer matches."""
    court = as_reader(new_visitor(), NOEL)
    assert is_in(court)
    noel = account_of(visitor, NOEL)
    raw = NOEL.password if password == "same" else "Sagebrush-2020!"
    security = {"username": noel.username, "password": make_password(raw)}
    with mount.inside_rehearsal(visitor.rehearsal):
        upgrade(account=noel, details={}, security=security, at=SEED_MOMENT)
    assert not is_in(court)


def test_disabling_an_account_ends_legacy_sign_in(visitor, new_visitor):
    court = as_reader(new_visitor(), JOHN)
    with mount.inside_rehearsal(visitor.rehearsal):
        set_disabled(
            account=account_of(visitor, JOHN), is_disabled=True, by="clerk", at=SEED_MOMENT
        )
    assert not is_in(court)
