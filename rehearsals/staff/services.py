from django.contrib.auth.models import Group, Permission, User
from django.utils.crypto import get_random_string

from rehearsals.app_config import declarations
from rehearsals.security.limit_counts import forget_name
from rehearsals.security.limits import STAFF_SIGN_IN

PASSWORD_LENGTH = 22  # of 62 characters: 131 bits
STAFF_GROUPS = ("Clerks", "Trainers")
STAFF = {"clerk": "Clerks", "trainer": "Trainers"}  # username -> group


def make_groups() -> None:
    """Create the staff groups with exactly the permissions that the apps declare for them."""
    by_name = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.select_related("content_type")
    }
    for name in STAFF_GROUPS:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            by_name[permission]
            for app in declarations("staff_permissions")
            for permission in app.get(name, ())
        )


def make_staff() -> dict[str, str]:
    """Create the missing staff users. Returns the generated password of each new username."""
    passwords = {}
    for username, group in STAFF.items():
        if not User.objects.filter(username=username).exists():
            passwords[username] = get_random_string(PASSWORD_LENGTH)
            user = User.objects.create_user(username, password=passwords[username], is_staff=True)
            user.groups.add(Group.objects.get(name=group))
    return passwords


def new_password(username: str) -> str:
    """Set and return a new password for `username` and end its waits. Raises User.DoesNotExist."""
    user = User.objects.get(username=username, is_staff=True)
    password = get_random_string(PASSWORD_LENGTH)
    user.set_password(password)
    user.save(update_fields=["password"])
    end_waits(username)
    return password


def end_waits(username: str) -> None:
    """Let `username` try again at once, at every address, after too many wrong passwords."""
    forget_name(STAFF_SIGN_IN, username)
