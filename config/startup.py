"""What keeps a program from starting, in one sentence instead of a traceback.

`--traceback` among the arguments of a management command still shows the traceback.
"""

import ipaddress
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

_YES_OR_NO = {"true", "yes", "on", "1", "false", "no", "off", "0", ""}
_KINDS = {int: "a whole number", float: "a number", bool: "true or false"}
_NO_KEY = (
    "SECRET_KEY isn't set: set it to a long random text, or run the command through scripts/with-env,"
    " which makes one."
)


class Settings(environ.Env):
    """The environment's variables. Raises ImproperlyConfigured, with the name and without the value."""

    def get_value(self, var: str, cast: Any = None, *args: Any, **kwargs: Any) -> Any:
        if cast is bool and self.ENVIRON.get(var, "").strip().lower() not in _YES_OR_NO:
            raise ImproperlyConfigured(f"{var} must be true or false.")
        try:
            return super().get_value(var, cast, *args, **kwargs)
        except ImproperlyConfigured:
            raise ImproperlyConfigured(_NO_KEY if var == "SECRET_KEY" else f"Set {var}.") from None
        except (ValueError, TypeError):
            raise ImproperlyConfigured(f"{var} must be {_KINDS.get(cast, 'readable')}.") from None

    def database(self, var: str, default: str) -> dict[str, Any]:
        """The database that the variable names."""
        forms = "postgres://user:password@host:5432/name or sqlite:////folder/file"
        starts = ("postgres://", "postgresql://", "sqlite://")
        return self._url(var, self.db_url_config, default, starts, forms)

    def cache_server(self, var: str, default: str) -> dict[str, Any]:
        """The cache that the variable names."""
        starts = ("redis://", "rediss://", "locmemcache://", "dummycache://")
        return self._url(var, self.cache_url_config, default, starts, "redis://host:6379/0")

    def _url(
        self, var: str, read: Any, default: str, starts: tuple[str, ...], forms: str
    ) -> dict[str, Any]:
        try:
            url = self.str(var, default=default)
            if url.startswith(starts):
                configured: dict[str, Any] = read(url)
                return configured
        except (ValueError, KeyError, ImproperlyConfigured):
            pass
        raise ImproperlyConfigured(
            f"{var} must look like {forms}, with special characters percent-encoded."
        )


def refuse_debug(*, host: str, allowed_hosts: Iterable[str]) -> None:
    """Refuse DEBUG where others can reach the server: its error pages show settings and data.

    `host`: where the server listens. Raises ImproperlyConfigured.
    """
    public = [name for name in (host, *allowed_hosts) if not _is_loopback(name)]
    if public:
        raise ImproperlyConfigured(
            f"DEBUG=true is for this machine only, but HOST or ALLOWED_HOSTS has {ascii(public[0])}."
        )


def _is_loopback(name: str) -> bool:
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def listening_host(arguments: list[str], default: str) -> str:
    """Where the server will listen: the address of `runserver` in the program's arguments, else `default`."""
    if arguments[1:2] != ["runserver"]:
        return default
    addresses = [word for word in arguments[2:] if not word.startswith("-")]
    host, colon, _ = addresses[0].rpartition(":") if addresses else ("", "", "")
    return host if colon else "127.0.0.1"


@contextmanager
def in_one_sentence() -> Iterator[None]:
    """End the program with a sentence if its settings, its disk or its database keep it from working."""
    try:
        yield
    except Exception as error:
        said = _sentence(error)
        if said is None or "--traceback" in sys.argv:
            raise
        sys.exit(said)


def _sentence(error: Exception) -> str | None:
    if isinstance(error, ImproperlyConfigured):
        return " ".join(str(error).split())
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} can't be used: {error.strerror}."
    trouble = import_string("rehearsals.web.storage.trouble_behind")(error)
    said: str | None = trouble and import_string("rehearsals.web.storage.in_words")(trouble)
    return said
