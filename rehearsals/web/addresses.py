import re
from functools import lru_cache

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

from rehearsals.app_config import declared_mapping


def address(name: str, *args: str) -> str:
    """Like Django's `reverse(name, args=args)`, but cached, because every page needs the same twenty URLs."""
    return _worked_out(get_script_prefix(), get_urlconf(), name, args)


def page_url(role: str, *args: str) -> str:
    """The URL of the page that an app declares for `role` in its `pages`. Raises KeyError if none does."""
    return address(declared_mapping("pages")[role], *args)


def site_address(name: str, *args: str) -> str:
    """The URL of a page outside of rehearsals, such as a guide; the same inside of a rehearsal."""
    prefix = get_script_prefix()
    path = reverse(name, settings.ROOT_URLCONF, args).removeprefix(prefix)
    return re.sub(r"r/[-\w]+/$", "", prefix) + path


@lru_cache(maxsize=4096)  # enough for some hundred mounts
def _worked_out(prefix: str, urlconf: str | None, name: str, args: tuple[str, ...]) -> str:
    """The URL. reverse() reads `prefix` and `urlconf` itself; here they are part of the cache key."""
    return reverse(name, args=args)
