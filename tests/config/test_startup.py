"""What keeps the server and its commands from starting, in one sentence and with an exit status."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError

from config import startup
from tests.support.real_server import PYTHON, ROOT


def manage(tmp_path, *command, **variables):
    """Run manage.py with nothing but these variables set."""
    path = {"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)}
    return subprocess.run(
        [PYTHON, "manage.py", *command],
        cwd=ROOT,
        env=path | variables,
        capture_output=True,
        text=True,
    )


@pytest.fixture
def env(monkeypatch):
    """Settings of an environment with these variables."""

    def made(**variables):
        monkeypatch.setattr(startup.Settings, "ENVIRON", variables)
        return startup.Settings()

    return made


def test_without_a_secret_key_one_sentence_says_what_to_set(tmp_path):
    run = manage(tmp_path, "check", SECRET_KEY="")
    assert run.returncode == 1
    assert run.stderr.startswith("SECRET_KEY isn't set: set it")
    assert run.stderr.count("\n") == 1


def test_production_settings_pass_the_deployment_check(tmp_path):
    variables = {
        "HTTPS": "true",
        "ALLOWED_HOSTS": "rehearsal.example.org",
        "SECRET_KEY": "0a1b2c3d4e" * 6,
    }
    run = manage(tmp_path, "check", "--deploy", "--fail-level", "WARNING", **variables)
    assert run.returncode == 0, run.stderr


@pytest.mark.parametrize(
    ("read", "variables", "said"),
    [
        (lambda env: env.int("DAYS"), {"DAYS": "many"}, "DAYS must be a whole number"),
        (lambda env: env.float("WAIT"), {"WAIT": "long"}, "WAIT must be a number"),
        (lambda env: env.bool("HTTPS"), {"HTTPS": "perhaps"}, "HTTPS must be true or false"),
        (lambda env: env.str("NAME"), {}, "Set NAME"),
        (lambda env: env.str("SECRET_KEY"), {}, "SECRET_KEY isn't set"),
        (lambda env: env.database("DB", ""), {"DB": "secret"}, "DB must look like postgres://"),
        (lambda env: env.database("DB", ""), {"DB": "postgres://u:secret@h:x/n"}, "DB must look"),
        (lambda env: env.cache_server("CACHE", ""), {"CACHE": "secret"}, "CACHE must look like redis"),
    ],
)  # fmt: skip
def test_wrong_variable_is_named_and_its_value_is_not_shown(env, read, variables, said):
    with pytest.raises(ImproperlyConfigured, match=said) as caught:
        read(env(**variables))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("hosts", [["*"], ["localhost", "192.168.1.20"], [".example.org"]])
def test_debug_is_refused_for_a_public_name(hosts):
    with pytest.raises(ImproperlyConfigured, match="DEBUG=true is for this machine only"):
        startup.refuse_debug(host="127.0.0.1", allowed_hosts=hosts)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.20", "rehearsal.example.org"])
def test_debug_is_refused_at_a_public_address(host):
    with pytest.raises(ImproperlyConfigured, match="DEBUG=true"):
        startup.refuse_debug(host=host, allowed_hosts=["localhost"])


def test_debug_is_allowed_on_this_machine():
    names = ["localhost", "app.localhost", "127.0.0.1", "127.1.2.3", "[::1]"]
    startup.refuse_debug(host="::1", allowed_hosts=names)


@pytest.mark.parametrize(
    ("words", "host"),
    [
        (["manage.py", "check"], "of HOST"),
        (["manage.py", "runserver"], "127.0.0.1"),
        (["manage.py", "runserver", "8001"], "127.0.0.1"),
        (["manage.py", "runserver", "--noreload", "0.0.0.0:8001"], "0.0.0.0"),
    ],
)
def test_runserver_listens_where_its_argument_says(words, host):
    assert startup.listening_host(words, "of HOST") == host


def test_storage_trouble_ends_a_program_with_a_sentence_unless_a_traceback_is_asked_for(
    monkeypatch,
):
    def fail():
        with startup.in_one_sentence():
            raise OperationalError("database or disk is full")

    with pytest.raises(SystemExit, match="The disk is full"):
        fail()
    monkeypatch.setattr(sys, "argv", ["manage.py", "demo", "--traceback"])
    with pytest.raises(OperationalError):
        fail()


def test_mistakes_in_the_code_keep_their_traceback():
    with pytest.raises(ZeroDivisionError), startup.in_one_sentence():
        raise ZeroDivisionError
