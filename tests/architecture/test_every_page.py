"""What every page carries: that it is a simulation, that nobody indexes it, a strict policy."""

import re

import pytest

from tests.architecture.test_urls import AT_THE_COURTS_DOOR, CLOSED
from tests.support.cast import JOHN
from tests.support.login_pages import log_in
from tests.support.moments import LIVE, REMINDER, SEED_MOMENT, WEEKEND

PAGES = [
    "/", "/clock/", "/mail/", "/letters/", "/help/who-to-call/", "/activity/", "/reset/",
    "/www/nmd/", "/www/nmd/cmecf-nextgen/", "/www/nmd/cmecf-nextgen/linking/", "/www/ca10/",
    "/pacer/", "/pacer/register/", "/pacer/register/attorney-filers/", "/pacer/nextgen/",
    "/pacer/which-one/", "/pacer/which-one/?role=search", "/psc/register-wizard/",
    "/psc/register-wizard/?account=yes&own_purpose=same",
    "/www/nmd/filing/", "/www/nmd/jurors/", "/pacer/announcements/",
    "/pacer/court-links/", "/pacer/help/", "/psc/login/", "/psc/register/account-information/",
    "/cso/csologin/login.jsf", "/cso/forgot-password/",
    "/cso/forgot-username/", "/psc/forgot-password/", "/psc/forgot-username/sent/",
    "/cso/reset-password/no-such-token/", "/cso/reset-password/done/", "/ecf/nmd/",
    "/ecf/nmd/cgi-bin/login.pl",
    "/ecf/nmd/cgi-bin/lostPassword.pl", "/ecf/nmd/no-such-page/", "/no-such-page/",
    "/www/nowhere/", "/ecf/nowhere/",
    *CLOSED.values(), *AT_THE_COURTS_DOOR.values(),
]  # fmt: skip


def check(answer) -> None:
    assert answer.status_code < 500 or answer.status_code == 503
    words = answer.content.decode()
    assert "<strong>Training simulation.</strong>" in words
    assert re.search(r"<title>[^<]*Training simulation</title>", words)
    assert 'content="noindex' in words
    assert answer["X-Robots-Tag"].startswith("noindex")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "form-action 'self'" in policy
    assert "unsafe-inline" not in policy


@pytest.mark.django_db
@pytest.mark.parametrize("at", [REMINDER, SEED_MOMENT, WEEKEND, LIVE], ids=str)
def test_every_page_says_that_it_is_a_simulation(visitor, at):
    visitor.at(at)
    log_in(visitor, JOHN)
    for path in PAGES:
        check(visitor.client.get(visitor.rehearsal.mount + path, follow=True))
