"""The guides as pages, read from docs/."""

from functools import cache
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.templatetags.static import static

from rehearsals.guides import catalog
from rehearsals.guides.markdown import Document, render

IMAGES = "images"  # settings.STATICFILES_DIRS serves this folder of docs/ under the same name


@cache
def guide(entry: catalog.Entry) -> Document:
    """The document of `entry`. Raises FileNotFoundError.

    Rendering takes about 10 ms, so it is done once in each process: the files don't change while it runs.
    """
    text = Path(settings.GUIDES_DIR, entry.file).read_text(encoding="utf-8")
    return render(text, link=_address, picture=lambda path: static(path))


def _address(target: str) -> str | None:
    """A link's address: a place on the page itself or another guide; None for every other document.

    Relative to the guide's own address, so that it's right wherever the site is mounted.
    """
    path, _, place = target.partition("#")
    anchor = f"#{place}" if place else ""
    if not path:
        return anchor
    entry = catalog.find_file(str(PurePosixPath(path)))
    return f"../{entry.slug}/{anchor}" if entry else None
