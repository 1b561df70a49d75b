"""Fixtures that several modules of this folder share."""

import pytest
from django.test import Client

from dockets.models import Case, DocketEntry, Party
from rehearsals.models import Rehearsal
from tests.support.cast import NOEL, SKYE
from tests.support.docketed import case_of
from tests.support.dockets import keep_complaint
from tests.support.legacy import as_filer, as_reader
from tests.support.moments import LAST_HOUR, SEED_MOMENT
from tests.support.staff import staff_client
from tests.support.submissions import party
from tests.support.visitor import Visitor


@pytest.fixture
def clerk(rehearsal: Rehearsal) -> Client:
    """A signed-in clerk who works in the rehearsal."""
    return staff_client("Clerks", rehearsal)


@pytest.fixture
def complaint(rehearsal: Rehearsal) -> DocketEntry:
    """The first entry of the pack's first case. It has an attachment."""
    return case_of(rehearsal).entries.get(number=1)


@pytest.fixture
def short_docket(rehearsal: Rehearsal) -> Case:
    """The pack's first case, with the complaint as its only entry."""
    case = case_of(rehearsal)
    keep_complaint(case)
    return case


@pytest.fixture
def plaintiff(rehearsal: Rehearsal) -> Party:
    """The plaintiff of the pack's first case, whom Noel represents."""
    return party(rehearsal)


@pytest.fixture
def noel(visitor: Visitor) -> Visitor:
    """Noel, logged in to the legacy CM/ECF in the last hour before the outage."""
    return as_filer(visitor.at(LAST_HOUR), NOEL)


@pytest.fixture
def skye(visitor: Visitor) -> Visitor:
    """Skye, who only searches, logged in with PACER at the seed moment."""
    return as_reader(visitor.at(SEED_MOMENT), SKYE)
