import pytest

from rehearsals import services
from rehearsals.cleanup.services import end
from rehearsals.clock.clock import wall_now
from rehearsals.models import Activity, CourtClock, Rehearsal
from tests.support.cast import NOEL

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def test_new_rehearsal_has_the_whole_cast(rehearsal):
    noel = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    assert noel.is_legacy
    assert noel.has_password(NOEL.password)
    assert rehearsal.cmecf_accounts.get(login=NOEL.login).has_password(NOEL.ecf_password)


def test_new_rehearsal_query_count(rehearsal, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        services.start(wall_at=wall_now())


def test_reset_restores_the_start_and_keeps_the_log(rehearsal, other_rehearsal):
    rehearsal.pacer_accounts.all().delete()
    lines = rehearsal.activities.count()
    services.reset(rehearsal, wall_at=wall_now())
    assert rehearsal.pacer_accounts.get(account_number=NOEL.number).has_password(NOEL.password)
    assert rehearsal.activities.count() == lines + 1


def test_end_deletes_the_rehearsal_and_keeps_others(rehearsal, other_rehearsal):
    end(rehearsal)
    assert list(Rehearsal.objects.all()) == [other_rehearsal]
    assert CourtClock.objects.count() == 1
    assert set(Activity.objects.values_list("rehearsal", flat=True)) == {other_rehearsal.pk}
