"""A mistake in a court's form must not break the court's pages or the admin."""

import pytest
from django.forms.models import model_to_dict
from django.urls import reverse

from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
CHANGED = ("name", "title", "masthead", "time_zone", "help_phone", "help_email")
DATES = {
    "outage_starts_at": "2020-04-17 15:00:00", "go_live_at": "2020-04-20 08:00:00",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"time_zone": "Mars/Phobos"}, "Enter a valid time zone"),
        ({"time_zone": "../../etc/passwd"}, "Enter a valid time zone"),
        ({"go_live_at": "9999-12-31 23:59:59"}, "Enter a year"),
        ({"outage_starts_at": "0001-01-01 00:00:00"}, "year"),
        ({"outage_starts_at": "2020-04-20 08:00:00"}, "must start before the court goes live"),
    ],
)
def test_unknown_time_zone_or_year_is_refused(visitor, rehearsal, changes, error):
    clerk, court = staff_client("Clerks", rehearsal), rehearsal.courts.get(code="nmd")
    before = model_to_dict(court)
    data = {name: before[name] for name in CHANGED} | DATES | changes
    page = clerk.post(reverse("admin:cmecf_court_change", args=[court.pk]), data)
    assert page.status_code == 200
    assert error in page.content.decode()
    assert "Constraint" not in page.content.decode()
    court.refresh_from_db()
    assert model_to_dict(court) == before
    assert clerk.get("/admin/cmecf/court/").status_code == 200
    assert visitor.get("/ecf/nmd/").status_code == 200
