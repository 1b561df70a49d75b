"""Fern keeps the books: her way is a billing account, and nothing after it."""

import pytest

from tests.linking.test_readiness import steps_of
from tests.support.cast import FERN
from tests.support.factories import PacerAccountFactory
from tests.support.moments import LIVE
from training.home.four_steps import Action, Status

pytestmark = pytest.mark.django_db


def test_she_is_led_to_firm_billing_and_not_to_an_account_that_files(visitor):
    visitor.post("/people/x06/", follow=True)
    page = visitor.get("/").content.decode()
    assert "Open a billing account" in page
    assert f"{visitor.rehearsal.mount}/pacer/register/firm-billing/" in page


def test_with_a_billing_account_nothing_is_left_but_to_add_the_attorneys(rehearsal):
    PacerAccountFactory(rehearsal=rehearsal, holder_kind="paa", persona=FERN.key)
    first, *others = steps_of(rehearsal, FERN.key, LIVE)
    assert (first.status, first.action) == (Status.COMPLETED, Action.ADD_ACCOUNTS)
    assert "PAA Maintenance" in first.reason
    assert {step.status for step in others} == {Status.CANNOT_START}
