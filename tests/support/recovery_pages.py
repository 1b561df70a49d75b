import re
from datetime import UTC, datetime, timedelta

from tests.support.cast import WALTER

WALL = datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
SECOND, LOCK = timedelta(seconds=1), timedelta(minutes=15)
NEW = "Canary-Of-A-Reset-7!"
WRONG = ("canary answer one", "canary answer two")
NOBODY = {"email": "canary.nobody@example.com", "username": "canarynobody"}
WALTERS = ("domino", "tucumcari")
KNOWN = {"email": WALTER.email, "username": WALTER.username}
BY_NUMBER = {"email": WALTER.email, "account_number": WALTER.number}


def text(answer) -> str:
    return answer.content.decode()


def ask(visitor, who: dict, answers=WALTERS, *, what="password", site="cso", query=""):
    """Both pages; the answer to the second one, followed."""
    page = visitor.post(f"/{site}/forgot-{what}/{query}", who)
    assert page.status_code == 302, text(page)
    typed = dict(zip(("answer_1", "answer_2"), answers, strict=True))
    return visitor.post(page.url, typed, follow=True)


def mailed_link(visitor) -> str:
    body = visitor.rehearsal.mails.filter(subject="Reset PACER Password").latest("pk").body
    return re.search(r"Reset PACER Password: (\S+)", body)[1]


def set_new(visitor, url: str, new: str = NEW):
    return visitor.post(url, {"password": new, "confirm_password": new}, follow=True)


def emails(visitor) -> list[tuple[str, str]]:
    return list(visitor.rehearsal.mails.order_by("pk").values_list("to", "subject"))
