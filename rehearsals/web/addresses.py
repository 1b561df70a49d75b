"""Addresses of named pages, each worked out once a process: every page asks for the same twenty."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

from rehearsals.app_config import declared_mapping


def address(name: str, *args: str) -> str:
    """As Django's `reverse(name, args=args)`: inside the mount being served, else of the machine."""
    return _worked_out(get_script_prefix(), get_urlconf(), name, args)


def page_url(role: str, *args: str) -> str:
    """The URL of the page that an app declares for `role` in its `pages`. Raises KeyError if none does."""
    return address(declared_mapping("pages")[role], *args)


@lru_cache(maxsize=4096)  # some hundred mounts; the longest unused go first
def _worked_out(prefix: str, urlconf: str | None, name: str, args: tuple[str, ...]) -> str:
    """`prefix` and `urlconf` are what reverse() reads by itself; here they tell mounts apart."""
    return reverse(name, args=args)
