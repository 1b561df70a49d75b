"""Fixtures every test may ask for: a world held at the seed's minute, and visitors to it."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.web import mount
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import Visitor, hold


@pytest.fixture(autouse=True)
def _mail_reaches_the_mailbox(settings) -> None:
    """Django's test runner swaps the mail backend; ours is what the tests are about."""
    settings.EMAIL_BACKEND = "rehearsals.mail.backend.MailboxBackend"


@pytest.fixture(autouse=True)
def _the_log_can_be_flushed(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with real transactions ends by emptying all tables; the append-only log must let it."""
    marker = request.node.get_closest_marker("django_db")
    has_transactions = (marker is not None and marker.kwargs.get("transaction")) or {
        "transactional_db",
        "live_server",
    } & set(request.fixturenames)
    if has_transactions:
        request.getfixturevalue("transactional_db")
    yield
    if has_transactions:
        Rehearsal.objects.update(is_ending=True)


@pytest.fixture
def rehearsal(db: None) -> Rehearsal:
    """A private world with the whole cast, its clock held at the seed's minute."""
    world = services.start(wall_at=wall_now(), title="Test world")
    hold(world, SEED_MOMENT)
    return world


@pytest.fixture
def other_rehearsal(db: None) -> Rehearsal:
    return services.start(wall_at=wall_now(), title="Another world")


@pytest.fixture
def visitor(rehearsal: Rehearsal) -> Visitor:
    return Visitor(rehearsal)


@pytest.fixture
def new_visitor(rehearsal: Rehearsal) -> Callable[[], Visitor]:
    """Another browser in the same world."""
    return lambda: Visitor(rehearsal, Client())


@pytest.fixture
def inside_rehearsal(rehearsal: Rehearsal) -> Iterator[Rehearsal]:
    """For services called without a request: court clock, mailbox and URLs of the world."""
    with mount.inside_rehearsal(rehearsal):
        yield rehearsal
