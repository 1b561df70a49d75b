"""Fill in the tabs of the upgrade over HTTP, with Noel's data."""

import html
import re

from django.http import HttpResponse
from django.utils.html import strip_tags

from pacer_accounts.models import PacerAccount
from tests.support import login_pages
from tests.support.cast import Member
from tests.support.visitor import Visitor

PERSON = {
    "first_name": "Noel",
    "last_name": "Attorney",
    "date_of_birth": "02/05/1970",
    "user_type": "ATTORNEY",
}
ADDRESS = {
    "address": "100 Practice Plaza",
    "city": "Albuquerque",
    "state": "New Mexico",
    "county": "Bernalillo",
    "zip_code": "87199",
    "country": "United States of America",
    "primary_phone": "505-555-0101",
    "email": "noel@example.com",
}
SECRETS = {
    "password": "Canary-Word-77",
    "confirm_password": "Canary-Word-77",
    "answer_1": "Canarybird",
    "answer_2": "Canaryville",
}
SECURITY = SECRETS | {
    "username": "noelattorney",
    "question_1": "What was the name of your first pet?",
    "question_2": "In what city did your parents meet?",
}


TABS = {"person": PERSON, "address": ADDRESS, "security": SECURITY}


def log_in(visitor: Visitor, who: Member) -> Visitor:
    login_pages.log_in(visitor, who, path=login_pages.PSC)
    return visitor


def path_of(step: str) -> str:
    return f"/psc/upgrade/{step}/"


def token_on(page: HttpResponse) -> str:
    """The token of the draft that the page belongs to."""
    return page.context["draft"].token


def send(
    visitor: Visitor, step: str, *, action: str = "next", draft: str | None = None, **typed: str
) -> HttpResponse:
    """Fill in one tab with Noel's data, changed by `typed`, and press a button."""
    if draft is None:
        draft = token_on(visitor.get(path_of(step)))
    data = TABS[step] | typed | {"draft": draft, "action": action}
    answer = visitor.post(path_of(step), data)
    if action == "next" and answer.headers.get("Location", "").endswith(path_of(step)):
        return visitor.get(answer.url)  # the errors are shown after a redirect
    return answer


def fill(visitor: Visitor, *steps: str) -> None:
    for step in steps:
        assert send(visitor, step).status_code == 302, step


def upgrade(visitor: Visitor, **security: str) -> HttpResponse:
    """Fill in all three tabs and submit."""
    fill(visitor, "person", "address")
    return send(visitor, "security", **security)


def account(visitor: Visitor, who: Member) -> PacerAccount:
    return visitor.rehearsal.pacer_accounts.get(account_number=who.number)


def text(page: HttpResponse) -> str:
    """The visible text: no tags, single spaces."""
    return " ".join(html.unescape(strip_tags(page.content.decode())).split())


def rows(page: HttpResponse) -> dict[str, str]:
    """The rows of the page's summary, by label, in order."""
    found = re.findall(r"<dt[^>]*>(.*?)</dt><dd[^>]*>(.*?)</dd>", page.content.decode(), re.S)
    return {strip_tags(label): strip_tags(value).strip() for label, value in found}
