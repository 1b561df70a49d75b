"""The management commands: demo, staff_password and delete_idle_rehearsals."""

from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from freezegun import freeze_time

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner, Rehearsal
from tests.support.cast import JOHN, NOEL

pytestmark = pytest.mark.django_db
WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)


def run(*command, **options):
    out = StringIO()
    call_command(*command, stdout=out, **options)
    return out.getvalue()


def passwords(output):
    return {
        line.split()[0]: line.split()[1]
        for line in output.splitlines()
        if line.split()[:1] in (["clerk"], ["trainer"])
    }


@pytest.mark.usefixtures("no_rehearsals")
def test_first_run_creates_demo_and_prints_staff_passwords():
    output = run("demo")
    demo = Rehearsal.objects.get()
    assert (demo.code, demo.kind, demo.title) == ("demo", "demo", "Demo court")
    for name, password in passwords(output).items():
        assert User.objects.get(username=name).check_password(password)
        assert len(password) >= 15


def test_guide_prints_urls_and_practice_credentials(settings):
    settings.SITE_URL = "http://127.0.0.1:8123"
    settings.COMMAND_PREFIX = "DATA_DIR=/tmp/second "
    output = run("demo")
    for words in (
        "http://127.0.0.1:8123/r/demo/clock/",
        f"{NOEL.username} / {NOEL.password}",
        f"{JOHN.login} / {JOHN.ecf_password}",
        'code is "demo"',
        "DATA_DIR=/tmp/second make reset",
    ):
        assert words in output


@pytest.mark.usefixtures("no_rehearsals")
def test_second_run_keeps_data_and_prints_no_password():
    run("demo")
    demo = Rehearsal.objects.get()
    demo.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    assert passwords(run("demo")) == {}
    assert not demo.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert Rehearsal.objects.count() == 1
    assert User.objects.count() == 2


def test_demo_reset_keeps_other_rehearsals(rehearsal):
    run("demo")
    demo = Rehearsal.objects.get(code="demo")
    for each in (demo, rehearsal):
        each.pacer_accounts.filter(account_number=NOEL.number).update(account_type="upgraded")
    run("demo", "--reset")
    assert demo.pacer_accounts.get(account_number=NOEL.number).is_legacy
    assert not rehearsal.pacer_accounts.get(account_number=NOEL.number).is_legacy


def rights(group):
    return {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Group.objects.get(name=group).permissions.select_related("content_type")
    }


def test_permissions_of_clerks_and_trainers():
    run("demo")
    assert rights("Trainers") >= {"rehearsals.change_courtclock", "rehearsals.change_rehearsal"}
    assert rights("Clerks") >= {"cmecf.change_cmecfaccount", "linking.change_link"}
    assert not rights("Clerks") & {"rehearsals.change_courtclock", "rehearsals.change_rehearsal"}
    assert [
        right
        for group in ("Clerks", "Trainers")
        for right in rights(group)
        if ".add_" in right or ".delete_" in right
    ] == ["training.delete_completionrecord"]


def test_next_run_removes_extra_group_permissions():
    run("demo")
    Group.objects.get(name="Clerks").permissions.clear()
    run("demo")
    assert "cmecf.change_court" in rights("Clerks")


def test_new_staff_password_replaces_the_old_one():
    old = passwords(run("demo"))["clerk"]
    new = passwords(run("staff_password", "clerk"))["clerk"]
    clerk = User.objects.get(username="clerk")
    assert clerk.check_password(new)
    assert not clerk.check_password(old)


def test_staff_password_refused_for_an_unknown_username():
    with pytest.raises(CommandError, match="There is no staff user with this name"):
        run("staff_password", "nobody")


def used(rehearsal, days_ago):
    Rehearsal.objects.filter(pk=rehearsal.pk).update(last_used_at=WALL - timedelta(days=days_ago))


def test_cleanup_deletes_only_idle_private_rehearsals(rehearsal, other_rehearsal):
    demo = services.start(wall_at=wall_now(), kind="demo", code="demo", title="Demo court")
    used(rehearsal, days_ago=14.01)
    used(other_rehearsal, days_ago=13.99)
    used(demo, days_ago=400)
    with freeze_time(WALL):
        assert run("delete_idle_rehearsals", "--days", "14") == "Rehearsals deleted: 1.\n"
    assert set(Rehearsal.objects.all()) == {demo, other_rehearsal}


def test_cleanup_refuses_zero_days(rehearsal):
    with pytest.raises(CommandError):
        run("delete_idle_rehearsals", "--days", "0")
    assert Rehearsal.objects.exists()


def test_visit_updates_the_last_use(visitor, rehearsal):
    used(rehearsal, days_ago=13)
    with freeze_time(WALL):
        visitor.get("/clock/")
    rehearsal.refresh_from_db()
    assert rehearsal.last_used_at == WALL
    for minutes, noted in (
        (4, 0),
        (6, 6),
    ):  # a class sees who gave up, and not every page is a write
        with freeze_time(WALL + timedelta(minutes=minutes)):
            visitor.get("/clock/")
        rehearsal.refresh_from_db()
        assert rehearsal.last_used_at == WALL + timedelta(minutes=noted)


@pytest.mark.usefixtures("no_rehearsals")
def test_demo_follows_the_machine_that_starts_at_a_chosen_time(settings):
    settings.FREEZE = "2020-04-17 14:59:50"
    assert "Friday, April 17, 2020, 2:59:50 pm MT" in run("demo")
    assert Rehearsal.objects.get().clock.manner == ClockManner.WALL


@pytest.mark.usefixtures("no_rehearsals")
@pytest.mark.parametrize("text", ["Friday", "2020-03-08 02:30", "1900-01-01 00:00"])
def test_unusable_start_time_is_refused(settings, text):
    settings.FREEZE = text
    with pytest.raises(CommandError, match="FREEZE=.* can't be used. (Enter|Clocks)"):
        run("demo")
    assert not Rehearsal.objects.exists()
