"""People with a real browser. Each journey has its own rehearsal and court clock."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils.functional import SimpleLazyObject
from playwright.sync_api import Browser, Page, expect

from rehearsals.models import Rehearsal
from tests.journeys.person import Person

# Playwright runs an event loop in the test's thread. Tests use the ORM there only to prepare data.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

TIMEOUT_MS = 15_000  # for busy machines; tests that pass don't wait
expect.set_options(timeout=TIMEOUT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/journeys/" in str(item.path):
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--no-first-run"]  # fmt: skip
    return {**browser_type_launch_args, "executable_path": chromium, "args": quiet}


@pytest.fixture(scope="session")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the page structures that were checked in this run, by any test process."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "checked"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def new_person(
    browser: Browser, live_server: SimpleLazyObject, rehearsal: Rehearsal, checked: Path
) -> Iterator[Callable[..., Person]]:
    """Another person in the same rehearsal, with their own browser."""
    contexts = []

    def arrive(width: int = 1280, **options: Any) -> Person:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(TIMEOUT_MS)
        contexts.append(context)
        return Person(context.new_page(), live_server.url, rehearsal, checked=checked)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture
def person(new_person: Callable[..., Person]) -> Person:
    return new_person()


@pytest.fixture
def page(person: Person) -> Page:
    return person.page
