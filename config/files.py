"""Where the files are that are not Python: in a checkout of the project, and in the installed package.

Uses Python's standard library only. The wheel has these files in config/_files (scripts/hatch_build.py).
"""

import importlib.metadata
import tomllib
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
_PACKED = Path(__file__).resolve().parent / "_files"

IS_INSTALLED = _PACKED.is_dir()
_ROOT = _PACKED if IS_INSTALLED else BASE_DIR

TEMPLATES = _ROOT / "templates"
DOCS = _ROOT / "docs"
EXAMPLE = _ROOT / ".env.example"  # lists all settings
COLLECTED_STATIC = _PACKED / "static" if IS_INSTALLED else BASE_DIR / "build" / "static"
# The folders that static files are collected from, each with a prefix. The package has none of them.
STATIC_SOURCES = [
    ("", BASE_DIR / "static"),
    ("uswds", BASE_DIR / "build" / "uswds"),  # scripts/pick_uswds.py picks them out of 4,000
    ("images", BASE_DIR / "docs" / "images"),  # the guides' pictures
]


def version() -> str:
    """The version in pyproject.toml, of which the installed package has a copy."""
    if IS_INSTALLED:
        return importlib.metadata.version("nextgen-rehearsal")
    project = tomllib.loads((BASE_DIR / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])
