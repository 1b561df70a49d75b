from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from freezegun import freeze_time

from cso.models import SignOnSession
from tests.support.cast import JOHN
from tests.support.login_pages import log_in

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(("days", "left"), [(13, 1), (15, 0)])
def test_only_expired_sessions_are_removed(visitor, days, left):
    with freeze_time(TODAY):
        log_in(visitor, JOHN)
    with freeze_time(TODAY + timedelta(days=days)):
        call_command("clear_sign_ons", verbosity=0)
    assert SignOnSession.objects.count() == left


@pytest.mark.parametrize(("days", "known"), [(13, True), (15, False)])
def test_persona_is_forgotten_after_session_expires(visitor, days, known):
    with freeze_time(TODAY):
        visitor.post("/people/p02/")
    with freeze_time(TODAY + timedelta(days=days)):
        assert (visitor.get("/").context["persona"] is not None) is known
