"""What the wheel contains beside Python: templates, guides, and the collected static files.

Hatchling runs this while it builds the package (pyproject.toml). It doesn't collect: `make wheel` does that.
"""

import json
import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TARGET = "config/_files"
HOW = "Run `make wheel`, which collects the static files and builds the package."
COMPRESSED = ("", ".gz", ".br")


class PackageFiles(BuildHookInterface[BuilderConfig]):
    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to the wheel. Ends the build with a sentence if a static file is missing or old."""
        files = runpy.run_path(str(Path(self.root, "config/files.py")))
        guides = runpy.run_path(str(Path(self.root, "rehearsals/guides/catalog.py")))["ENTRIES"]
        try:
            static = list(collected(files["COLLECTED_STATIC"], files["STATIC_SOURCES"]))
        except Stale as problem:
            self.app.abort(f"{problem} {HOW}")
        packed = {
            files["TEMPLATES"]: "templates",
            files["EXAMPLE"]: ".env.example",
            **{files["DOCS"] / guide.file: f"docs/{guide.file}" for guide in guides},
            **{files["COLLECTED_STATIC"] / name: f"static/{name}" for name in static},
        }
        build_data["force_include"] |= {
            str(path): f"{TARGET}/{name}" for path, name in packed.items()
        }


class Stale(Exception):
    """The collected static files aren't those of the sources."""


def collected(folder: Path, sources: list[tuple[str, Path]]) -> Iterator[str]:
    """The names of the collected files in `folder` that the manifest lists, and of their compressed copies.

    The folder may also hold files of earlier versions. Raises Stale.
    """
    manifest = folder / "staticfiles.json"
    if not manifest.is_file():
        raise Stale(f"There are no collected static files in {folder}.")
    paths = json.loads(manifest.read_text(encoding="utf-8"))["paths"]
    for prefix, source in sources:
        check(folder, prefix, source, paths)
    yield manifest.name
    for name in sorted({*paths, *paths.values()}):
        yield from (name + end for end in COMPRESSED if (folder / (name + end)).is_file())


def check(folder: Path, prefix: str, source: Path, paths: dict[str, str]) -> None:
    """Compare each file of `source` with its collected copy. Raises Stale."""
    for path in source.rglob("*"):
        name = (Path(prefix) / path.relative_to(source)).as_posix()
        copy = folder / name
        if path.is_file() and not (
            name in paths and copy.is_file() and copy.read_bytes() == path.read_bytes()
        ):
            raise Stale(f"The collected copy of {path} is missing or old.")
