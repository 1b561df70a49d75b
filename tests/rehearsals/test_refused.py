"""The refusal page and other error pages."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import RequestFactory

from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Desk, Refusal
from rehearsals.models import ClockControl
from rehearsals.web.error_pages import refused, skin_of
from rehearsals.web.wsgi import only_utf8
from tests.support.moments import SEED_MOMENT

pytestmark = pytest.mark.django_db


class Test(Refusal):
    __test__ = False
    AT_THE_COURT = ("The court says no.", "Ask the court.", Desk.COURT)
    AT_PACER = ("PACER says no.", "Ask the PSC.", Desk.PSC)
    BY_ONESELF = ("Not so.", "Try again.", Desk.NOBODY)


def asking(path, rehearsal=None, court=None, **extra):
    request = RequestFactory().get(path, **extra)
    request.rehearsal, request.court, request.at = rehearsal, court, SEED_MOMENT
    return request


@pytest.mark.parametrize(
    ("path", "skin"),
    [
        ("/pacer/register/", "pacer"),
        ("/psc/account/", "psc"),
        ("/cso/courts/", "cso"),
        ("/ecf/nmd/utilities/link/", "cmecf"),
        ("/www/nmd/", "court_site"),
        ("/clock/", "rehearsal"),
        ("/", "rehearsal"),
    ],
)
def test_refusal_has_the_layout_of_its_site(rehearsal, path, skin):
    court = rehearsal.courts.get(code="nmd")
    assert skin_of(asking(path, rehearsal, court)) == f"layouts/{skin}.html"


def test_unknown_courts_and_staff_pages_have_neutral_layouts(rehearsal):
    assert skin_of(asking("/ecf/zz/", rehearsal)) == "layouts/rehearsal.html"
    assert skin_of(asking("/admin/")) == "layouts/site.html"


def test_refusal_page_says_what_happened_what_to_do_and_whom_to_call(inside_rehearsal):
    request = asking("/psc/account/", inside_rehearsal)
    page = refused(request, Test.AT_PACER)
    text = page.content.decode()
    assert page.status_code == 409
    for words in ("PACER says no.", "Ask the PSC.", "(800) 676-6856"):
        assert words in text


def test_refusal_shows_the_desk_of_the_visited_court(rehearsal):
    court = rehearsal.courts.get(code="ca10")
    there = card_of(asking("/ecf/ca10/", rehearsal, court), Desk.COURT)
    elsewhere = card_of(asking("/psc/", rehearsal), Desk.COURT)
    assert (there.phone, elsewhere.phone) == ("(505) 555-0170", "(505) 348-2075")


def test_refusal_outside_of_a_rehearsal_has_a_page():
    assert "Ask the court." in refused(asking("/staff/"), Test.AT_THE_COURT).content.decode()


def test_back_link_is_the_referring_page_or_the_home(visitor, rehearsal):
    rehearsal.clock_control = ClockControl.STAFF
    rehearsal.save()
    mail = f"http://testserver{rehearsal.mount}/mail/"
    page = visitor.post("/clock/", {"manner": "held"}, HTTP_REFERER=mail).content.decode()
    assert f'href="{rehearsal.mount}/mail/">Go back' in page
    page = visitor.post("/clock/", {"manner": "held"}, HTTP_REFERER="https://evil.example/r/")
    assert f'href="{rehearsal.mount}/">Rehearsal home' in page.content.decode()


def test_wrong_method_gets_the_405_page(visitor):
    page = visitor.post("/mail/")
    assert page.status_code == 405
    assert page.headers["Allow"] == "GET, HEAD"
    assert "You can't open this page this way" in page.content.decode()


@pytest.mark.parametrize("path", ["/clock/", "/mail/", "/activity/", "/reset/"])
@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "PATCH", "BREW"])
def test_unknown_methods_are_refused(visitor, rehearsal, path, method):
    assert visitor.client.generic(method, f"{rehearsal.mount}{path}").status_code == 405


def test_nul_byte_in_a_url_is_refused(visitor):
    assert visitor.get("/mail/?to=a%00b").status_code == 400
    assert visitor.get("/mail/%00/").status_code == 400


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("charset", ["rot13", "utf-7", "unicode_escape", "utf-16", "no-such"])
def test_charset_other_than_utf_8_is_refused(visitor, rehearsal, charset):
    answer = visitor.client.generic(
        "POST",
        f"{rehearsal.mount}/clock/",
        b"manner=held",
        content_type=f"{FORM}; charset={charset}",
    )
    assert answer.status_code == 400


@pytest.mark.parametrize("charset", ["UTF-8", '"utf-8"'])
def test_spellings_of_utf_8_are_accepted(visitor, rehearsal, charset):
    path, kind = f"{rehearsal.mount}/clock/", f"{FORM}; charset={charset}"
    assert (
        visitor.client.generic("POST", path, b"manner=held", content_type=kind).status_code == 302
    )


@pytest.mark.parametrize("charset", ["rot13", "undefined", "idna"])
def test_charset_that_breaks_the_request_gets_the_400_page(visitor, rehearsal, charset):
    """Django reads the query string in that charset before any middleware runs."""
    statuses = []
    environ = RequestFactory().get(f"{rehearsal.mount}/mail/?to=%5Cud800").environ
    environ["CONTENT_TYPE"] = f"{FORM}; charset={charset}"
    body = b"".join(only_utf8(WSGIHandler())(environ, lambda status, _: statuses.append(status)))
    assert statuses == ["400 Bad Request"]
    assert b"We couldn't read your request" in body


def test_lone_surrogate_from_a_charset_is_refused(visitor):
    assert (
        visitor.get("/mail/?to=%2B2AA-", CONTENT_TYPE=f"{FORM}; charset=utf-7").status_code == 400
    )


@pytest.mark.parametrize("name", ["NextGenCSO", "sessionid"])
def test_nul_byte_in_a_cookie_is_refused(visitor, name):
    """A cookie can contain it as three octal digits in quotes. PostgreSQL refuses it in text."""
    assert visitor.get("/", HTTP_COOKIE=f'{name}="\\000aaaaaaaaaaaa"').status_code == 400
