"""The server as `make demo` runs it: granian, hashed static files, Argon2, every header."""

import http.client
import os
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import Person
from tests.support.cast import JOHN
from tests.support.real_server import PYTHON, ROOT, WITH_ENV, prepare, serving

pytestmark = pytest.mark.django_db  # for `migrated`


@pytest.fixture(scope="module")
def environment(
    tmp_path_factory: pytest.TempPathFactory, django_db_setup: None, migrated: Path
) -> dict[str, str]:
    """The environment of a demo with data of its own."""
    return prepare(tmp_path_factory.mktemp("data"), migrated)


@pytest.fixture(scope="module")
def server(environment: dict[str, str]) -> Iterator[str]:
    with serving(environment) as (address, _):
        yield address


@pytest.fixture
def person(browser: Browser, server: str, checked: Path) -> Iterator[Person]:
    context = browser.new_context()
    yield Person(context.new_page(), server, checked=checked)
    context.close()


def test_page_styles_and_scripts_arrive_and_the_policy_stops_none_of_them(person):
    got: dict[str, int] = {}
    person.page.on("response", lambda answer: got.update({answer.url: answer.status}))
    answer = person.page.goto(f"{person.server}/r/demo/www/nmd/cmecf-nextgen/")
    person.page.wait_for_load_state("networkidle")
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert set(got.values()) == {200}
    files = [url for url in got if "/static/" in url]
    assert {Path(url).suffix for url in files} >= {".css", ".js"}
    assert all(len(Path(url).name.split(".")) > 2 for url in files), "a name without its hash"
    person.checks_page()


def test_john_signs_on_against_the_real_hasher(person):
    person.page.goto(f"{person.server}/r/demo/psc/login/")
    person.signs_on(JOHN)
    person.reads("Welcome, Attorney John", JOHN.number)
    person.checks_page()


def test_ctrl_c_stops_the_server_at_once_while_a_browser_keeps_a_connection(environment):
    with serving(environment) as (address, running):
        browser = http.client.HTTPConnection(address.removeprefix("http://"))
        browser.request("GET", "/healthz")
        browser.getresponse().read()
        os.killpg(running.pid, signal.SIGINT)  # as a terminal sends it, to every process
        assert running.wait(timeout=10) == 0
        browser.close()


def test_log_has_the_start_and_the_stop_and_nothing_of_head_requests(environment, tmp_path):
    log = tmp_path / "log"
    with log.open("wb") as file, serving(environment, file) as (address, _):
        for path in ("/", "/readyz", "/r/demo/", "/r/demo/ecf/nmd/", "/r/demo/psc/login/"):
            request = urllib.request.Request(address + path, method="HEAD")
            with urllib.request.urlopen(request, timeout=5) as response:
                assert (response.status, response.read()) == (200, b"")
    said = [line.split(" ", 1)[1].split(" version=")[0] for line in log.read_text().splitlines()]
    assert said == ["INFO server started", "INFO server stopped"]


def test_every_page_is_imported_before_the_workers_start(environment):
    code = "from config import server; server._load_before_fork('config.wsgi')"
    loaded = subprocess.run(
        [WITH_ENV, PYTHON, "-c", f"{code}; import sys; print(*sys.modules)"],
        check=True, cwd=ROOT, env=environment, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    assert {"rehearsals.lobby.views", "training.home.views", "linking.link.views"} <= set(loaded)
