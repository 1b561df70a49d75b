import pytest

from cso.active_sign_ons.browsers import UNKNOWN, describe_browser
from cso.models import SignOnSession
from tests.support.cast import NOEL
from tests.support.login_pages import log_in

MOZILLA = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) {}"


@pytest.mark.parametrize(
    ("user_agent", "expected"),
    [
        (MOZILLA.format("Windows NT 10.0; Win64", "Chrome/80 Safari/537.36"), "Chrome on Windows"),
        (MOZILLA.format("Windows NT 10.0", "Chrome/80 Safari/537 Edg/80.0"), "Edge on Windows"),
        (MOZILLA.format("Macintosh; Intel Mac OS X", "Version/13 Safari/605"), "Safari on Mac"),
        (MOZILLA.format("iPhone; CPU like Mac OS X", "CriOS/80 Safari/604"), "Chrome on iPhone"),
        (MOZILLA.format("Linux; Android 10", "Chrome/80 Safari/537"), "Chrome on Android"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:74.0) Gecko Firefox/74.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 6.1; Trident/7.0)", "Internet Explorer on Windows"),
        ("python-requests/2.23", "A program (Python)"),
        ("something in Windows", f"{UNKNOWN} on Windows"),
        ("", UNKNOWN),
        ("<script>alert(1)</script>", UNKNOWN),
        ("x" * 10_000 + "Firefox/74", UNKNOWN),
    ],
)
def test_describe_browser(user_agent, expected):
    assert describe_browser(user_agent) == expected
    assert len(expected) <= SignOnSession._meta.get_field("browser").max_length


@pytest.mark.django_db
def test_sign_on_stores_description_instead_of_user_agent(visitor):
    visitor.client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (Windows NT 10.0) Firefox/74.0 canary"
    log_in(visitor, NOEL)
    assert SignOnSession.objects.get().browser == "Firefox on Windows"
    visitor.client.defaults["HTTP_USER_AGENT"] = "another"
    visitor.post("/people/p01/")
    assert SignOnSession.objects.get().browser == "Firefox on Windows"
