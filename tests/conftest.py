"""Fixtures for all tests: rehearsals, and visitors to them."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.storage import InMemoryStorage, storages
from django.db import connection
from django.test import Client, TransactionTestCase
from pytest_django import DjangoDbBlocker

from dockets.documents.drafts import DRAFTS
from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.web import mount
from tests.support.ready import make_ready, start_over, take_ready
from tests.support.visitor import Visitor


@pytest.hookimpl(trylast=True)  # pytest-django sorts first
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start what takes longest first, so that no process is left alone with it at the end."""

    def turn(item: pytest.Item) -> int:
        if item.get_closest_marker("postgres"):
            return 0
        if "/journeys/" in str(item.path):
            return 1
        return 2 if item.get_closest_marker("django_db") is None else 3

    items.sort(key=turn)


@pytest.fixture(autouse=True)
def _mail_reaches_the_mailbox(settings) -> None:
    """Django's test runner replaces the mail backend. Put ours back."""
    settings.EMAIL_BACKEND = "rehearsals.mail.backend.MailboxBackend"


@pytest.fixture(autouse=True)
def _uploads_of_a_test_go() -> Iterator[None]:
    """Rehearsals of several tests have the same key, and so the same folder for uploads that wait."""
    yield
    folder = settings.STORAGES["documents"]["OPTIONS"]["location"]
    shutil.rmtree(Path(folder) / DRAFTS, ignore_errors=True)


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> InMemoryStorage:
    """An empty storage of documents that isn't a folder, as `DOCUMENTS_BACKEND` can name one."""
    storage = InMemoryStorage()
    monkeypatch.setitem(storages._storages, "documents", storage)
    return storage


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database after all migrations, for servers of their own. Don't change it: copy it."""
    return tmp_path_factory.getbasetemp() / "migrated.sqlite3"


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, migrated: Path
) -> None:
    """The test database, with one rehearsal ready, because starting one is most of a short test's time."""
    TransactionTestCase._fixture_teardown = start_over
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(migrated)])
        make_ready()
    gc.freeze()  # what is loaded by now stays until the end


@pytest.fixture
def rehearsal(db: None) -> Rehearsal:
    """A private rehearsal with the whole cast, its clock held at the seed moment."""
    return take_ready()


@pytest.fixture
def no_rehearsals(db: None) -> None:
    """For tests that count the rehearsals there are."""
    Rehearsal.objects.all().delete()


@pytest.fixture
def other_rehearsal(db: None) -> Rehearsal:
    return services.start(wall_at=wall_now(), title="Another rehearsal")


@pytest.fixture
def visitor(rehearsal: Rehearsal) -> Visitor:
    return Visitor(rehearsal)


@pytest.fixture
def new_visitor(rehearsal: Rehearsal) -> Callable[[], Visitor]:
    """Makes another browser in the same rehearsal."""
    return lambda: Visitor(rehearsal, Client())


@pytest.fixture
def inside_rehearsal(rehearsal: Rehearsal) -> Iterator[Rehearsal]:
    """For services called without a request: court clock, mailbox and URLs of the rehearsal."""
    with mount.inside_rehearsal(rehearsal):
        yield rehearsal
