"""A database that is locked, can't be written, or is full: 503, one log line, and then all is as before."""

import logging
import shutil
import sqlite3
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, InternalError, OperationalError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from freezegun import freeze_time

from cso.sign_on.middleware import SessionMiddleware
from rehearsals.clock import clock
from rehearsals.models import Rehearsal
from rehearsals.web import storage
from tests.support.cast import JOHN
from tests.support.login_pages import log_in
from tests.support.staff import staff_client

OURS = "rehearsals.web.error_pages"
CLOCK = {"manner": "held", "at": "2020-04-01 09:00"}


def pragma(name, value):
    """Set an SQLite pragma of the test's own connection."""
    connection.ensure_connection()
    connection.connection.execute(f"PRAGMA {name} = {value}")


@contextmanager
def read_only():
    pragma("query_only", 1)
    try:
        with transaction.atomic():  # a part of the test's transaction, since the error ends it
            yield
    finally:
        pragma("query_only", 0)


def check_busy(answer, caplog):
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "reach our database" in answer.content.decode()
    records = [record for record in caplog.records if record.name == OURS]
    assert [(record.levelno, record.exc_info) for record in records] == [(logging.ERROR, None)]


@pytest.fixture
def person(visitor):
    visitor.client.raise_request_exception = False
    return visitor


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/start/", {}),
        ("/admin/login/", {"username": "clerk", "password": "x"}),
        ("clock/", CLOCK),
        ("psc/login/", {"username": JOHN.username, "password": JOHN.password}),
        ("cso/csologin/login.jsf", {"username": JOHN.username, "password": JOHN.password}),
    ],
)
def test_a_form_gets_503_while_the_database_is_read_only_and_works_afterwards(
    person, caplog, path, data
):
    full = path if path.startswith("/") else f"{person.rehearsal.mount}/{path}"
    before = Rehearsal.objects.count(), person.rehearsal.activities.count()
    with read_only():
        answer = person.client.post(full, data)
    check_busy(answer, caplog)
    assert (Rehearsal.objects.count(), person.rehearsal.activities.count()) == before
    assert person.client.post(full, data).status_code in (200, 302)


@pytest.mark.django_db
@pytest.mark.parametrize("after", [timedelta(hours=2), timedelta(minutes=2)], ids=str)
def test_what_middleware_writes_gets_503_too(person, caplog, after):
    """The rehearsal's last use after an hour; the sign-on's after a minute."""
    log_in(person, JOHN)
    with freeze_time(clock.wall_now() + after):
        with read_only():
            check_busy(person.get("/psc/account/"), caplog)
        assert person.get("/psc/account/").status_code in (200, 302)


@pytest.mark.django_db
def test_staff_session_that_cannot_be_saved_is_no_deleted_session(rf):
    request = rf.get("/admin/")
    request.COOKIES["sessionid"] = staff_client("Clerks").cookies["sessionid"].value

    def view(request):
        request.session["seen"] = True
        return HttpResponse()

    with read_only(), pytest.raises(OperationalError, match="readonly"):
        SessionMiddleware(view)(request)


@pytest.mark.django_db(transaction=True)
def test_lock_that_another_program_holds_gets_503_until_it_is_released(caplog):
    client = Client(raise_request_exception=False)
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    pragma("busy_timeout", 20)
    check_busy(client.post("/start/"), caplog)
    pragma("busy_timeout", 20_000)
    assert client.get("/").status_code == 200  # reading needs no lock
    other.execute("ROLLBACK")
    other.close()
    assert not Rehearsal.objects.filter(is_ending=False).exists()
    assert client.post("/start/").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_file_that_is_gone_gets_503_until_it_is_back(caplog):
    client = Client(raise_request_exception=False)
    file = Path(connection.settings_dict["NAME"])
    assert client.get("/").status_code == 200
    away = file.rename(file.with_suffix(".away"))
    check_busy(client.get("/"), caplog)
    assert client.get("/readyz").status_code == 503
    assert not file.exists()  # no empty one was made
    away.rename(file)
    assert client.get("/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_file_that_was_replaced_is_opened_anew():
    storage.follow_file()
    connection.ensure_connection()
    file = Path(connection.settings_dict["NAME"])
    before = connection.connection
    before.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(file, file.with_suffix(".copy"))
    file.with_suffix(".copy").replace(file)
    storage.follow_file()
    assert connection.connection is None
    connection.ensure_connection()
    assert connection.connection is not before


def caused(error, cause):
    error.__cause__ = cause
    return error


class OfPostgres(Exception):
    def __init__(self, sqlstate):
        super().__init__()
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        (OperationalError("database is locked"), "Another program"),
        (OperationalError("database or disk is full"), "The disk is full"),
        (OperationalError("attempt to write a readonly database"), "can't be written"),
        (OperationalError("unable to open database file"), "Check the folder"),
        (OperationalError("no such table: rehearsals_rehearsal"), "manage.py migrate"),
        (caused(DatabaseError("file is not a database"), sqlite3.DatabaseError()), "Restore"),
        (OperationalError("connection failed:\n\tConnection refused"), "Start it"),
        (OperationalError('FATAL:  database "x" does not exist'), "Create it"),
        (caused(InternalError("cannot execute INSERT in a read-only transaction"), OfPostgres("25006")),
         "can't be written"),
        (caused(DatabaseError('relation "x" does not exist'), OfPostgres("42P01")), "migrate"),
    ],
)  # fmt: skip
def test_the_log_says_in_one_line_what_is_wrong_and_what_to_do(error, advice):
    line = storage.in_words(storage.trouble_behind(error))
    assert advice in line
    assert "\n" not in line


@pytest.mark.parametrize("error", [DatabaseError("Save affected no rows"), ValueError("x"), None])
def test_other_errors_are_no_storage_trouble(error):
    assert storage.trouble_behind(error) is None
