"""No mail, socket or page request leaves the machine."""

import socket

import pytest
from django.conf import settings
from django.core.mail import send_mail
from pytest_socket import SocketConnectBlockedError

from rehearsals.models import Mail


def test_suite_cannot_reach_another_machine():
    with pytest.raises(SocketConnectBlockedError), socket.socket() as outside:
        outside.connect(("192.0.2.1", 25))


@pytest.mark.django_db
def test_mail_becomes_a_row_of_the_mailbox(inside_rehearsal):
    send_mail("A subject", "A body", None, ["noel@example.com"])
    assert Mail.objects.get().rehearsal == inside_rehearsal


@pytest.mark.django_db
def test_mail_outside_a_rehearsal_is_an_error():
    with pytest.raises(RuntimeError):
        send_mail("A subject", "A body", None, ["noel@example.com"])


def test_pages_may_load_and_send_only_to_this_site():
    for source in settings.SECURE_CSP.values():
        assert set(source) <= {"'none'", "'self'", "data:"}
    assert settings.SECURE_CSP["form-action"] == ["'self'"]
