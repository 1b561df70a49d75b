"""The backup drill: back up while people work, restore into an empty place, and go on there."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import StringIO
from itertools import count
from threading import Event, Thread

import pytest
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from rehearsals import services
from rehearsals.backup import documents, sqlite
from rehearsals.backup.folder import delete_all_but_newest
from rehearsals.backup.services import NO_FOLDER, NOT_IN_BACKUP, NOT_RESTORED
from rehearsals.clock.clock import wall_now
from rehearsals.models import Rehearsal
from tests.support.cast import JOHN
from tests.support.link_steps import link, on_file
from tests.support.login_pages import is_signed_on
from tests.support.moments import LIVE
from tests.support.visitor import Visitor

KEY = "the-key-of-the-old-server"


@pytest.fixture(autouse=True)
def _server(settings, tmp_path):
    """A server whose key is in its DATA_DIR, as `scripts/with-env` makes it."""
    settings.DATA_DIR, settings.SECRET_KEY = tmp_path / "old", KEY
    settings.DATA_DIR.mkdir()
    (settings.DATA_DIR / "secret_key").write_text(KEY)
    settings.STORAGES = settings.STORAGES | {"documents": in_folder(tmp_path / "old/documents")}
    (tmp_path / "old/documents/7").mkdir(parents=True)
    (tmp_path / "old/documents/7/a.pdf").write_bytes(b"%PDF-1.7 filed")


def in_folder(path):
    backend = "django.core.files.storage.FileSystemStorage"
    return {"BACKEND": backend, "OPTIONS": {"location": str(path), "allow_overwrite": True}}


def run(*words, **options):
    out = StringIO()
    call_command(*map(str, words), stdout=out, **options)
    return out.getvalue()


def back_up(parent):
    return run("backup", "--to", parent).strip()


@contextmanager
def empty_place(tmp_path) -> Iterator[None]:
    """Another machine: Django's connection leads to a database that doesn't exist yet or is empty."""
    old, new = connection.settings_dict["NAME"], "test_restored"
    if connection.vendor == "sqlite":
        new = str(tmp_path / "new.sqlite3")
    else:
        connection.cursor().execute(f"CREATE DATABASE {new}")
    connection.close()
    connection.settings_dict["NAME"] = new
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = old
        if connection.vendor != "sqlite":
            connection.cursor().execute(f"DROP DATABASE {new} WITH (FORCE)")


@contextmanager
def writing(*rehearsals: Rehearsal) -> Iterator[None]:
    """Give all `rehearsals` the same new title in one transaction, again and again."""
    stop, began = Event(), Event()

    def write() -> None:
        for number in count():
            if stop.is_set():
                break
            with transaction.atomic():
                for one in rehearsals:
                    Rehearsal.objects.filter(pk=one.pk).update(title=f"Title {number}")
            began.set()
        connection.close()

    writer = Thread(target=write)
    writer.start()
    began.wait(timeout=10)
    try:
        yield
    finally:
        stop.set()
        writer.join(timeout=10)


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_a_link_and_a_sign_on_survive_on_another_machine(tmp_path, settings):
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    pair = [services.start(wall_at=wall_now(), title="Drill") for _ in range(2)]
    john = Visitor(pair[0]).at(LIVE)
    link(john, JOHN)
    with writing(*pair):
        folder = back_up(tmp_path)
    settings.DATA_DIR, settings.SECRET_KEY = tmp_path / "new", "made at the first start there"
    settings.DATA_DIR.mkdir()
    (settings.DATA_DIR / "secret_key").write_text(settings.SECRET_KEY)
    settings.STORAGES = settings.STORAGES | {"documents": in_folder(tmp_path / "new/documents")}
    with empty_place(tmp_path):
        run("restore", folder)
        settings.SECRET_KEY = (settings.DATA_DIR / "secret_key").read_text()
        assert settings.SECRET_KEY == KEY
        assert on_file(pair[0], JOHN).pacer_account.account_number == JOHN.number
        assert is_signed_on(john)
        titles = {Rehearsal.objects.get(pk=one.pk).title for one in pair}
        assert len(titles) == 1, "half a transaction"
        with storages["documents"].open("7/a.pdf") as file:
            assert file.read() == b"%PDF-1.7 filed"
        run("check")
        run("migrate", "--check")


@pytest.mark.django_db(transaction=True)
@pytest.mark.both_databases
def test_restore_replaces_only_when_told_and_takes_newer_tables_away(tmp_path):
    if connection.vendor == "postgresql" and not shutil.which("pg_dump"):
        pytest.skip("pg_dump is not installed")
    folder = back_up(tmp_path)
    with empty_place(tmp_path):
        run("restore", folder)
        newer = Rehearsal.objects.filter(pk=services.start(wall_at=wall_now()).pk)
        connection.cursor().execute(
            "CREATE TABLE newer (one bigint REFERENCES rehearsals_rehearsal (id))"
        )
        with pytest.raises(CommandError, match="not empty"):
            run("restore", folder)
        assert newer.exists()
        run("restore", "--replace", folder)
        assert not newer.exists()
        assert "newer" not in connection.introspection.table_names()


def test_restored_file_goes_where_a_link_leads(tmp_path):
    backup, disk, link_to_disk = (tmp_path / name for name in ("backup", "disk", "link"))
    for path in (backup, disk):
        with closing(sqlite3.connect(path)) as made:
            made.execute(f"CREATE TABLE django_migrations (of_{path.name} text)")
    link_to_disk.symlink_to(disk)
    sqlite.restore(backup, link_to_disk)
    assert link_to_disk.is_symlink()
    assert b"of_backup" in disk.read_bytes()


@pytest.mark.django_db(transaction=True)
def test_restore_refuses_while_a_server_uses_the_file(tmp_path):
    folder = back_up(tmp_path)
    with pytest.raises(CommandError, match="Stop it"), writing(Rehearsal()):
        run("restore", "--replace", folder)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda folder: (folder / "about.json").unlink(), "not a backup"),
        (lambda folder: (folder / "secret_key").unlink(), "no file secret_key"),
        (lambda folder: (folder / "database").write_bytes(b"SQLite format 3" * 99), "damaged"),
        (lambda folder: (folder / "database").write_bytes(b""), "damaged"),
        (lambda folder: (folder / "secret_key").write_bytes(b"\xff"), "holds no key"),
        (lambda folder: (folder / "documents/7/a.pdf").unlink(), "documents is not complete"),
        (lambda folder: _edit(folder, '"linking.0001_initial"', "1"), "not a backup"),
        (lambda folder: _edit(folder, "linking.0001_initial", "linking.9999_new"), "newer version"),
        (lambda folder: _edit(folder, '"sqlite"', '"postgresql"'), "of postgresql, but"),
    ],
)  # fmt: skip
def test_what_is_no_good_backup_is_refused_and_changes_nothing(tmp_path, spoil, message):
    folder = tmp_path / back_up(tmp_path)
    spoil(folder)
    with empty_place(tmp_path):
        with pytest.raises(CommandError, match=message):
            run("restore", folder)
        assert connection.introspection.table_names() == []


def _edit(folder, old, new):
    about = folder / "about.json"
    about.write_text(about.read_text().replace(old, new))


@pytest.mark.django_db
def test_backup_through_pgbouncer_is_refused(tmp_path, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "DISABLE_SERVER_SIDE_CURSORS", True)
    with pytest.raises(CommandError, match="PostgreSQL's own port"):
        back_up(tmp_path)


@pytest.mark.django_db
def test_backup_is_private_to_its_owner(tmp_path):
    folder = tmp_path / back_up(tmp_path)
    modes = {path.stat().st_mode & 0o077 for path in (folder, *folder.rglob("*"))}
    assert modes == {0}


@pytest.mark.django_db(transaction=True)
def test_documents_in_another_storage_are_named_as_missing(tmp_path, settings):
    with_documents = back_up(tmp_path / "first")
    other = {"BACKEND": "django.core.files.storage.InMemoryStorage"}
    settings.STORAGES = settings.STORAGES | {"documents": other}
    folder, line = run("backup", "--to", tmp_path).splitlines()
    assert line == f"IMPORTANT: {NOT_IN_BACKUP}"
    assert not (tmp_path / folder / "documents").exists()
    with empty_place(tmp_path):
        assert NO_FOLDER in run("restore", with_documents)
        settings.STORAGES = settings.STORAGES | {"documents": in_folder(tmp_path / "empty")}
        assert NOT_RESTORED in run("restore", "--replace", folder)


def test_restore_keeps_newer_documents_and_mends_one_that_was_cut_off(tmp_path):
    backup, disk = tmp_path / "backup", tmp_path / "old/documents"
    assert documents.dump(disk, backup) == 1
    (disk / "7/a.pdf").write_bytes(b"%PDF")
    (disk / "7/newer.pdf").write_bytes(b"%PDF")
    documents.restore(backup, disk)
    assert (disk / "7/a.pdf").read_bytes() == b"%PDF-1.7 filed"
    assert {path.name for path in (disk / "7").iterdir()} == {"a.pdf", "newer.pdf"}


def test_only_the_newest_backups_are_kept_and_nothing_else_is_deleted(tmp_path):
    days = [f"backup-202611{day:02}T031000Z" for day in (9, 10, 11)]
    for name in (*days, "backup-of-my-own", "notes"):
        (tmp_path / name).mkdir()
    assert delete_all_but_newest(tmp_path, 2) == 1
    assert {path.name for path in tmp_path.iterdir()} - {*days[1:]} >= {"backup-of-my-own", "notes"}
    assert not (tmp_path / days[0]).exists()


@pytest.mark.django_db
def test_backup_that_fails_leaves_no_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("rehearsals.backup.sqlite._check", _no_space)
    with pytest.raises(CommandError, match="No space left"):
        back_up(tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def _no_space(database):
    raise OSError(28, "No space left on device")
