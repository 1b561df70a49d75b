"""A court's phases change to the second, in any time zone of the court or the machine."""

from datetime import UTC, datetime, timedelta

import pytest

from cmecf.courts.phases import CourtPhase, phase_at
from cmecf.models import Court
from rehearsals.packs.pack import get_pack
from tests.support.factories import CourtFactory
from tests.support.moments import LIVE, OUTAGE, SECOND

LEGACY, CLOSED, NEXTGEN = CourtPhase.LEGACY, CourtPhase.OUTAGE, CourtPhase.NEXTGEN
TICK = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (OUTAGE - SECOND, LEGACY),
        (OUTAGE - TICK, LEGACY),
        (OUTAGE, CLOSED),
        (OUTAGE + SECOND, CLOSED),
        (LIVE - SECOND, CLOSED),
        (LIVE - TICK, CLOSED),
        (LIVE, NEXTGEN),
        (LIVE + SECOND, NEXTGEN),
    ],
    ids=str,
)
def test_phase_includes_its_first_instant(at, phase):
    assert phase_at(OUTAGE, LIVE, at) is phase


def test_outage_dates_match_seed():
    assert datetime(2020, 4, 17, 21, tzinfo=UTC) == OUTAGE  # 3:00 pm MT
    assert datetime(2020, 4, 20, 14, tzinfo=UTC) == LIVE  # 8:00 am MT
    assert timedelta(hours=65) == LIVE - OUTAGE


@pytest.mark.parametrize("spec", get_pack("nmd-2020").courts, ids=lambda spec: spec.code)
@pytest.mark.django_db
def test_every_court_has_its_own_phases(rehearsal, spec):
    court = rehearsal.courts.get(code=spec.code)
    assert court.phase(spec.outage_starts_at - SECOND) is LEGACY
    assert court.phase(spec.outage_starts_at) is CLOSED
    assert court.phase(spec.go_live_at - SECOND) is CLOSED
    assert court.phase(spec.go_live_at) is NEXTGEN


@pytest.mark.django_db
def test_phase_uses_court_time_zone(rehearsal):
    eight_in_new_york = datetime(2020, 4, 20, 12, tzinfo=UTC)
    court = CourtFactory(rehearsal=rehearsal, go_live_at=eight_in_new_york)
    new_mexico = Court.objects.get(rehearsal=rehearsal, code="nmd")
    assert court.phase(eight_in_new_york) is NEXTGEN
    assert new_mexico.phase(eight_in_new_york) is CLOSED
    assert court.phase(eight_in_new_york - SECOND) is CLOSED


def test_phase_has_label():
    assert [phase.label for phase in CourtPhase] == ["Legacy CM/ECF", "Outage", "NextGen"]
