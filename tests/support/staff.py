"""Staff in tests."""

from typing import Any

from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client

from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.staff.accounts import sessions
from rehearsals.staff.services import make_groups
from rehearsals.staff.working_in import ALL, KEY


def staff_client(group: str, rehearsal: Rehearsal | None = None) -> Client:
    """A signed-in member of "Clerks" or "Trainers" who works in `rehearsal`; without one, in all."""
    make_groups()
    name = group.lower().removesuffix("s")
    user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return working(client, rehearsal)


def working(client: Client, rehearsal: Rehearsal | None) -> Client:
    """Let the signed-in `client` work in `rehearsal`; without one, in all (trainers only)."""
    session = client.session
    session[KEY] = rehearsal.pk if rehearsal else ALL
    sessions.begin(session, wall_now())
    session.save()
    return client


def chosen(action: str, *rows: Model, **values: Any) -> dict[str, Any]:
    """The form of a staff list for the action `action` on `rows`, as sent to the page that asks first."""
    return {"action": action, "_selected_action": [row.pk for row in rows], **values}


def confirmed(action: str, *rows: Model, **values: Any) -> dict[str, Any]:
    """The form of that page, which does the action."""
    return chosen(action, *rows, confirmed="yes", **values)
