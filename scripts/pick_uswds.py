"""Copy from the installed USWDS package what our pages can ask for, and nothing else.

The package carries 4,000 files; hashing and compressing them costs seconds and 66 MB. Picked are
the minified sheet and scripts, every picture and font the sheet names, the icon sprite, and Public
Sans for headings. The source-map comments go, since hashed static files need each file they name.

Usage: python scripts/pick_uswds.py PACKAGE_DIST TARGET
"""

import re
import shutil
import sys
from pathlib import Path

SHEET = "css/uswds.min.css"
SCRIPTS = ["js/uswds.min.js", "js/uswds-init.min.js"]
PLAIN = [
    "img/sprite.svg",
    "fonts/public-sans/PublicSans-Regular.woff2",
    "fonts/public-sans/PublicSans-SemiBold.woff2",
    "fonts/public-sans/PublicSans-Bold.woff2",
]
SOURCE_MAP = re.compile(r"\n?(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=.*)\s*$")
NAMED = re.compile(r"url\([\"']?\.\./([^\"')?#]+)")


def copy(dist: Path, target: Path, names: list[str]) -> None:
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(dist / name, place)


def copy_text(dist: Path, target: Path, name: str) -> str:
    """Copy one sheet or script without its source-map comment; give its text."""
    text = SOURCE_MAP.sub("\n", (dist / name).read_text(encoding="utf-8"))
    place = target / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, encoding="utf-8")
    return text


def pick(dist: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    sheet = copy_text(dist, target, SHEET)
    for name in SCRIPTS:
        copy_text(dist, target, name)
    copy(dist, target, sorted(set(NAMED.findall(sheet))) + PLAIN)
    shutil.copyfile(dist.parent / "LICENSE.md", target / "LICENSE.md")


if __name__ == "__main__":
    pick(Path(sys.argv[1]), Path(sys.argv[2]))
