"""Staff of the tests: a clerk and a trainer, with the rights their groups have."""

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client


def staff_client(group: str) -> Client:
    """A browser in which a member of *Clerks* or *Trainers* is signed in to the admin."""
    call_command("demo", verbosity=0)
    user = User.objects.filter(groups__name=group, is_staff=True).first()
    client = Client()
    client.force_login(user)
    return client
