"""Two addresses, and attempts made from one of them."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.test import RequestFactory

from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import Limit

GUESSER, OWNER = "203.0.113.7", "198.51.100.20"


def try_once(
    limits: Sequence[Limit], rehearsal: Rehearsal | None, name: str = "", address: str = GUESSER
) -> None:
    """Count an attempt that fails. Raises TooManyAttempts."""
    request = RequestFactory().post("/", REMOTE_ADDR=address)
    request.rehearsal, request.wall_at = rehearsal, wall_now()
    with attempt(request, limits, name=name):
        pass


def use_up(
    limits: Sequence[Limit], rehearsal: Rehearsal | None, name: str = "", address: str = GUESSER
) -> None:
    """Make as many attempts as the strictest of `limits` allows."""
    for _ in range(min(limit.allowed for limit in limits)):
        try_once(limits, rehearsal, name, address)


def wait_of(answer: HttpResponse) -> int:
    """The seconds that a 429 asks to wait, which the page says too."""
    assert answer.status_code == 429, answer.status_code
    seconds = int(answer.headers["Retry-After"])
    assert f"Wait {-(-seconds // 60)} minute" in answer.content.decode()
    return seconds
