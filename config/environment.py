"""The server's environment variables: as given, else from the settings file, else the defaults.

The settings file is `.env` in a checkout. The installed package has `settings.env` in its data folder.
Uses Python's standard library only, since `make demo` needs it before anything is installed.

Usage: python -m config.environment COMMAND [ARGUMENTS ...]      (scripts/with-env)
"""

import os
import re
import secrets
import shlex
import sys
from pathlib import Path

from config import files

DEFAULTS = {
    "HOST": "127.0.0.1",
    "PORT": "8000",
    "WORKERS": "2",
    "THREADS": "4",
    "FREEZE": "",
}
# If one of these is empty, it counts as not given.
_EMPTY_IS_UNSET = (*DEFAULTS, "DATA_DIR", "SECRET_KEY")
_COMMENT = re.compile(r"\s*(?:#.*)?")
_LINE = re.compile(r"\s*(?:export )?([A-Za-z_]\w*)=(.*?)\s*")


# How to call the commands that messages name. `command_prefix` comes in front.
COMMANDS = (
    {
        "demo": "nextgen-rehearsal demo",
        "reset": "nextgen-rehearsal reset",
        "staff_password": "nextgen-rehearsal staff-password",
    }
    if files.IS_INSTALLED
    else {
        "demo": "make demo",
        "reset": "make reset",
        "staff_password": "scripts/with-env .venv/bin/python manage.py staff_password",
    }
)


def command_prefix() -> str:
    """What to type before a command of a checkout so that it uses this server's data folder."""
    folder = data_dir().resolve()
    if files.IS_INSTALLED or folder == _usual_data_dir().resolve():
        return ""
    return f"DATA_DIR={shlex.quote(str(folder))} "


def setting(name: str) -> str:
    """The value of a variable that DEFAULTS names."""
    return os.environ.get(name) or DEFAULTS[name]


def site_url() -> str:
    """The server's address for a browser on this machine, without a slash at the end."""
    host = setting("HOST")
    host = "127.0.0.1" if host in ("0.0.0.0", "::") else host
    return f"http://{f'[{host}]' if ':' in host else host}:{setting('PORT')}"


def data_dir() -> Path:
    """The folder of the database and the secret key. It may not exist yet.

    A relative DATA_DIR is relative to the checkout or, in the installed package, to the current folder.
    """
    if given := os.environ.get("DATA_DIR"):
        return (Path.cwd() if files.IS_INSTALLED else files.BASE_DIR) / given
    # Data of 2026 and of a server that believes it is 2020 don't mix: sign-ons, lockouts.
    return _usual_data_dir() / ("frozen" if setting("FREEZE") else "")


def _usual_data_dir() -> Path:
    if not files.IS_INSTALLED:
        return files.BASE_DIR / "var"
    import platformdirs  # noqa: PLC0415  not needed in a checkout

    return platformdirs.user_data_path("nextgen-rehearsal", appauthor=False)


def settings_file() -> Path:
    """The file of settings. It doesn't have to exist."""
    if not files.IS_INSTALLED:
        return files.BASE_DIR / ".env"
    return Path(os.environ.get("DATA_DIR") or _usual_data_dir(), "settings.env")


def read_settings_file() -> None:
    """Add the settings file's variables to the environment. Those that are set already stay."""
    for name in _EMPTY_IS_UNSET:
        if os.environ.get(name) == "":
            del os.environ[name]
    path = settings_file()
    if path.is_file():
        for name, value in _variables(path).items():
            os.environ.setdefault(name, value)


def _variables(path: Path) -> dict[str, str]:
    """The lines NAME=value of a settings file. Quotes around a value are removed.

    Ends the program with a message that names a line of another form, but doesn't show it.
    """
    variables = {}
    for number, text in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if line := _LINE.fullmatch(text):
            variables[line[1]] = re.sub(r"^(['\"])(.*)\1$", r"\2", line[2])
        elif not _COMMENT.fullmatch(text):
            sys.exit(f"{path}, line {number}: write NAME=value.")
    return variables


def number(name: str) -> int:
    """The value of a variable that DEFAULTS names, from 1 up. Ends the program if it is no such number."""
    value = setting(name)
    if not (value.isascii() and value.isdigit() and int(value)):
        sys.exit(f"{name} must be a whole number from 1 up, not {value!r}.")
    return int(value)


def secret_key_file() -> Path:
    return data_dir() / "secret_key"


def prepare() -> None:
    """Complete the environment for a server and its commands. Makes the data folder and the secret key.

    Ends the program with a message if the data folder can't be written.
    """
    read_settings_file()
    for name in DEFAULTS:
        os.environ[name] = setting(name)
    folder = data_dir().resolve()
    os.environ["DATA_DIR"] = str(folder)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if "SECRET_KEY" not in os.environ:
            os.environ["SECRET_KEY"] = _kept_secret_key()
    except OSError as error:
        sys.exit(
            f"The data folder {folder} can't be used ({error.strerror}).\n"
            "Make it writable, or set DATA_DIR to another folder."
        )


def _kept_secret_key() -> str:
    """The secret key in the data folder. The first call makes it. Raises OSError."""
    kept = secret_key_file()
    if not kept.is_file() or not kept.stat().st_size:
        # Linked into place, so that two first starts at once agree on one key.
        new = kept.with_name(f"{kept.name}.{os.getpid()}")
        new.unlink(missing_ok=True)
        # Only its owner can read it. Windows ignores the mode: there the user's own folder is private.
        with open(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_hex(48))
        try:
            os.link(new, kept)
        except FileExistsError:
            if not kept.stat().st_size:
                os.replace(new, kept)
        except OSError:  # a file system without hard links
            os.replace(new, kept)
        new.unlink(missing_ok=True)
    return kept.read_text(encoding="ascii").strip()


def main(*command: str) -> None:
    """Run `command` in the project's folder and this environment, in place of this process."""
    prepare()
    os.chdir(files.BASE_DIR)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        sys.exit(f"{command[0]}: {error.strerror}")


if __name__ == "__main__":
    main(*sys.argv[1:])
