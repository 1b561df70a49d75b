"""Steps in the legacy CM/ECF that several tests share."""

import re

from django.http import HttpResponse

from rehearsals.models import Mail, Rehearsal
from tests.support.cast import Member
from tests.support.visitor import Visitor

ENTRY = "/ecf/nmd/"
LOGIN = "/ecf/nmd/cgi-bin/login.pl"
MENU = "/ecf/nmd/cgi-bin/DisplayMenu.pl"
QUERY = "/ecf/nmd/cgi-bin/iquery.pl"
SEARCH = "/ecf/nmd/cgi-bin/search.pl"
LOST = "/ecf/nmd/cgi-bin/lostPassword.pl"
EMAIL = "/ecf/nmd/utilities/email/"
PASSWORD = "/ecf/nmd/utilities/password/"
TRANSACTIONS = "/ecf/nmd/utilities/transactions/"
NEW_PASSWORD = "Sagebrush-20"


def log_in(
    visitor: Visitor,
    login: str,
    password: str,
    *,
    redaction: bool = True,
    code: str = "",
    at: str = LOGIN,
) -> HttpResponse:
    data = {"login": login, "key": password, "clcode": code}
    return visitor.post(at, data | ({"redaction": "on"} if redaction else {}))


def as_filer(visitor: Visitor, member: Member) -> Visitor:
    assert log_in(visitor, member.login, member.ecf_password).status_code == 302
    return visitor


def as_reader(visitor: Visitor, member: Member) -> Visitor:
    assert log_in(visitor, member.username, member.password).status_code == 302
    return visitor


def menu_of(response: HttpResponse) -> list[str]:
    return re.findall(r"yuimenubaritemlabel[^>]*>([^<]+)<", response.content.decode())


def change_password(visitor: Visitor, current: str, new: str, again: str = "") -> HttpResponse:
    return visitor.post(PASSWORD, {"current": current, "new": new, "again": again or new})


def ask_for_reset(visitor: Visitor, login: str) -> HttpResponse:
    return visitor.post(LOST, {"login": login}, follow=True)


def reset_path(rehearsal: Rehearsal) -> str:
    """The path in the newest e-mail with a reset link."""
    email = Mail.objects.filter(rehearsal=rehearsal, body__contains="resetPassword.pl").first()
    return re.search(r"/r/\S+resetPassword\.pl/\S+", email.body)[0]


def set_by_link(visitor: Visitor, path: str, new: str = NEW_PASSWORD) -> HttpResponse:
    return visitor.post(path, {"new": new, "again": new}, follow=True)
