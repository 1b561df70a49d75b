"""Staff in tests."""

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client


def staff_client(group: str) -> Client:
    """A client with a signed-in member of the group "Clerks" or "Trainers"."""
    call_command("demo", verbosity=0)
    user = User.objects.filter(groups__name=group, is_staff=True).first()
    client = Client()
    client.force_login(user)
    return client
