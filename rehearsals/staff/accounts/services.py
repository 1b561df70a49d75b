"""The accounts of clerks and trainers, for the commands of the person who runs the server."""

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import Group, User
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.crypto import get_random_string

from rehearsals.clock.clock import wall_now
from rehearsals.staff.services import PASSWORD_LENGTH, STAFF_GROUPS, make_groups

USERNAME_LENGTH, FULL_NAME_LENGTH = 30, 60  # so that the log's "who" holds both


class StaffProblem(Exception):
    """A command about staff that can't be carried out. Its text says why, in a sentence or two."""


def staff_user(username: str) -> User:
    """The clerk or trainer with this username. Raises StaffProblem, which names those that exist."""
    staff = User.objects.filter(is_staff=True)
    user = staff.filter(username=username).first()
    if user is None:
        names = ", ".join(staff.order_by("username").values_list("username", flat=True))
        raise StaffProblem(
            f"There is no staff user with this name. Staff users: {names or 'none'}."
        )
    return user


def add(username: str, *, group: str, full_name: str = "") -> str:
    """Create a staff user in `group` ("Clerks", "Trainers") and return the generated password.

    Raises StaffProblem if the name is invalid or in use, in whatever case.
    """
    username = User.normalize_username(username)
    first, _, last = " ".join(full_name.split()).rpartition(" ")
    user = User(username=username, first_name=first, last_name=last, is_staff=True)
    _check_names(user)
    password = get_random_string(PASSWORD_LENGTH)
    user.set_password(password)
    try:
        with transaction.atomic():
            make_groups()
            user.save()
            user.groups.add(Group.objects.get(name=group))
    except IntegrityError:
        raise StaffProblem(_taken(username)) from None
    return password


def _check_names(user: User) -> None:
    if User.objects.filter(username__iexact=user.username).exists():
        raise StaffProblem(_taken(user.username))
    if len(user.username) > USERNAME_LENGTH:
        raise StaffProblem(f"A staff username can have at most {USERNAME_LENGTH} characters.")
    if len(user.get_full_name()) > FULL_NAME_LENGTH or not user.get_full_name().isprintable():
        raise StaffProblem(
            f"A full name can have at most {FULL_NAME_LENGTH} characters, all printable."
        )
    try:
        user.clean_fields(exclude=["password"])
    except ValidationError:
        raise StaffProblem(
            "That is not a valid staff username: use letters, digits and @ . + - _ only."
        ) from None


def _taken(username: str) -> str:
    return f"There is already a user named {username}. Choose another name."


def group_of(user: User) -> str:
    """The staff group of `user`, or an empty string. Reads prefetched groups without a query."""
    names = [group.name for group in user.groups.all()]
    return next((name for name in STAFF_GROUPS if name in names), "")


def disable(username: str) -> None:
    """Keep `username` from signing in, and end their sessions at once. Raises StaffProblem."""
    with transaction.atomic():
        user = staff_user(username)
        user.is_active = False
        user.save(update_fields=["is_active"])
        end_sessions(user)


def enable(username: str) -> None:
    """Let `username` sign in again, with the same password. Raises StaffProblem."""
    user = staff_user(username)
    user.is_active = True
    user.save(update_fields=["is_active"])


def end_sessions(user: User) -> int:
    """Sign `user` out in every browser; how many sessions there were.

    A disabled user's sessions are refused anyway. Deleted, they stay ended when the user is enabled again.
    """
    sessions = Session.objects.filter(expire_date__gt=wall_now()).iterator()
    keys = [one.pk for one in sessions if one.get_decoded().get(SESSION_KEY) == str(user.pk)]
    return Session.objects.filter(pk__in=keys).delete()[0]
