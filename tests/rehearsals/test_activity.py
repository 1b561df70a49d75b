"""The activity log."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from rehearsals.activity.areas import AREAS, area_of
from rehearsals.activity.labels import activity_label
from rehearsals.activity.services import record_activity
from rehearsals.app_config import declared_mapping
from rehearsals.cleanup.services import end
from rehearsals.models import Activity
from tests.support.moments import LIVE
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db
APPS = ("rehearsals", "pacer_accounts", "cso", "cmecf", "efile", "linking", "dockets", "training")
VERB = re.compile(r'"((?:rehearsal|clock|people|pacer|paa|cso|cmecf|court|link|efile)\.[a-z_]+)"')
NOT_VERBS = {
    "cmecf.courts.access", "cmecf.court", "cmecf.cmecfaccount",  # an attempt scope, and models
    "cso.recovery", "cso.mfa", "cso.sign_on.pending", "cso.active_sign_ons.services",  # scopes and salts
    "efile.updates", "efile.efileregistration",
}  # fmt: skip
RIGHTS = re.compile(r"\.(view|change)_")


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE rehearsals_activity SET who = 'nobody'",
        "DELETE FROM rehearsals_activity",
        "INSERT INTO {0} ON CONFLICT (id) DO UPDATE SET who = 'nobody'",
        "INSERT OR REPLACE INTO {0}",
        "REPLACE INTO {0}",
    ],
)
def test_database_refuses_to_change_delete_or_replace_an_entry(rehearsal, change):
    if "REPLACE" in change and connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has no REPLACE")
    change = change.format("rehearsals_activity SELECT * FROM rehearsals_activity WHERE true")
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert Activity.objects.filter(what="rehearsal.started").count() == 1


def test_log_is_deleted_only_with_its_rehearsal(rehearsal, other_rehearsal):
    end(rehearsal)
    assert not Activity.objects.filter(rehearsal_id=rehearsal.pk).exists()
    assert other_rehearsal.activities.exists()


def test_start_is_logged_at_court_time(other_rehearsal):
    assert other_rehearsal.activities.get().court_at.year == 2020


def test_entry_shows_who_did_what_when_and_the_outcome(visitor, rehearsal):
    visitor.at(LIVE)
    record_activity(rehearsal, "cso.sign_on", at=LIVE, who="PACER 7990002", outcome="failed")
    page = visitor.get("/activity/").content.decode()
    for words in ("April 20, 2020, 8:00:00 am MT", "PACER 7990002", "Log in with", "Failed"):
        assert words in page


def test_attempt_with_an_unknown_name_shows_no_name(visitor, rehearsal):
    record_activity(rehearsal, "cso.sign_on", at=LIVE, outcome="failed")
    assert "Unknown login or username" in visitor.get("/activity/").content.decode()


def test_every_recorded_activity_has_a_label():
    recorded = {
        verb
        for app in APPS
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py")
        if path.name != "apps.py"
        for verb in VERB.findall(path.read_text())
    }
    unknown = recorded - NOT_VERBS - set(declared_mapping("activity_labels"))
    assert [verb for verb in unknown if not RIGHTS.search(verb)] == []


def test_every_activity_is_in_an_area_that_staff_can_filter_by():
    assert {area_of(what) for what in declared_mapping("activity_labels")} == set(AREAS)


def test_staff_filter_the_log_by_area_and_then_by_activity(rehearsal):
    record_activity(rehearsal, "cso.sign_on", at=LIVE, who="PACER 7990002")
    record_activity(rehearsal, "link.made", at=LIVE, who="PACER 7990023")
    record_activity(rehearsal, "cmecf.locked", at=LIVE, detail="nmd: by staff clerk")
    clerk = staff_client("Clerks", rehearsal)

    def kinds(**query) -> list[str]:
        rows = clerk.get("/admin/rehearsals/activity/", query).context["cl"].result_list
        return [row.what for row in rows]

    assert kinds(area="logins") == ["cmecf.locked", "cso.sign_on"]
    assert kinds(area="logins", what="cso.sign_on") == ["cso.sign_on"]
    assert kinds(area="staff") == ["cmecf.locked"]


def test_activity_without_a_label_is_readable():
    assert activity_label("training.class_opened") == "Training: class opened"


def test_log_of_another_rehearsal_is_not_shown(visitor, other_rehearsal):
    record_activity(other_rehearsal, "link.made", at=LIVE, who="PACER 7999999")
    assert "7999999" not in visitor.get("/activity/").content.decode()


def test_log_query_count_is_constant(visitor, rehearsal, django_assert_max_num_queries):
    for number in range(120):
        record_activity(rehearsal, "cso.sign_on", at=LIVE, who=f"PACER {number}")
    with django_assert_max_num_queries(5):
        page = visitor.get("/activity/").content.decode()
    assert "Page 1 of 3" in page
    assert "PACER 119" in page
    assert "PACER 20<" not in page
