"""The steps of a filing, as the tests walk through them."""

import re
from typing import Any

from django.http import HttpResponse

from dockets.models import DocketEntry
from tests.support import legacy, login_pages
from tests.support.cast import Member
from tests.support.link_steps import agree
from tests.support.visitor import Visitor

MESA = "1:20-cv-90001"
CIVIL = "/ecf/nmd/cgi-bin/DisplayMenu.pl?CivilEvents"
CARD = {
    "fee": "pay", "card_number": "4111 1111 1111 1111", "name_on_card": "Noel Attorney",
    "expiry_month": "12", "expiry_year": "2022",
}  # fmt: skip


def events_path(category: str, court: str = "nmd") -> str:
    return f"/ecf/{court}/file/events/{category}/"


def step_path(step: str, court: str = "nmd") -> str:
    return f"/ecf/{court}/file/{step}/"


def as_filer(visitor: Visitor, who: Member) -> Visitor:
    """Sign in to the legacy system with the CM/ECF login."""
    return legacy.as_filer(visitor, who)


def as_linked_filer(visitor: Visitor, who: Member, court: str = "nmd") -> Visitor:
    login_pages.log_in(visitor, who)
    agree(visitor, court)
    return visitor


def choose(visitor: Visitor, category: str, event: str, court: str = "nmd") -> HttpResponse:
    return visitor.post(events_path(category, court), {"event": event})


def token_of(visitor: Visitor, step: str, court: str = "nmd") -> dict[str, str]:
    """The hidden fields of a step's page."""
    page = visitor.get(step_path(step, court))
    assert page.status_code == 200, (step, page.status_code, page.headers.get("Location"))
    body = page.content.decode()
    return {
        name: re.search(f'name="{name}" value="([^"]*)"', body)[1] for name in ("draft", "edition")
    }


def press(
    visitor: Visitor, step: str, action: str = "next", court: str = "nmd", **data: Any
) -> HttpResponse:
    """Fill in one step and press one of its buttons. Returns the redirect."""
    hidden = token_of(visitor, step, court)
    return visitor.post(step_path(step, court), hidden | {"action": action} | data)


def arrive(answer: HttpResponse) -> str:
    """The step that an answer leads to."""
    assert answer.status_code == 302, answer.status_code
    return answer.headers["Location"].rstrip("/").rpartition("/")[2]


def to_documents(visitor: Visitor, category: str, event: str, party: int, case: str = MESA) -> None:
    """From the menu to the documents, filing for the party with this key."""
    choose(visitor, category, event)
    assert arrive(press(visitor, "case", case_number=case)) == "caption"
    assert arrive(press(visitor, "caption")) == "filer"
    step = arrive(press(visitor, "filer", filers=[party]))
    if step == "association":
        step = arrive(press(visitor, "association", associations=[party]))
    assert step == "documents", step


def to_final(
    visitor: Visitor, category: str, event: str, party: int, case: str = MESA, **refer: Any
) -> None:
    """From the menu to the final text, with a practice document."""
    to_documents(visitor, category, event, party, case)
    step = arrive(press(visitor, "documents", practice="text"))
    if step == "refer":
        step = arrive(press(visitor, "refer", **refer))
    assert step == "docket-text", step
    assert arrive(press(visitor, "docket-text", words="of discovery")) == "final"


def submit(visitor: Visitor) -> DocketEntry:
    """Press Submit on the final text. Returns the entry."""
    answer = press(visitor, "final")
    assert answer.status_code == 302, answer.status_code
    number = re.search(r"/filing/(\d+)/notice/", answer.headers["Location"])
    return DocketEntry.objects.select_related("case").get(pk=int(number[1]))
