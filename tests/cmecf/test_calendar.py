"""The whole application keeps the court's calendar to the second, asked through the client.

The demo's clock follows the machine's here ("wall"), and freezegun stops the machine in April 2020.
"""

import os
import time

import pytest
from freezegun import freeze_time

from rehearsals import services
from rehearsals.models import ClockManner
from tests.visitor import Visitor

pytestmark = pytest.mark.django_db

BEFORE = "2020-04-17 20:59:59"  # UTC: one second before 3:00 pm MT
CLOSED = "2020-04-17 21:00:00"
STILL_CLOSED = "2020-04-20 13:59:59"  # one second before 8:00 am MT
LIVE = "2020-04-20 14:00:00"
INSTANTS = (BEFORE, CLOSED, STILL_CLOSED, LIVE)
RETRY_AFTER = {CLOSED: str(65 * 3600), STILL_CLOSED: "1"}

# Every kind of page of the court's CM/ECF, whether a visitor may see it or not, built or not.
CMECF = (
    "/ecf/nmd",
    "/ecf/nmd/",
    "/ecf/nmd/cgi-bin/login.pl",
    "/ecf/nmd/cgi-bin/login.pl?logout",
    "/ecf/nmd/cgi-bin/lostPassword.pl",
    "/ecf/nmd/cgi-bin/resetPassword.pl/a-token/",
    "/ecf/nmd/cgi-bin/DisplayMenu.pl?CivilEvents",
    "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities",
    "/ecf/nmd/cgi-bin/iquery.pl",
    "/ecf/nmd/cgi-bin/search.pl",
    "/ecf/nmd/cgi-bin/help.pl",
    "/ecf/nmd/utilities/email/",
    "/ecf/nmd/utilities/password/",
    "/ecf/nmd/utilities/transactions/",
    "/ecf/nmd/utilities/link/",
    "/ecf/nmd/utilities/link/confirm/",
    "/ecf/nmd/utilities/link/done/",
    "/ecf/nmd/doc1/1230456",
    "/ecf/nmd/cgi-bin/rss_outside.pl",
    "/ecf/nmd/nothing/was/ever/here",
)

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
OTHER_COURTS = (
    "/ecf/nmb/",
    "/ecf/ca10/",
    "/ecf/nmb/cgi-bin/lostPassword.pl",
    "/ecf/ca10/cgi-bin/login.pl",
)


@pytest.fixture
def demo(rehearsal):
    """A visitor to a world whose clock is not set: it follows the machine's."""
    services.move_clock(rehearsal, manner=ClockManner.WALL)
    return Visitor(rehearsal)


def statuses(ask, path):
    found = []
    for instant in INSTANTS:
        with freeze_time(instant, tick=False):
            found.append(ask(path).status_code)
    return found


@pytest.mark.parametrize("path", CMECF)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_page_of_cmecf_is_closed_from_the_first_second_to_the_last(demo, path, method):
    before, closed, still_closed, live = statuses(getattr(demo, method), path)
    assert (closed, still_closed) == (503, 503)
    assert 503 not in (before, live)
    assert before < 500
    assert live < 500


@pytest.mark.parametrize("instant", [CLOSED, STILL_CLOSED])
def test_in_the_outage_every_address_shows_the_same_page(demo, instant):
    with freeze_time(instant, tick=False):
        shown = [demo.get(path) for path in CMECF]
        sent = [demo.post(path, {"login": "nattorney", "key": "x"}) for path in CMECF]
    assert {response.headers["Retry-After"] for response in shown + sent} == {RETRY_AFTER[instant]}
    assert len({response.content for response in shown}) == 1
    assert len({response.content for response in sent}) == 1
    assert b"Your form was not received" in sent[0].content


@pytest.mark.parametrize("path", ALWAYS_OPEN)
def test_what_is_not_cmecf_stays_open_all_the_while(demo, path):
    assert statuses(demo.get, path) == [200] * 4


@pytest.mark.parametrize("path", OTHER_COURTS)
def test_other_courts_stay_open_all_the_while(demo, path):
    found = statuses(demo.get, path)
    assert len(set(found)) == 1
    assert found[0] in (200, 302)


def test_the_courts_web_site_changes_its_words_on_the_same_seconds(demo):
    said = []
    for instant in INSTANTS:
        with freeze_time(instant, tick=False):
            said.append(demo.get("/www/nmd/cmecf-nextgen/").content.decode())
    assert ["CM/ECF will be <strong>unavailable</strong>" in html for html in said] == [1, 0, 0, 0]
    assert ["CM/ECF is <strong>unavailable</strong> now" in html for html in said] == [0, 1, 1, 0]
    assert ["NextGen is Here!" in html for html in said] == [0, 0, 0, 1]


@pytest.fixture(params=["UTC", "Pacific/Kiritimati", "America/Denver", "Pacific/Pago_Pago"])
def _machine_zone(request):
    """The machine in another zone; put back as it was."""
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
def test_the_zone_of_the_machine_moves_nothing(demo):
    before, closed, still_closed, live = statuses(demo.get, "/ecf/nmd/")
    assert (closed, still_closed) == (503, 503)
    assert 503 not in (before, live)
    with freeze_time(STILL_CLOSED, tick=False):
        response = demo.get("/ecf/nmd/")
    assert response.headers["Retry-After"] == "1"
    assert b"Monday, April 20, 2020, at 8:00 am MT" in response.content
