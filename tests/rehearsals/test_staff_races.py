"""Simultaneous use of one passcode by two browsers of a member of staff."""

import pytest
from django.contrib.auth.models import User

from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.staff.second_factor import services
from rehearsals.staff.second_factor.services import Verdict
from tests.support import races
from tests.support.second_factor import SECRET, STEP, passcode

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def test_one_passcode_lets_one_browser_in():
    carla = User.objects.create_user("carla", is_staff=True)
    now = wall_now()
    earlier = now - 2 * STEP
    services.confirm(carla, secret=SECRET, passcode=passcode(earlier), wall_at=earlier)

    def give() -> Verdict:
        return services.verify(carla, code=passcode(now), wall_at=now)

    rehearsal = rehearsals.start(wall_at=now, title="Race")
    assert races.at_once(rehearsal, give, give, give) == {Verdict.RIGHT: 1, Verdict.WRONG: 2}
