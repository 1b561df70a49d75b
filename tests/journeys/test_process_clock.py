"""A server that starts at a chosen time (FREEZE): the court closes and opens on its own clock."""

import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.support.real_server import manage, prepare, serving

pytestmark = pytest.mark.django_db  # for `migrated`
LOGIN_PAGE = "/r/demo/ecf/nmd/cgi-bin/login.pl"


@pytest.fixture(scope="module")
def environment(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, migrated: Path
) -> dict[str, str]:
    data = tmp_path_factory.mktemp("frozen")
    return prepare(data, migrated, FREEZE="2020-04-17 14:59:55", WORKERS="2")


def get(url: str) -> tuple[int, str, str]:
    """The status, the Retry-After header, and the page."""
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status, "", answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get("Retry-After", ""), error.read().decode()


def after_change(url: str, status: int) -> tuple[int, str, str]:
    """The first answer that doesn't have `status`."""
    until = time.monotonic() + 15
    while (answer := get(url))[0] == status and time.monotonic() < until:
        time.sleep(0.1)
    return answer


def test_court_closes_at_three_and_opens_at_eight(environment):
    with serving(environment) as (address, _):
        status, _, page = get(address + LOGIN_PAGE)
        assert (status, "CM/ECF Filer or PACER Login" in page) == (200, True)
        status, wait, page = after_change(address + LOGIN_PAGE, 200)
        assert (status, "Friday, April 17, 2020, 3:00:0" in page) == (503, True)
        assert 65 * 3600 - 5 <= int(wait) <= 65 * 3600  # to Monday, 8:00 am
    monday = environment | {"FREEZE": "2020-04-20 07:59:55"}
    manage(monday, "demo")
    with serving(monday) as (address, _):
        assert get(address + LOGIN_PAGE)[0] == 503
        status, _, page = after_change(address + LOGIN_PAGE, 503)
        assert (status, "<h1>Login</h1>" in page) == (200, True)
        assert "Monday, April 20, 2020, 8:00:0" in page
