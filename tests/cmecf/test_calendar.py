"""Which pages are open at the edges of the outage, to the second.

The court clock follows the machine's clock here, and freezegun stops that in April 2020.
"""

import os
import time

import pytest
from freezegun import freeze_time

from rehearsals.clock import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner
from tests.support.cast import JOHN, NOEL
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db

BEFORE = "2020-04-17 20:59:59"  # UTC: one second before 3:00 pm MT
CLOSED = "2020-04-17 21:00:00"
STILL_CLOSED = "2020-04-20 13:59:59"  # one second before 8:00 am MT
LIVE = "2020-04-20 14:00:00"
INSTANTS = (BEFORE, CLOSED, STILL_CLOSED, LIVE)
RETRY_AFTER = {CLOSED: str(65 * 3600), STILL_CLOSED: "1"}

# Every kind of CM/ECF page, and the status without a login in the last second of the legacy system
# and in the first second of NextGen. Add a line for each new page.
CMECF = {
    "/ecf/nmd": (301, 301),
    "/ecf/nmd/": (200, 200),
    "/ecf/nmd/cgi-bin/login.pl": (200, 302),
    "/ecf/nmd/cgi-bin/login.pl?logout": (200, 200),
    "/ecf/nmd/cgi-bin/lostPassword.pl": (200, 200),
    "/ecf/nmd/cgi-bin/resetPassword.pl/a-token/": (410, 410),
    "/ecf/nmd/cgi-bin/DisplayMenu.pl?CivilEvents": (200, 302),
    "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities": (200, 302),
    "/ecf/nmd/cgi-bin/iquery.pl": (200, 302),
    "/ecf/nmd/cgi-bin/search.pl": (200, 302),
    "/ecf/nmd/cgi-bin/help.pl": (404, 200),
    "/ecf/nmd/utilities/email/": (200, 403),
    "/ecf/nmd/utilities/password/": (200, 403),
    "/ecf/nmd/utilities/transactions/": (200, 302),
    "/ecf/nmd/utilities/link/": (409, 302),
    "/ecf/nmd/utilities/link/confirm/": (409, 302),
    "/ecf/nmd/utilities/link/done/": (409, 302),
    "/ecf/nmd/doc1/1230456": (404, 404),
    "/ecf/nmd/nothing/was/ever/here": (404, 404),
}

# Never closed: the court's web site, PACER, Central Sign-On, the other courts, the rehearsal itself.
ALWAYS_OPEN = (
    "/",
    "/clock/",
    "/mail/",
    "/www/nmd/",
    "/www/nmd/cmecf-nextgen/",
    "/www/nmd/cmecf-nextgen/linking/",
    "/www/nmd/news/nextgen-reminder/",
    "/www/nmb/",
    "/www/ca10/cmecf-nextgen/",
    "/pacer/",
    "/pacer/register/",
    "/pacer/nextgen/",
    "/pacer/court-links/",
    "/psc/login/",
    "/cso/csologin/login.jsf?pscCourtId=NMDC",
)
OTHER_COURTS = {
    "/ecf/nmb/": 200,
    "/ecf/ca10/": 200,
    "/ecf/nmb/cgi-bin/lostPassword.pl": 200,
    "/ecf/ca10/cgi-bin/login.pl": 302,
}


@pytest.fixture
def demo(rehearsal):
    """A visitor to a rehearsal whose clock follows the machine's clock."""
    services.move_clock(rehearsal, wall_at=wall_now(), manner=ClockManner.WALL)
    return Visitor(rehearsal)


def statuses(ask, path):
    codes = []
    for instant in INSTANTS:
        with freeze_time(instant, tick=False):
            codes.append(ask(path).status_code)
    return codes


@pytest.mark.parametrize("path", CMECF)
def test_cmecf_pages_closed_for_whole_outage(demo, path):
    before, live = CMECF[path]
    assert statuses(demo.get, path) == [before, 503, 503, live]


@pytest.mark.parametrize("path", CMECF)
def test_forms_refused_for_whole_outage(demo, path):
    before, closed, still_closed, live = statuses(demo.post, path)
    assert (closed, still_closed) == (503, 503)
    assert before < 500
    assert live < 500


@pytest.mark.parametrize("instant", [CLOSED, STILL_CLOSED])
def test_every_url_shows_outage_page(demo, instant):
    with freeze_time(instant, tick=False):
        shown = [demo.get(path) for path in CMECF]
        sent = [demo.post(path, {"login": "nattorney", "key": "x"}) for path in CMECF]
    assert {response.headers["Retry-After"] for response in shown + sent} == {RETRY_AFTER[instant]}
    assert len({response.content for response in shown}) == 1
    assert len({response.content for response in sent}) == 1
    assert b"Your form was not received" in sent[0].content


@pytest.mark.parametrize("path", ALWAYS_OPEN)
def test_other_sites_stay_open_during_outage(demo, path):
    assert statuses(demo.get, path) == [200] * 4


@pytest.mark.parametrize("path", OTHER_COURTS)
def test_other_courts_stay_open_during_outage(demo, path):
    assert statuses(demo.get, path) == [OTHER_COURTS[path]] * 4


def test_form_open_at_outage_is_refused_and_monday_needs_new_login(rehearsal, demo):
    with freeze_time(BEFORE, tick=False):
        signed_in = {"login": JOHN.login, "key": JOHN.ecf_password, "redaction": "on"}
        assert demo.post("/ecf/nmd/cgi-bin/login.pl", signed_in).status_code == 302
        assert demo.get("/ecf/nmd/utilities/email/").status_code == 200
    with freeze_time(CLOSED, tick=False):
        late = demo.post("/ecf/nmd/utilities/email/", {"email": "late@example.com"})
        assert late.status_code == 503
        assert b"Your form was not received" in late.content
    assert rehearsal.cmecf_accounts.get(login=JOHN.login).email == JOHN.email
    with freeze_time(LIVE, tick=False):
        menu = demo.get("/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities")
        assert menu.status_code == 302
        assert "/cso/csologin/login.jsf" in menu.headers["Location"]


@pytest.mark.parametrize("instant", [CLOSED, STILL_CLOSED])
def test_pacer_sign_on_works_during_outage(demo, instant):
    with freeze_time(instant, tick=False):
        typed = {"username": NOEL.username, "password": NOEL.password}
        assert demo.post("/psc/login/", typed).status_code == 302
        account = demo.get("/psc/account/")
        assert account.status_code == 200
        assert NOEL.number.encode() in account.content
        assert demo.get("/ecf/nmd/").status_code == 503


def test_court_site_changes_at_phase_edges(demo):
    said = []
    for instant in INSTANTS:
        with freeze_time(instant, tick=False):
            said.append(demo.get("/www/nmd/cmecf-nextgen/").content.decode())
    assert ["CM/ECF will be <strong>unavailable</strong>" in html for html in said] == [1, 0, 0, 0]
    assert ["CM/ECF is <strong>unavailable</strong> now" in html for html in said] == [0, 1, 1, 0]
    assert ["NextGen is Here!" in html for html in said] == [0, 0, 0, 1]


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/Denver", "Pacific/Pago_Pago"])
def _machine_zone(request):
    """Set the machine's time zone for one test."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.usefixtures("_machine_zone")
def test_machine_time_zone_has_no_effect(demo):
    path = "/ecf/nmd/cgi-bin/login.pl"
    before, live = CMECF[path]
    assert statuses(demo.get, path) == [before, 503, 503, live]
    assert statuses(demo.post, path)[1:3] == [503, 503]
    with freeze_time(STILL_CLOSED, tick=False):
        response = demo.get("/ecf/nmd/")
    assert response.headers["Retry-After"] == "1"
    assert b"Monday, April 20, 2020, at 8:00 am MT" in response.content
