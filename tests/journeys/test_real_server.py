"""The server as `make demo` runs it: granian, hashed static files, Argon2, every header."""

import http.client
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import Person
from tests.support.cast import JOHN

ROOT = Path(__file__).resolve().parents[2]
WITH_ENV = str(ROOT / "scripts" / "with-env")
PYTHON = str(ROOT / ".venv" / "bin" / "python")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(url: str) -> bool:
    try:
        return urllib.request.urlopen(url, timeout=2).status == 200
    except (urllib.error.URLError, ConnectionError):
        return False


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a demo with data of its own."""
    data = tmp_path_factory.mktemp("data")
    env = os.environ | {
        "DATA_DIR": str(data), "DATABASE_URL": f"sqlite:///{data}/db.sqlite3", "HOST": "127.0.0.1",
        "DEBUG": "0", "HTTPS": "0", "WORKERS": "1", "SECRET_KEY": "",
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }  # fmt: skip
    subprocess.run([ROOT / "scripts" / "setup", "run"], check=True, cwd=ROOT)
    for command in (["migrate", "--verbosity", "0"], ["demo"]):
        subprocess.run(
            [WITH_ENV, PYTHON, "manage.py", *command],
            check=True, cwd=ROOT, env=env, stdout=subprocess.DEVNULL,
        )  # fmt: skip
    return env


@contextmanager
def serving(
    env: dict[str, str], log: IO[bytes] | None = None
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a running server, and its process, which leads a process group.

    `log`: the file that receives what the server prints.
    """
    port = free_port()
    running = subprocess.Popen(
        [WITH_ENV, PYTHON, "-m", "config.server"],
        cwd=ROOT, env=env | {"PORT": str(port)}, start_new_session=True, stdout=log, stderr=log,
    )  # fmt: skip
    try:
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 30
        while not answers(f"{address}/readyz"):
            assert running.poll() is None, "the server has ended"
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.05)
        yield address, running
    finally:
        running.terminate()
        running.wait(timeout=30)


@pytest.fixture(scope="module")
def server(environment: dict[str, str]) -> Iterator[str]:
    with serving(environment) as (address, _):
        yield address


@pytest.fixture
def person(browser: Browser, server: str) -> Iterator[Person]:
    context = browser.new_context()
    yield Person(context.new_page(), server)
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


def test_head_requests_log_nothing(environment, tmp_path):
    log = tmp_path / "log"
    with log.open("wb") as file, serving(environment, file) as (address, _):
        for path in ("/", "/readyz", "/r/demo/", "/r/demo/ecf/nmd/", "/r/demo/psc/login/"):
            request = urllib.request.Request(address + path, method="HEAD")
            with urllib.request.urlopen(request, timeout=5) as response:
                assert (response.status, response.read()) == (200, b"")
    assert log.read_text() == ""


def test_every_page_is_imported_before_the_workers_start(environment):
    code = "from config import server; server._load_before_fork('config.wsgi')"
    loaded = subprocess.run(
        [WITH_ENV, PYTHON, "-c", f"{code}; import sys; print(*sys.modules)"],
        check=True, cwd=ROOT, env=environment, capture_output=True, text=True,
    ).stdout.split()  # fmt: skip
    assert {"rehearsals.lobby.views", "training.home.views", "linking.link.views"} <= set(loaded)
