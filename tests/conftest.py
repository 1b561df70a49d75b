"""Fixtures every test may ask for: a world held at the seed's minute, and visitors to it."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from rehearsals import mount, services
from rehearsals.models import Rehearsal
from tests.moments import SEED_MOMENT
from tests.visitor import Visitor, hold


@pytest.fixture
def rehearsal(db: None) -> Rehearsal:
    """A private world with the whole cast, its clock held at the seed's minute."""
    world = services.start(title="Test world")
    hold(world, SEED_MOMENT)
    return world


@pytest.fixture
def other_rehearsal(db: None) -> Rehearsal:
    return services.start(title="Another world")


@pytest.fixture
def visitor(rehearsal: Rehearsal) -> Visitor:
    return Visitor(rehearsal)


@pytest.fixture
def new_visitor(rehearsal: Rehearsal) -> Callable[[], Visitor]:
    """Another browser in the same world."""
    return lambda: Visitor(rehearsal, Client())


@pytest.fixture
def in_story(rehearsal: Rehearsal) -> Iterator[Rehearsal]:
    """For services called without a request: court clock, mailbox and URLs of the world."""
    with mount.in_story(rehearsal):
        yield rehearsal
