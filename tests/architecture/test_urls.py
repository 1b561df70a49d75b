"""Every page inside a rehearsal needs a sign-on, except those listed here."""

from collections.abc import Iterator
from html import unescape

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from cmecf.legacy.refusals import CmecfRefusal
from tests.support.addresses import AT_A_COURT, CLOSED, MOVED_TO_PACER, OPEN
from tests.support.moments import LIVE, SEED_MOMENT


def _walk(entries: list, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, inner)
        else:
            yield namespace + (entry.name or str(entry.pattern)), entry


def named_urls() -> dict[str, URLPattern]:
    return dict(_walk(get_resolver("config.rehearsal_urls").url_patterns))


def test_every_address_in_a_rehearsal_is_on_one_of_the_three_lists():
    assert set(named_urls()) == OPEN | set(AT_A_COURT) | set(CLOSED)


def test_only_the_listed_views_are_marked_open():
    marked = {name for name, entry in named_urls().items() if not _is_closed(entry)}
    assert marked == OPEN | set(AT_A_COURT)


def _is_closed(entry: URLPattern) -> bool:
    return getattr(entry.callback, "login_required", True)


@pytest.mark.django_db
@pytest.mark.parametrize("path", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_login_is_required(visitor, path, method):
    answer = getattr(visitor, method)(path)
    assert answer.status_code == 302
    assert "/login" in answer.headers["Location"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", AT_A_COURT.values(), ids=AT_A_COURT)
@pytest.mark.parametrize("method", ["get", "post"])
def test_after_go_live_a_court_requires_the_pacer_login(visitor, path, method):
    answer = getattr(visitor.at(LIVE), method)(path)
    if path in {AT_A_COURT[name] for name in MOVED_TO_PACER}:
        assert answer.status_code == 403
        assert CmecfRefusal.KEPT_AT_PACER.sentence in unescape(answer.content.decode())
        return
    assert answer.status_code == 302
    assert "/cso/csologin/login.jsf?pscCourtId=NMDC" in answer.headers["Location"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", AT_A_COURT.values(), ids=AT_A_COURT)
def test_before_the_outage_a_court_shows_the_legacy_login_or_that_it_is_too_early(visitor, path):
    answer = visitor.at(SEED_MOMENT).get(path)
    words = answer.content.decode()
    assert "CM/ECF Filer or PACER Login" in words or answer.status_code in (404, 409)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/guides/",
        "/guides/clerk/",
        "/checklist/",
        "/verify/",
        "/staff/",
        "/admin/",
        "/healthz",
        "/readyz",
    ],
)
def test_pages_outside_of_a_rehearsal_are_open_or_ask_for_the_staff_login(client, path):
    answer = client.get(path, follow=True)
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "Training simulation" in words or answer["Content-Type"] == "application/json"
    assert "Site administration" not in words
