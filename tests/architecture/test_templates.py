"""Templates compile, have no inline script or style, and are used."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from tests.architecture.names import layers

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
# The calls that client programs read and that no browser gets (decision 0033) are the exception.
INLINE = re.compile(
    r"<script>|<script [^>]*(?<!src)>[^<]|\sstyle=|\son[a-z]+=\"(?!goDLS\()|<style", re.I
)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT / "templates"))


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_template_compiles_and_has_nothing_inline(path):
    get_template(_name(path))
    assert not INLINE.search(path.read_text())
    assert 'href="#"' not in path.read_text()


def test_every_template_is_used():
    sources = [
        path.read_text()
        for folder in ("templates", *layers())
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".html", ".py")
    ]
    by_django = {"400.html", "403.html", "404.html", "500.html"}
    unused = [
        _name(path)
        for path in TEMPLATES
        if _name(path) not in by_django
        and not _name(path).startswith(("admin/", "registration/", "django/forms/"))
        and not any(_name(path) in source for source in sources)
    ]
    assert unused == []
