"""find_row returns what the queryset returns, on both databases."""

import pytest

from cmecf.models import CmecfAccount, Court
from cso.models import SignOnSession
from pacer_accounts.models import PacerAccount, UsageTransaction
from rehearsals.models import Activity, CourtClock, Rehearsal
from rehearsals.web import mount
from rehearsals.web.rows import find_row
from tests.support.cast import NOEL
from tests.support.login_pages import log_in

MODELS = [
    Activity, CmecfAccount, Court, CourtClock, PacerAccount, Rehearsal, SignOnSession, UsageTransaction,
]  # fmt: skip


def values(row) -> dict:
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}


@pytest.mark.both_databases
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_find_row_returns_the_values_of_the_queryset(rehearsal, visitor, model):
    log_in(visitor, NOEL)
    expected = model._base_manager.first()
    key = model._meta.pk
    row = find_row(model, f'r."{key.column}" = %s', [expected.pk])
    assert values(row) == values(expected)
    assert [type(value) for value in values(row).values()] == [
        type(value) for value in values(expected).values()
    ]


def test_find_row_reads_a_foreign_key_in_the_same_query(rehearsal, django_assert_num_queries):
    with django_assert_num_queries(1):
        row = mount.find(rehearsal.code)
        assert values(row.clock) == values(rehearsal.clock)
        assert row == rehearsal


def test_find_row_gives_none_for_an_empty_foreign_key(rehearsal, visitor):
    visitor.get("/psc/login/")
    visitor.post("/help-layer/")
    session = SignOnSession.objects.get(rehearsal=rehearsal)
    row = find_row(SignOnSession, "r.session_key = %s", [session.pk], join="pacer_account")
    assert row.pacer_account is None


def test_find_row_gives_none_where_no_row_matches(rehearsal):
    assert find_row(Court, "r.rehearsal_id = %s AND r.code = %s", [rehearsal.pk, "nowhere"]) is None


def test_a_found_row_can_be_saved(rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=NOEL.number)
    row = find_row(PacerAccount, "r.id = %s", [account.pk])
    row.firm = "Attorney & Attorney"
    row.save()
    assert PacerAccount.objects.get(pk=account.pk).firm == "Attorney & Attorney"


def test_a_rehearsal_that_is_being_deleted_is_not_found(rehearsal):
    Rehearsal.objects.filter(pk=rehearsal.pk).update(is_ending=True)
    assert mount.find(rehearsal.code) is None
