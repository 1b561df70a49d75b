"""/healthz and /readyz, and pages while the database is down."""

import logging

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from rehearsals.web.health import HealthMiddleware

pytestmark = pytest.mark.django_db


def no_answer(*args, **kwargs):
    raise OperationalError("server closed the connection")


@pytest.fixture
def probe(rf):
    """Ask /readyz of a process that has just started."""
    return lambda: HealthMiddleware(lambda request: None)(rf.get("/readyz"))


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
@pytest.mark.parametrize("host", ["10.0.0.7:8000", "not a host", ""])
def test_health_pages_answer_for_any_host(client, path, host):
    assert client.get(path, HTTP_HOST=host).status_code == 200
    assert client.get("/", HTTP_HOST=host).status_code == 400


def test_ready_when_migrated(probe):
    answer = probe()
    assert (answer.status_code, answer.content) == (200, b'{"status": "ready"}')


def test_not_ready_with_a_migration_to_apply(probe, caplog):
    MigrationRecorder(connection).record_unapplied("linking", "0001_initial")
    answer = probe()
    assert answer.status_code == 503
    assert b"migrations to apply" in answer.content
    assert len(caplog.records) == 1


def test_not_ready_without_a_database(probe, caplog, monkeypatch):
    monkeypatch.setattr(connection, "cursor", no_answer)
    answer = probe()
    assert answer.status_code == 503
    assert b"does not answer" in answer.content
    assert len(caplog.records) == 1


def test_migrations_are_looked_up_once_in_a_process(rf, django_assert_num_queries):
    middleware = HealthMiddleware(lambda request: None)
    middleware(rf.get("/readyz"))
    with django_assert_num_queries(1):
        middleware(rf.get("/readyz"))


@pytest.mark.parametrize("path", ["/", "/r/demo/", "/r/demo/psc/login/"])
def test_a_page_answers_503_while_the_database_is_down(client, path, monkeypatch, caplog):
    client.raise_request_exception = False
    monkeypatch.setattr(connection, "cursor", no_answer)
    answer = client.get(path)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "reach our database" in answer.content.decode()
    ours = [record for record in caplog.records if record.name == "rehearsals.web.error_pages"]
    assert [record.levelno for record in ours] == [logging.ERROR]
