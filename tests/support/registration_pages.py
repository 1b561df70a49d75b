"""Fill in the pages of registration over HTTP, with Adele's data."""

import re
from typing import Any

from django.http import HttpResponse

from cso.models import SignOnSession
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.registration.verification import NUMBERS
from tests.support.visitor import Visitor

FIRST = "/psc/register/account-information/"
SECOND = "/psc/register/user-name-password-security/"
THIRD = "/psc/register/payment/"
FOURTH = "/psc/register/acknowledgment/"
DONE = "/psc/register/done/"

PERSON = {
    "prefix": "Ms.",
    "first_name": "Adele",
    "last_name": "Counsel",
    "date_of_birth": "02/05/1970",
    "firm": "Three Rivers Trial Group",
    "address": "100 Practice Plaza",
    "city": "Albuquerque",
    "state": "New Mexico",
    "county": "Bernalillo",
    "zip_code": "87199",
    "country": "United States of America",
    "primary_phone": "505-555-0103",
    "email": "adele@example.com",
    "confirm_email": "adele@example.com",
    "user_type": "ATTORNEY",
}
# A firm that registers for billing only.
FIRM = {name: value for name, value in PERSON.items() if name not in ("date_of_birth", "user_type")}
FIRM |= {"first_name": "Fern", "last_name": "Administrator", "email": "billing@example.com",
         "confirm_email": "billing@example.com"}  # fmt: skip
SECURITY = {
    "username": "acounsel2020",
    "password": "Quiet-Mesa-77",
    "confirm_password": "Quiet-Mesa-77",
    "question_1": SECURITY_QUESTIONS_1[0],
    "answer_1": "Turquoise Kestrel",
    "question_2": SECURITY_QUESTIONS_2[0],
    "answer_2": "Vermilion Junction",
}
NO_CARD = {"card_number": "", "expiry_month": "", "expiry_year": "", "name_on_card": ""}
CARD = {
    "card_number": "4111 1111 1111 1111",
    "expiry_month": "05",
    "expiry_year": "2022",
    "name_on_card": "Adele Counsel",
}
ACCEPTED = {"accepts_policies": "on", "knows_what_follows": "on"}
PAGES = ((FIRST, PERSON), (SECOND, SECURITY), (THIRD, NO_CARD), (FOURTH, ACCEPTED))


def hidden(response: HttpResponse) -> dict[str, str]:
    """The hidden fields of a page: its draft and edition."""
    found = re.findall(r'name="(draft|edition)" value="([^"]*)"', response.content.decode())
    return dict(found)


def answer_to(response: HttpResponse) -> dict[str, str]:
    """The answer to the question under User Verification, if the page has one."""
    asked = re.search(r"What is (\w+) plus (\w+)\?", response.content.decode())
    if asked is None:
        return {}
    return {"verification": str(sum(NUMBERS.index(word) for word in asked.groups()))}


def press(
    visitor: Visitor, page: str, data: dict[str, Any] | None = None, button: str = "next"
) -> HttpResponse:
    """Open `page`, fill it in and press a button, as a browser does."""
    shown = visitor.get(page)
    filled = {**hidden(shown), **answer_to(shown), **(data or {}), "action": button}
    answer = visitor.post(page, filled)
    if button in ("next", "continue") and answer.headers.get("Location", "").endswith(page):
        return visitor.get(answer.url)  # the errors are shown after a redirect
    return answer


def fill(visitor: Visitor, *, until: str, **changes: dict[str, Any]) -> None:
    """Fill in every page before `until`."""
    for page, data in PAGES:
        if page == until:
            return
        answer = press(visitor, page, data)
        assert answer.status_code == 302, answer.context["form"].errors


def register(visitor: Visitor, *, person=None, security=None, card=None) -> HttpResponse:
    """Fill in all four pages; return the page after them."""
    press(visitor, FIRST, {**PERSON, **(person or {})})
    press(visitor, SECOND, {**SECURITY, **(security or {})})
    press(visitor, THIRD, card or NO_CARD)
    answer = press(visitor, FOURTH, ACCEPTED)
    return visitor.get(answer.url)


def session_contents() -> str:
    """The contents of all sessions, as text."""
    return str([row.get_decoded() for row in SignOnSession.objects.order_by("pk")])
