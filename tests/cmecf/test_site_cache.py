"""Pages of a court's site are cached for one court second, for visitors without a cookie."""

import os
import pickle
import subprocess
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory

from cmecf.site import cache as site_cache
from cmecf.site.cache import kept
from rehearsals.clock import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner
from tests.support.moments import SEED_MOMENT
from tests.support.real_server import PYTHON, ROOT
from tests.support.visitor import Visitor, hold

pytestmark = pytest.mark.django_db

NEXTGEN = "/www/nmd/cmecf-nextgen/"
REDIS = "django.core.cache.backends.redis.RedisCache"


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


def is_copy(response):
    """Whether the page came from the cache: no template was rendered."""
    return response.status_code == 200 and response.templates == []


def test_second_visitor_gets_cached_page(new_visitor):
    first, second = new_visitor().get(NEXTGEN), new_visitor().get(NEXTGEN)
    assert not is_copy(first)
    assert is_copy(second)
    assert second.content == first.content
    assert second.headers["Content-Type"] == first.headers["Content-Type"]


def test_page_varies_on_cookie(visitor):
    for _ in range(2):
        assert "Cookie" in visitor.get(NEXTGEN).headers["Vary"]


def test_page_is_rendered_again_in_next_second(rehearsal, visitor):
    visitor.get(NEXTGEN)
    hold(rehearsal, SEED_MOMENT + timedelta(seconds=1))
    response = visitor.get(NEXTGEN)
    assert not is_copy(response)
    assert "10:06:39 am MT" in response.content.decode()


def test_page_is_rendered_again_when_clock_starts(rehearsal, visitor):
    visitor.get(NEXTGEN)
    services.move_clock(
        rehearsal, wall_at=wall_now(), manner=ClockManner.RUNNING, court_at=SEED_MOMENT
    )
    assert 'data-ticking="true"' in visitor.get(NEXTGEN).content.decode()


def test_clerks_change_shows_at_once(rehearsal, visitor):
    visitor.get(NEXTGEN)
    rehearsal.courts.filter(code="nmd").update(help_phone="505-555-0177")
    assert "505-555-0177" in visitor.get(NEXTGEN).content.decode()


def test_rehearsals_do_not_share_cached_pages(visitor, other_rehearsal):
    visitor.get(NEXTGEN)
    other = Visitor(other_rehearsal).at(SEED_MOMENT)
    assert not is_copy(other.get(NEXTGEN))
    assert visitor.rehearsal.code not in other.get(NEXTGEN).content.decode()


def test_page_with_persona_is_not_cached(new_visitor):
    noel, other = new_visitor(), new_visitor()
    other.get(NEXTGEN)
    noel.post("/people/p01/")
    assert "Noel Attorney" in noel.get(NEXTGEN).content.decode()
    assert "Noel Attorney" not in other.get(NEXTGEN).content.decode()


def test_page_with_csrf_token_is_not_cached(rehearsal):
    request = RequestFactory().get(NEXTGEN)
    request.rehearsal, request.court = rehearsal, rehearsal.courts.get(code="nmd")
    pages = [kept(request, SEED_MOMENT, lambda: HttpResponse(get_token(request))) for _ in range(2)]
    assert pages[0].content != pages[1].content


def test_404_page_is_not_cached(visitor):
    path = "/www/nmd/news/nextgen-reminder/"
    visitor.at(SEED_MOMENT - timedelta(days=30))
    assert visitor.get(path).status_code == 404
    response = visitor.get(path)
    assert response.status_code == 404
    assert response.templates


def test_pages_work_while_the_cache_server_is_down(new_visitor, settings, caplog, monkeypatch):
    monkeypatch.setattr(site_cache, "_copies", site_cache._OptionalCache())
    settings.CACHES = {"default": {"BACKEND": REDIS, "LOCATION": "redis://127.0.0.1:1/0"}}
    pages = [new_visitor().get(NEXTGEN) for _ in range(3)]
    assert [page.status_code for page in pages] == [200, 200, 200]
    assert not any(is_copy(page) for page in pages)
    assert len([record for record in caplog.records if "cache" in record.message]) == 1


def test_what_redis_holds_is_never_unpickled():
    pickled = pickle.dumps({"any": "object"})
    assert site_cache.BytesOnly().loads(pickled) == pickled
    code = "from config import settings; print(settings.CACHES['default']['OPTIONS']['serializer'])"
    environment = os.environ | {"CACHE_URL": "redis://127.0.0.1:1/0", "SECRET_KEY": "any"}
    run = subprocess.run([PYTHON, "-c", code], cwd=ROOT, env=environment, capture_output=True)
    assert run.stdout.decode().strip() == "cmecf.site.cache.BytesOnly", run.stderr
