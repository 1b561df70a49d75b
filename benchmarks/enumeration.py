"""Compares the time of an answer to known and to unknown names, in turns (A B A B)."""

import statistics
import time
from collections.abc import Iterator
from itertools import count
from urllib.parse import urlencode

from benchmarks.load import Line, request_bytes
from benchmarks.measures import cookies, must_find, token
from rehearsals.packs.nmd_2020 import PACK

MOUNT = "/r/demo"
ROUNDS = 30
TRIES = 2  # at each of the two logins: together four, and the fifth failure would lock the name
WRONG = "never-the-password-7"
KNOWN = {"email": "walter@example.com", "account_number": "7990025"}
UNKNOWN = {"email": "nobody@example.com", "account_number": "7000001"}
ANSWERS = {"answer_1": "one that is wrong", "answer_2": "another"}
Typed = dict[str, str]


_addresses = (f"198.51.{number // 256}.{number % 256}" for number in count())


class Browser:
    """A browser with its own cookie, form token and address: limits by name don't reach it."""

    def __init__(self, port: int, path: str) -> None:
        self.address = next(_addresses)
        self.port, self.line, self.path = port, Line(port), MOUNT + path
        _, head, body = self.line.ask(request_bytes(self.path, port))
        self.cookie = cookies(head)
        self.token = token(body)

    def post(self, path: str, typed: Typed) -> tuple[float, int, bytes]:
        """Milliseconds, status and head of the answer; a new session's cookie is kept."""
        body = urlencode(typed | {"csrfmiddlewaretoken": self.token})
        sent = request_bytes(path, self.port, cookie=self.cookie, body=body, client=self.address)
        began = time.perf_counter()
        status, head, _ = self.line.ask(sent)
        took = (time.perf_counter() - began) * 1000
        if new := cookies(head):
            kept = dict(pair.split("=", 1) for pair in f"{self.cookie}; {new}".split("; ") if pair)
            self.cookie = "; ".join(f"{name}={value}" for name, value in kept.items())
        return took, status, head


def measures_of(port: int) -> Iterator[tuple[str, float, bool]]:
    """For each login or form: its name, median time known / unknown, whether statuses were equal."""
    cast = PACK.personas
    names = [spec.username for persona in cast for spec in persona.pacer]
    logins = [spec.login for persona in cast for spec in persona.cmecf if spec.court == "nmd"]
    nobody = [f"nobody{number}atall" for number in range(len(names))]
    for name, path in (
        ("CSO login", "/cso/csologin/login.jsf"),
        ("Manage My Account login", "/psc/login/"),
    ):
        known, unknown = ([_login(who) for who in side] * TRIES for side in (names, nobody))
        yield name, *_in_turns(port, path, known, unknown)
    for what in ("password", "username"):
        for step, answers in ((1, None), (2, ANSWERS)):
            name = f"forgot {what}, step {step}"
            yield (
                name,
                *_in_turns(
                    port, f"/cso/forgot-{what}/", [KNOWN] * ROUNDS, [UNKNOWN] * ROUNDS, answers
                ),
            )
    known = [{"login": login} for login in logins]
    unknown = [{"login": f"nobody{number}"} for number in range(len(known))]
    yield "CM/ECF reset", *_in_turns(port, "/ecf/nmd/cgi-bin/lostPassword.pl", known, unknown)


def _login(username: str) -> Typed:
    return {"username": username, "password": WRONG}


def _in_turns(
    port: int, path: str, known: list[Typed], unknown: list[Typed], answers: Typed | None = None
) -> tuple[float, bool]:
    sides: tuple[list[tuple[float, int]], ...] = ([], [])
    for pair in zip(known, unknown, strict=True):
        for side, typed in zip(sides, pair, strict=True):
            side.append(_ask(Browser(port, path), typed, answers))
    medians = [statistics.median(took for took, _ in side) for side in sides]
    statuses = [{status for _, status in side} for side in sides]
    return medians[0] / medians[1], statuses[0] == statuses[1]


def _ask(browser: Browser, typed: Typed, answers: Typed | None) -> tuple[float, int]:
    took, status, head = browser.post(browser.path, typed)
    if answers is not None:
        on = must_find(rb"Location: ([^\r]+)", head)
        took, status, _ = browser.post(on, answers)
    return took, status
