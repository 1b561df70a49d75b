"""A person with a real browser. Stories run on the court clock of their own world."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils.functional import SimpleLazyObject
from playwright.sync_api import Browser, Page, expect

from rehearsals.models import Rehearsal
from tests.journeys.person import Person

# Playwright's event loop lives in the test's thread; the ORM is used there only to set the scene.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

PATIENCE_MS = 15_000  # for machines that do much else; nobody waits when all is well
expect.set_options(timeout=PATIENCE_MS)


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


@pytest.fixture
def new_person(
    browser: Browser, live_server: SimpleLazyObject, rehearsal: Rehearsal
) -> Iterator[Callable[..., Person]]:
    """Another person, with a browser of her own, in the same world."""
    contexts = []

    def arrive(width: int = 1280, **options: Any) -> Person:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        return Person(context.new_page(), live_server.url, rehearsal)

    yield arrive
    for context in contexts:
        context.close()


@pytest.fixture
def person(new_person: Callable[..., Person]) -> Person:
    return new_person()


@pytest.fixture
def page(person: Person) -> Page:
    return person.page
