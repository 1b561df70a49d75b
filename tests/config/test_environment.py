"""The environment of a server: given variables, the settings file, the defaults, the secret key."""

import os
import socket
from pathlib import Path

import pytest

from config import command, environment, files, port


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path) -> Path:
    """A checkout of its own, in which no variable is set."""
    monkeypatch.setattr(files, "BASE_DIR", tmp_path)
    monkeypatch.setattr(os, "environ", {})
    return tmp_path


def test_given_variables_go_before_the_settings_file_and_the_defaults(folder):
    text = "# a comment\nPORT=8001\n export HOST='::'\nTHREADS=\"3\"\nALLOWED_HOSTS=a,b \n\n"
    (folder / ".env").write_text(text)
    os.environ |= {"PORT": "8002", "HOST": "", "ALLOWED_HOSTS": ""}
    environment.prepare()
    assert os.environ["PORT"] == "8002"
    assert os.environ["HOST"] == "::"  # an empty value counts as not given
    assert os.environ["THREADS"] == "3"
    assert os.environ["WORKERS"] == "2"
    assert os.environ["ALLOWED_HOSTS"] == ""


@pytest.mark.parametrize(
    ("given", "data", "prefix"),
    [
        ({}, "var", ""),
        ({"FREEZE": "2020-04-17 14:59:50"}, "var/frozen", "DATA_DIR={folder} "),
        ({"DATA_DIR": "other", "FREEZE": "2020-04-17"}, "other", "DATA_DIR={folder} "),
        ({"DATA_DIR": "my data"}, "my data", "DATA_DIR='{folder}' "),
    ],
)
def test_data_folder_and_the_prefix_of_commands_that_use_it(folder, given, data, prefix):
    os.environ |= given
    environment.prepare()
    assert environment.command_prefix() == prefix.format(folder=folder / data)
    assert os.environ["DATA_DIR"] == str(folder / data)
    assert (folder / data / "secret_key").is_file()


def test_secret_key_is_private_and_stays(folder):
    environment.prepare()
    first = os.environ.pop("SECRET_KEY")
    environment.prepare()
    assert os.environ["SECRET_KEY"] == first
    assert len(first) >= 64
    assert [path.name for path in (folder / "var").iterdir()] == ["secret_key"]
    assert (folder / "var/secret_key").stat().st_mode & 0o777 == 0o600
    assert (folder / "var").stat().st_mode & 0o777 == 0o700


def test_secret_key_of_a_simultaneous_first_start_is_used(folder, monkeypatch):
    def slower(new: Path, kept: Path) -> None:
        kept.write_text("the other server's key")
        raise FileExistsError

    monkeypatch.setattr(os, "link", slower)
    environment.prepare()
    assert os.environ["SECRET_KEY"] == "the other server's key"


def test_data_folder_that_cant_be_used_is_named(folder):
    (folder / "var").write_text("a file")
    with pytest.raises(SystemExit, match=r"var can't be used \(File exists\)"):
        environment.prepare()


@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("192.168.1.20", "http://192.168.1.20:8000"),
        ("::1", "http://[::1]:8000"),
    ],
)
def test_address_for_a_browser_on_this_machine(host, url):
    os.environ["HOST"] = host
    assert environment.site_url() == url


def test_port_in_use_is_refused_with_a_free_one():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        used = other.getsockname()[1]
        words = port.problem("127.0.0.1", str(used))
    assert words.startswith(f"Port {used} is already in use")
    assert words.endswith(" make demo")
    assert port.problem("127.0.0.1", "http").startswith("PORT must be a number")


@pytest.mark.parametrize(
    ("words", "passed_on"),
    [
        (["staff-password", "clerk"], ("staff_password", "clerk")),
        (["manage", "staff_password", "--help"], ("staff_password", "--help")),
    ],
)
def test_other_commands_are_management_commands(monkeypatch, words, passed_on):
    called = []
    monkeypatch.setattr(command, "manage", lambda *arguments: called.append(arguments))
    command.main(words)
    assert called == [passed_on]


def test_line_of_another_form_in_the_settings_file_is_named_but_not_shown(folder):
    (folder / ".env").write_text("PORT=8001\nSECRET_KEY: hidden\n")
    with pytest.raises(SystemExit, match=r"\.env, line 2: write NAME=value\.$"):
        environment.read_settings_file()


@pytest.mark.parametrize("value", ["x", "0", "-1", "1.5", "\u0662"])
def test_number_of_threads_is_a_number(value):
    os.environ["THREADS"] = value
    with pytest.raises(SystemExit, match="THREADS must be a whole number"):
        environment.number("THREADS")
