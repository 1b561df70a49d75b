"""Court staff: how they sign in, which groups they stand in, and their generated passwords."""

from django.contrib.auth.models import Group, Permission, User
from django.utils.crypto import get_random_string

from rehearsals.security import login_attempts

DOOR = "staff"
PASSWORD_LENGTH = 20


# Codenames, so that a floor above can be named without being known; what does not exist is skipped.
GROUPS = {
    "Clerks": (
        "rehearsals.view_rehearsal",
        "rehearsals.view_activity",
        "rehearsals.view_mail",
        "pacer_accounts.view_paceraccount",
        "pacer_accounts.change_paceraccount",
        "pacer_accounts.view_paamembership",
        "cmecf.view_court",
        "cmecf.change_court",
        "cmecf.view_cmecfaccount",
        "cmecf.change_cmecfaccount",
        "efile.view_efileregistration",
        "efile.change_efileregistration",
        "efile.view_maintenancerequest",
        "efile.change_maintenancerequest",
        "linking.view_link",
        "linking.change_link",
    ),
    "Trainers": (
        "rehearsals.view_rehearsal",
        "rehearsals.change_rehearsal",
        "rehearsals.view_courtclock",
        "rehearsals.change_courtclock",
        "rehearsals.view_activity",
        "rehearsals.view_mail",
    ),
}


STAFF = {"clerk": "Clerks", "trainer": "Trainers"}


def make_groups() -> None:
    """Give each group the rights listed above, and no others."""
    by_name = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for name, wanted in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(by_name[right] for right in wanted if right in by_name)


def make_staff() -> dict[str, str]:
    """The staff users that do not exist yet: username to the generated password, told this once."""
    made = {}
    for username, group in STAFF.items():
        if not User.objects.filter(username=username).exists():
            made[username] = get_random_string(PASSWORD_LENGTH)
            user = User.objects.create_user(username, password=made[username], is_staff=True)
            user.groups.add(Group.objects.get(name=group))
    return made


def new_password(username: str) -> str:
    """A new generated password for `username`, whose lockout ends. Raises User.DoesNotExist."""
    user = User.objects.get(username=username, is_staff=True)
    password = get_random_string(PASSWORD_LENGTH)
    user.set_password(password)
    user.save(update_fields=["password"])
    login_attempts.forgive(None, DOOR, username)
    return password
