"""The tests marked `both_databases`, on PostgreSQL if a server answers. SQLite hides races."""

import os
import subprocess
import sys

import psycopg
import pytest
from django.conf import settings

TESTS = settings.BASE_DIR / "tests"
MARKER = "both_databases"
DEFAULT_URL = "postgres://postgres@127.0.0.1:5432/postgres"


def _server() -> str | None:
    url = os.environ.get("TEST_POSTGRES_URL") or DEFAULT_URL
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.Error:
        return None
    return url


@pytest.mark.postgres
def test_both_databases_tests_pass_on_postgresql():
    url = _server()
    if url is None:
        pytest.skip("no PostgreSQL answers (TEST_POSTGRES_URL or 127.0.0.1:5432)")
    files = [file for file in TESTS.rglob("test_*.py") if MARKER in file.read_text()]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "-p", "no:cacheprovider", "-m", MARKER, *files],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert run.returncode == 0, run.stdout[-5000:] + run.stderr[-2000:]
