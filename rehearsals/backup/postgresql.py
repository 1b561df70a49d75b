"""Copies of a PostgreSQL database with its own tools, pg_dump and pg_restore."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from rehearsals.backup.folder import BackupProblem

# A newer version may have made tables that refer to the backup's, so all go first.
EMPTY = """
DO $$ DECLARE what text; BEGIN
  FOR what IN SELECT format('TABLE %I.%I', schemaname, tablename)
    FROM pg_tables WHERE schemaname = current_schema()
  LOOP EXECUTE 'DROP ' || what || ' CASCADE'; END LOOP;
  FOR what IN SELECT format('FUNCTION %s', oid::regprocedure)
    FROM pg_proc WHERE pronamespace = current_schema()::regnamespace AND prokind = 'f'
  LOOP EXECUTE 'DROP ' || what || ' CASCADE'; END LOOP;
END $$
"""
VARIABLES = {
    "PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD",
    "PGDATABASE": "NAME",
}  # fmt: skip


def dump(settings: dict[str, Any], target: Path) -> None:
    """Copy the database as it is at one moment, in pg_dump's own format.

    `settings`: Django's, of one database. Raises BackupProblem with what pg_dump says.
    """
    _run(settings, "pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}")


def restore(settings: dict[str, Any], source: Path) -> None:
    """Replace everything in the database by the copy, or change nothing.

    Raises BackupProblem with what the tools say.
    """
    script = source.with_name("restore.sql")
    try:
        _run(settings, "pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(source))
        _run(settings, "psql", "--no-psqlrc", "--quiet", "--single-transaction",
             "--set=ON_ERROR_STOP=1", "--output=/dev/null",
             f"--command={EMPTY}", f"--file={script}")  # fmt: skip
    finally:
        script.unlink(missing_ok=True)


def _run(settings: dict[str, Any], tool: str, *words: str) -> None:
    if shutil.which(tool) is None:
        raise BackupProblem(f"{tool} is missing. Install PostgreSQL's client programs.")
    values = {name: str(settings.get(key) or "") for name, key in VARIABLES.items()}
    if mode := settings.get("OPTIONS", {}).get("sslmode"):
        values["PGSSLMODE"] = mode
    env = os.environ | {name: value for name, value in values.items() if value}
    run = subprocess.run([tool, *words], env=env, capture_output=True, text=True)
    if run.returncode:
        raise BackupProblem(f"{tool} stopped: {run.stderr.strip()[-500:]}")
