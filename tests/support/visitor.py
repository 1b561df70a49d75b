from copy import deepcopy
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.test import Client

from rehearsals.clock import clock, services
from rehearsals.models import ClockManner, Rehearsal


def hold(rehearsal: Rehearsal, at: datetime) -> None:
    """Hold this rehearsal's court clock at `at`. It is part of the test's setup: no bookmark is kept."""
    keeps_bookmarks, rehearsal.keeps_bookmarks = rehearsal.keeps_bookmarks, False
    services.move_clock(rehearsal, manner=ClockManner.HELD, court_at=at, wall_at=clock.wall_now())
    rehearsal.keeps_bookmarks = keeps_bookmarks


def without_bookmarks(rehearsal: Rehearsal) -> Rehearsal:
    """Switch bookmarks off, as a trainer does: for tests that count the queries of a change."""
    rehearsal.keeps_bookmarks = False
    rehearsal.save(update_fields=["keeps_bookmarks"])
    return rehearsal


class Visitor:
    """A test client inside one rehearsal. Paths are relative to it: `visitor.get("/psc/login/")`."""

    def __init__(self, rehearsal: Rehearsal, client: Client | None = None) -> None:
        self.rehearsal = rehearsal
        self.client = client or Client()
        self.answer: HttpResponse | None = None  # set by tests.support.races

    def copy(self) -> "Visitor":
        """Another client with the same cookies, as a second request of one browser."""
        client = Client()
        client.cookies = deepcopy(self.client.cookies)
        return Visitor(self.rehearsal, client)

    def _full(self, path: str) -> str:
        return path if path.startswith("/r/") else self.rehearsal.mount + path

    def get(self, path: str, **extra: Any) -> HttpResponse:
        return self.client.get(self._full(path), **extra)

    def post(self, path: str, data: dict[str, Any] | None = None, **extra: Any) -> HttpResponse:
        return self.client.post(self._full(path), data or {}, **extra)

    def at(self, at: datetime) -> "Visitor":
        """Hold the court clock at `at`; returns this visitor."""
        hold(self.rehearsal, at)
        return self
