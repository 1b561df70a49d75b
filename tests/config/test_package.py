"""The installable package: built, installed into an empty environment, and run there.

The new environment gets our wheel by pip. The packages that it depends on come from this test's own
environment, by a .pth file, since tests download nothing. That environment doesn't contain our code, the
current folder is elsewhere, and PATH is empty: no file of the checkout and no program can be used.
"""

import json
import re
import signal
import subprocess
import sys
import sysconfig
import time
import urllib.request
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from config import command
from scripts.hatch_build import Stale, collected
from tests.support.real_server import ROOT, answers, free_port

LOBBY, GUIDE, LOGIN, STAFF = "/", "/guides/attorney/", "/r/demo/psc/login/", "/staff/"


@dataclass
class Installation:
    """An environment with the package, on a machine without any other program."""

    folder: Path
    wheel: Path

    @property
    def env(self) -> dict[str, str]:
        return {"HOME": str(self.folder / "home"), "PATH": "", "WORKERS": "1"}

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [self.folder / "env" / "bin" / "nextgen-rehearsal", *arguments],
            cwd=self.folder / "home", env=self.env, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def run(self, *arguments: str) -> str:
        """What the command prints."""
        process = self.start(*arguments)
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0, output
        return output

    def python(self, code: str) -> str:
        """What `code` prints in the new environment."""
        return subprocess.run(
            [self.folder / "env" / "bin" / "python", "-c", code],
            cwd=self.folder / "home", env=self.env, text=True, capture_output=True, check=True,
        ).stdout  # fmt: skip


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    folder = tmp_path_factory.mktemp("package")
    (folder / "home").mkdir()
    subprocess.run([ROOT / "scripts" / "setup", "run"], check=True, cwd=ROOT)
    _run("build", "--wheel", "--no-isolation", "--outdir", folder, ROOT)
    wheel = next(folder.glob("*.whl"))
    venv.create(folder / "env", symlinks=True)
    python = folder / "env" / "bin" / "python"
    _run("pip", "--python", python, "install", "--no-deps", "--no-index", "--no-compile", wheel)
    packages = next((folder / "env" / "lib").glob("*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    return Installation(folder, wheel)


def _run(module: str, *arguments: str | Path) -> None:
    subprocess.run(
        [sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL
    )


def page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.read().decode()


@contextmanager
def serving(installed: Installation) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The address of a demo, and its process."""
    port = free_port()
    server = installed.start("demo", "--port", str(port))
    try:
        site = f"http://127.0.0.1:{port}"
        until = time.monotonic() + 90
        while not answers(f"{site}/readyz"):
            assert server.poll() is None, server.communicate()[0]
            assert time.monotonic() < until, "the server does not answer"
            time.sleep(0.1)
        yield site, server
    finally:
        server.terminate()
        server.wait(timeout=30)


def test_the_installed_command_serves_the_demo_and_resets_it(installed):
    with serving(installed) as (site, server):
        lobby = page(site + LOBBY)
        assert "Start a private rehearsal" in lobby
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', lobby)
        assert [sheet for sheet in sheets if "{" not in page(site + sheet)] == []
        assert len(sheets) > 1
        assert "The four steps" in page(site + GUIDE)
        assert "Manage My Account" in page(site + LOGIN)
        assert "Court staff" in page(site + STAFF)
        server.send_signal(signal.SIGINT)
        output, _ = server.communicate(timeout=30)
        assert server.returncode == 0
    assert f"Start here    {site}/" in output
    assert "nextgen-rehearsal staff-password clerk" in output
    assert "The demo court is back at the start." in installed.run("reset")
    data = installed.folder / "home/.local/share/nextgen-rehearsal"
    assert {path.name for path in data.iterdir()} >= {"db.sqlite3", "secret_key"}
    assert (data / "secret_key").stat().st_mode & 0o077 == 0


def test_the_installed_command_knows_its_version(installed):
    assert installed.run("version") == f"nextgen-rehearsal {command.files.version()}\n"


# What Windows doesn't have. A worker of a server there is a new process that loads the application.
WITHOUT_POSIX = """
import multiprocessing, os, signal, sys
for name in ("fork", "forkpty", "register_at_fork", "setpgrp", "setsid", "killpg", "getuid"):
    delattr(os, name)
del signal.SIGHUP
sys.modules |= dict.fromkeys(["fcntl", "grp", "pwd", "resource", "termios"])
multiprocessing.set_start_method("spawn")
from config import command, server
command.main(["settings"])
server.application("config.wsgi:application")
print(command.files.IS_INSTALLED, "training.home.views" in sys.modules)
"""


def test_nothing_that_windows_lacks_is_needed(installed):
    assert installed.python(WITHOUT_POSIX).endswith("True True\n")


def test_the_wheel_contains_only_what_runs(installed):
    with zipfile.ZipFile(installed.wheel) as wheel:
        names = wheel.namelist()
        metadata = next(name for name in names if name.endswith("/METADATA"))
        assert "index-url" not in wheel.read(metadata).decode()
    apps = {path.parent.name for path in ROOT.glob("*/apps.py")}
    tops = {name.split("/")[0] for name in names}
    assert tops == {*apps, "config", Path(metadata).parts[0]}
    unwanted = ("test", "node_modules", ".sqlite3", "secret_key", "__pycache__", "settings_test")
    assert [name for name in names if any(part in name for part in unwanted)] == []
    assert [name for name in names if Path(name).name == ".env"] == []


def test_a_build_with_missing_or_old_static_files_is_refused(tmp_path):
    source, target = tmp_path / "static", tmp_path / "collected"
    for folder in (source, target):
        folder.mkdir()
        (folder / "site.css").write_text("a { color: red }")
    with pytest.raises(Stale, match="no collected static files"):
        list(collected(target, [("", source)]))
    paths = {"site.css": "site.12.css"}
    (target / "staticfiles.json").write_text(json.dumps({"paths": paths}))
    (target / "site.12.css").write_text("a { color: red }")
    (target / "site.00.css").write_text("of an earlier version")
    names = ["staticfiles.json", "site.12.css", "site.css"]
    assert list(collected(target, [("", source)])) == names
    (source / "site.css").write_text("a { color: blue }")
    with pytest.raises(Stale, match=r"site\.css is missing or old"):
        list(collected(target, [("", source)]))
