"""A lookup returns what its queryset returns, with SQL that is compiled once."""

from threading import Thread

import pytest
from django.db import connection

from cmecf.courts.queries import find_court
from cmecf.models import Court
from rehearsals.models import Rehearsal
from rehearsals.web.lookups import Lookup

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def by_code(code):
    return Rehearsal.objects.select_related("clock").filter(code=code, is_ending=False)


def values(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


def test_lookup_returns_the_row_of_the_queryset(rehearsal):
    found = Lookup(by_code)(rehearsal.code)
    assert found == by_code(rehearsal.code).get()
    assert values(found) == values(by_code(rehearsal.code).get())
    assert not found._state.adding


def test_lookup_reads_related_rows_in_one_query(rehearsal, django_assert_num_queries):
    find = Lookup(by_code)
    with django_assert_num_queries(1):
        assert values(find(rehearsal.code).clock) == values(rehearsal.clock)


def test_lookup_with_another_value_returns_another_row(rehearsal, other_rehearsal):
    find = Lookup(by_code)
    found = [find(each.code) for each in (rehearsal, other_rehearsal, rehearsal)]
    assert found == [rehearsal, other_rehearsal, rehearsal]


def test_lookup_returns_none_for_a_missing_row(rehearsal):
    find = Lookup(by_code)
    assert find("nobody") is None
    assert find("") is None
    assert find("' OR 1=1 --") is None
    Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
    assert find(rehearsal.code) is None


def test_lookup_always_reads_the_database(rehearsal):
    find = Lookup(by_code)
    find(rehearsal.code)
    Rehearsal.objects.filter(pk=rehearsal.pk).update(title="Another title")
    assert find(rehearsal.code).title == "Another title"


def test_lookup_binds_several_values_in_order(rehearsal, other_rehearsal):
    for each in (rehearsal, other_rehearsal):
        for code in ("nmd", "ca10"):
            assert find_court(each, code) == Court.objects.get(rehearsal=each, code=code)
    assert find_court(rehearsal, "zzz") is None


def test_found_court_has_its_rehearsal_without_a_query(rehearsal, django_assert_num_queries):
    court = find_court(rehearsal, "nmd")
    with django_assert_num_queries(0):
        assert court.rehearsal == rehearsal


def test_a_found_row_can_be_saved(rehearsal):
    court = find_court(rehearsal, "nmd")
    court.help_phone = "505-555-0199"
    court.save()
    assert Court.objects.get(pk=court.pk).help_phone == "505-555-0199"


@pytest.mark.django_db(transaction=True)
def test_lookup_uses_the_connection_of_each_thread(rehearsal):
    find, found = Lookup(by_code), []
    find(rehearsal.code)

    def look():
        found.append(find(rehearsal.code))
        connection.close()

    threads = [Thread(target=look) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [rehearsal] * 3
