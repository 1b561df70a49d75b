"""nginx, Caddy, PgBouncer, PostgreSQL and Redis of our own, from the files in deploy/.

Each listens on 127.0.0.1 at a free port, keeps its files in a temporary folder, and ends with its block.
"""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from benchmarks.server import ROOT, free_port

DEPLOY = ROOT / "deploy"
NAME = "nextgen"  # of the database and its role, as in deploy/production.env
PASSWORD = "only-for-this-run"
# PostgreSQL and PgBouncer refuse to run as root.
UNPRIVILEGED = "postgres" if os.geteuid() == 0 else None
NGINX = """
daemon off; {user} pid {folder}/nginx.pid; error_log {folder}/error.log; worker_processes auto;
events {{ worker_connections 1024; }}
http {{
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/x; uwsgi_temp_path {folder}/x; scgi_temp_path {folder}/x;
    include {folder}/upstream.conf; include {folder}/rehearsal.conf;
}}
"""


class Missing(Exception):
    """A program that isn't installed here."""


@contextmanager
def folder() -> Iterator[Path]:
    """A temporary folder that other users may pass through."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o711)
        yield Path(name)


def programs(*names: str) -> list[str]:
    """The paths of `names`. Raises Missing. PostgreSQL's own are not on PATH in Debian."""
    folders = [
        os.environ["PATH"],
        "/usr/sbin",
        *map(str, Path("/usr/lib/postgresql").glob("*/bin")),
    ]
    found = [shutil.which(name, path=os.pathsep.join(folders)) for name in names]
    if missing := [name for name, path in zip(names, found, strict=True) if not path]:
        raise Missing(f"not installed: {', '.join(missing)}")
    return [path for path in found if path]


def filled(path: Path, values: dict[str, str]) -> str:
    """The text of a file in deploy/ with addresses of this run. Each key must be in the file."""
    text = path.read_text()
    for pattern, value in values.items():
        text, count = re.subn(pattern, value, text, flags=re.M)
        assert count, f"{path.name} no longer has {pattern}"
    return text


@contextmanager
def running(command: list[str], port: int, *, user: str | None = None) -> Iterator[int]:
    """Run `command` until the block ends; its process id. It must listen on `port` within 20 s."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, user=user, cwd="/", stdout=said, stderr=said)
        try:
            until = time.perf_counter() + 20
            while not _listens(port):
                if process.poll() is not None or time.perf_counter() > until:
                    said.seek(0)
                    raise RuntimeError(
                        f"{command[0]} did not start: {said.read().decode()[-2000:]}"
                    )
                time.sleep(0.05)
            yield process.pid
        finally:
            process.terminate()
            process.wait(timeout=30)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def own_folder(parent: Path, name: str) -> Path:
    """A folder that the unprivileged user may write."""
    folder = parent / name
    folder.mkdir()
    if UNPRIVILEGED:
        shutil.chown(folder, UNPRIVILEGED)
    return folder


@contextmanager
def postgresql(parent: Path) -> Iterator[tuple[int, int, psycopg.Connection]]:
    """A new PostgreSQL with the role and database of docs/operations.md.

    Gives its port, its process, and a superuser's connection.
    """
    initdb, postgres = programs("initdb", "postgres")
    folder, port = own_folder(parent, "postgresql"), free_port()
    data = str(folder / "data")
    subprocess.run(
        [initdb, "-D", data, "-U", "postgres", "--auth-local=trust", "--auth-host=scram-sha-256",
         "--no-sync"],
        check=True, capture_output=True, user=UNPRIVILEGED, cwd="/",
    )  # fmt: skip
    command = [postgres, "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", str(folder)]
    address = f"host={folder} port={port} user=postgres dbname=postgres"
    with running(command, port, user=UNPRIVILEGED) as pid, superuser(address) as admin:
        admin.execute(f"CREATE ROLE {NAME} LOGIN PASSWORD '{PASSWORD}'")
        admin.execute(f"CREATE DATABASE {NAME} OWNER {NAME}")
        yield port, pid, admin


def superuser(address: str) -> psycopg.Connection:
    """A connection, as soon as the server is ready (it listens on TCP some moments before)."""
    until = time.perf_counter() + 20
    while True:
        try:
            return psycopg.connect(address, autocommit=True)
        except psycopg.OperationalError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.05)


@contextmanager
def pgbouncer(
    parent: Path, database_port: int, admin: psycopg.Connection
) -> Iterator[tuple[int, int]]:
    """deploy/pgbouncer.ini in front of that PostgreSQL: its port and process."""
    (program,) = programs("pgbouncer")
    folder, port = own_folder(parent, "pgbouncer"), free_port()
    row = admin.execute("SELECT rolpassword FROM pg_authid WHERE rolname = %s", [NAME]).fetchone()
    assert row
    (folder / "userlist.txt").write_text(f'"{NAME}" "{row[0]}"\n')
    values = {
        "port=5432": f"port={database_port}", "= 6432": f"= {port}",
        "/etc/pgbouncer/": f"{folder}/", "/var/(log|run)/postgresql/": f"{folder}/",
    }  # fmt: skip
    ini = folder / "pgbouncer.ini"
    ini.write_text(filled(DEPLOY / "pgbouncer.ini", values))
    with running([program, str(ini)], port, user=UNPRIVILEGED) as pid:
        yield port, pid


@contextmanager
def redis(parent: Path) -> Iterator[int]:
    (program,) = programs("redis-server")
    port = free_port()
    command = [
        program,
        "--port",
        str(port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--dir",
        str(parent),
    ]
    with running(command, port):
        yield port


@contextmanager
def nginx(parent: Path, servers: list[int]) -> Iterator[tuple[int, int, Path]]:
    """deploy/nginx/ in front of one or two servers: its port, its process, and its folder.

    The folder has the certificate, fullchain.pem, and the log, rehearsal.log.
    """
    (program,) = programs("nginx")
    folder, port = parent / "nginx", free_port()
    folder.mkdir()
    certificate(folder)
    values = {
        r"listen 443": f"listen 127.0.0.1:{port}", r"listen 80": f"listen 127.0.0.1:{free_port()}",
        r"^ *listen \[::\].*\n": "", "/etc/ssl/rehearsal/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/", "/var/lib/nginx/": f"{folder}/",
        "/opt/nextgen-rehearsal/": f"{ROOT}/",
    }  # fmt: skip
    (folder / "rehearsal.conf").write_text(filled(DEPLOY / "nginx/rehearsal.conf", values))
    files = {1: ("one-server.conf", [8000]), 2: ("two-servers.conf", [8001, 8002])}
    file, ports = files[len(servers)]
    moved = {f":{old}": f":{new}" for old, new in zip(ports, servers, strict=True)}
    (folder / "upstream.conf").write_text(filled(DEPLOY / "nginx" / file, moved))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=user))
    with running([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)], port) as pid:
        yield port, pid, folder


@contextmanager
def caddy(parent: Path, server: int) -> Iterator[tuple[int, Path]]:
    """deploy/Caddyfile in front of one server: its port, and the folder with its certificate."""
    (program,) = programs("caddy")
    folder, port = parent / "caddy", free_port()
    folder.mkdir()
    certificate(folder)
    site = f"https://127.0.0.1:{port} {{\n\ttls {folder}/fullchain.pem {folder}/privkey.pem"
    values = {
        r"^{$": "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1",
        r"^rehearsal\.example\.org {": site,
        "127.0.0.1:8000": f"127.0.0.1:{server}", "/opt/nextgen-rehearsal/": f"{ROOT}/",
    }  # fmt: skip
    (folder / "Caddyfile").write_text(filled(DEPLOY / "Caddyfile", values))
    with running([program, "run", "--config", str(folder / "Caddyfile")], port):
        yield port, folder


def certificate(folder: Path) -> None:
    """A certificate of our own for 127.0.0.1: fullchain.pem and privkey.pem."""
    (openssl,) = programs("openssl")
    subprocess.run(
        [openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
