"""No mail, socket or page request leaves the machine."""

import socket

import pytest
from django.conf import settings
from django.core.mail import send_mail
from pytest_socket import SocketConnectBlockedError

from rehearsals.mail.services import send_email
from rehearsals.models import Mail
from tests.support.moments import LIVE


def test_suite_cannot_reach_another_machine():
    with pytest.raises(SocketConnectBlockedError), socket.socket() as outside:
        outside.connect(("192.0.2.1", 25))


@pytest.mark.django_db
def test_email_becomes_a_row_of_the_mailbox(rehearsal):
    send_email(
        rehearsal,
        at=LIVE,
        to=["noel@example.com"],
        subject="A subject",
        body="A body",
        sender="court@example.com",
    )
    assert Mail.objects.get().rehearsal == rehearsal


@pytest.mark.django_db
def test_email_without_a_rehearsal_is_an_error(inside_rehearsal):
    with pytest.raises(RuntimeError):
        send_mail("A subject", "A body", None, ["noel@example.com"])


def test_pages_may_load_and_send_only_to_this_site():
    for source in settings.SECURE_CSP.values():
        assert set(source) <= {"'none'", "'self'", "data:"}
    assert settings.SECURE_CSP["form-action"] == ["'self'"]
