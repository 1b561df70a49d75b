"""Requests that a reset or a logout elsewhere interrupts."""

import pytest

from cso.models import SignOnSession
from cso.sign_on import services as sign_ons
from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.web.mount import inside_rehearsal
from tests.support.cast import NOEL
from tests.support.login_pages import is_signed_on, log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]
WHY = "Your session ended while this page was loading"


@pytest.fixture
def reset_before_the_session_is_saved(rehearsal, monkeypatch):
    complete = sign_ons.complete_sign_on

    def sign_on_and_be_overtaken(**given):
        account = complete(**given)
        with inside_rehearsal(rehearsal):
            services.reset(rehearsal, wall_at=wall_now())
        return account

    monkeypatch.setattr(sign_ons, "complete_sign_on", sign_on_and_be_overtaken)


def test_reset_during_sign_on_shows_session_ended(visitor, reset_before_the_session_is_saved):
    """Django's own store would look for another key for ever, and take the worker with it."""
    page = log_in(visitor, NOEL)
    assert page.status_code == 409
    assert WHY in page.content.decode()
    assert not SignOnSession.objects.exists()


def test_reset_during_sign_on_with_existing_session_shows_session_ended(
    visitor, reset_before_the_session_is_saved
):
    visitor.post("/people/p01/")
    assert WHY in log_in(visitor, NOEL).content.decode()
    assert not is_signed_on(visitor)


def test_logout_elsewhere_during_request_shows_session_ended(visitor, monkeypatch):
    log_in(visitor, NOEL)
    delete_rows = SignOnSession.objects.all().delete
    monkeypatch.setattr("rehearsals.help.views.came_from", lambda request: delete_rows() and None)
    page = visitor.post("/help-layer/")
    assert page.status_code == 409
    assert WHY in page.content.decode()
    assert page.cookies["NextGenCSO"]["max-age"] == 0


def test_reset_during_form_submission_shows_session_ended(visitor, rehearsal, monkeypatch):
    """The account was read by the middleware; when the view writes, there is none."""

    def overtaken(*, session, at):
        with inside_rehearsal(rehearsal):
            services.reset(rehearsal, wall_at=wall_now())
        rehearsal.pacer_accounts.get(pk=0)

    log_in(visitor, NOEL)
    monkeypatch.setattr(sign_ons, "sign_off", overtaken)
    page = visitor.post("/cso/logout/")
    assert page.status_code == 409
    assert WHY in page.content.decode()


def test_error_without_reset_is_a_server_error(visitor, rehearsal, monkeypatch):
    def broken(*, session, at):
        rehearsal.pacer_accounts.get(pk=0)

    visitor.client.raise_request_exception = False
    monkeypatch.setattr(sign_ons, "sign_off", broken)
    assert visitor.post("/cso/logout/").status_code == 500


def test_reset_while_page_is_read_shows_session_ended(visitor, rehearsal, monkeypatch):
    def torn(*args, **kwargs):
        services.reset(rehearsal, wall_at=wall_now())
        return {}["the court of an account that is gone"]

    monkeypatch.setattr("training.home.views.read_state", torn)
    page = visitor.get("/")
    assert page.status_code == 409
    assert WHY in page.content.decode()
