"""What the documents name exists, and .env.example lists every setting."""

import base64
import hashlib
import html
import itertools
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import get_commands
from django.urls import Resolver404, resolve

from config import command, environment
from rehearsals.packs.pack import get_pack
from tests.architecture.names import layers
from tests.architecture.refusals import all_refusals
from tests.support.page_text import page_text

ROOT = Path(settings.BASE_DIR)
DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^(?:```.*?^```|(?: {4}\S[^\n]*\n)+)", re.M | re.S)
SPAN = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
# Made by a first `make demo` or `make test`, so not in a bare clone.
MADE = ("build", "dist", "var", ".venv", "db.sqlite3", "secret_key", ".env", "about.json")
A_FILE = re.compile(r"[\w./-]*\w(?:\.(?:py|md|html|css|js|toml|txt|json)|/)")
ENV_NAME = re.compile(r"\b([A-Z][A-Z_]+)(?==)")
# Only the makefile and the scripts read these.
OF_SCRIPTS = {"PYTHON", "ARGS"}


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _code(path: Path) -> list[str]:
    """The code spans and the lines of the code blocks of a document."""
    text = path.read_text()
    lines = [line for block in BLOCK.findall(text) for line in block.splitlines()]
    return [*SPAN.findall(BLOCK.sub("", text)), *(line.strip("` ") for line in lines)]


def _settings_read() -> set[str]:
    """Every environment variable that the settings, the web server, the scripts or the tests read."""
    read = {
        "config/settings.py": r"env(?:\.\w+)?\(\s*\"([A-Z_]+)\"",
        "config/environment.py": r"(?:environ\.get\(| {4})\"([A-Z_]+)\"",
        "scripts/browser": r"\$\{([A-Z]+):-",
        "tests/architecture/test_postgresql.py": r"environ\.get\(\"([A-Z_]+)\"",
    }
    return {
        name
        for path, pattern in read.items()
        for name in re.findall(pattern, (ROOT / path).read_text(), re.M)
    }


def _in_example() -> set[str]:
    return set(re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M))


def test_every_setting_is_in_the_example_and_nothing_else():
    assert _in_example() == _settings_read()


def test_the_production_file_names_settings_only():
    names = re.findall(r"^(\w+)=", (ROOT / "deploy/production.env").read_text(), re.M)
    assert len(names) > 5
    assert {*names} <= _settings_read()


@pytest.mark.parametrize("proxy", ["nginx/rehearsal.conf", "Caddyfile"])
def test_the_proxies_allow_the_style_of_their_own_page(proxy):
    page = (ROOT / "deploy/pages/unavailable.html").read_text()
    style = re.search(r"<style>(.*)</style>", page)[1].encode()
    digest = base64.b64encode(hashlib.sha256(style).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in (ROOT / "deploy" / proxy).read_text()


def test_the_example_shows_the_defaults():
    shown = dict(re.findall(r"^#([A-Z_]+)=(\S+)$", (ROOT / ".env.example").read_text(), re.M))
    code = (ROOT / "config/settings.py").read_text()
    for name in ("IDLE_REHEARSAL_DAYS", "SIGN_ON_IDLE_MINUTES", "SIGN_ON_MAX_HOURS"):
        assert re.search(rf'"{name}", default={shown[name]}\b', code)
    for name in ("HOST", "PORT", "WORKERS", "THREADS"):
        assert environment.DEFAULTS[name] == shown[name]


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_link_between_documents_resolves(path):
    targets = [link.partition("#")[0] for link in LINK.findall(path.read_text())]
    dead = [
        link for link in targets if link and "://" not in link and not (path.parent / link).exists()
    ]
    assert dead == []


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_command_exists(path):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    spoken = " \n".join(code for code in _code(path) if "make" in code or "manage.py" in code)
    assert set(re.findall(r"\bmake ([a-z]+)", spoken)) <= targets
    assert set(re.findall(r"manage\.py ([a-z_]+)", spoken)) <= set(get_commands())
    ours = " \n".join(code for code in _code(path) if "nextgen-rehearsal " in code)
    passed_on = {name.replace("_", "-") for name in get_commands()}
    named = set(re.findall(r"nextgen-rehearsal ([a-z][\w-]*)", ours))
    assert named <= {*command.COMMANDS, "manage", *passed_on}


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_variable_is_a_setting(path):
    known = _settings_read() | OF_SCRIPTS
    assert {name for code in _code(path) for name in ENV_NAME.findall(code)} <= known


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_path_exists(path):
    words = [word.split("::")[0] for code in _code(path) for word in code.split()]
    paths = [
        word.rstrip(",;:")
        for word in words
        if not re.search(r"[<>*=:'(\"…]", word)
        and (A_FILE.fullmatch(word) or word.startswith(("scripts/", ".ci/", "tests/")))
        and not word.startswith(("/", *MADE))
    ]
    missing = [
        name
        for name in paths
        if not (ROOT / name).exists()
        and not _is_a_module(name)
        and not (path.parent / name).exists()
    ]
    assert missing == []


def _is_a_module(name: str) -> bool:
    """ "models.py": a file that some app or feature has."""
    return "/" not in name.rstrip("/") and any(ROOT.glob(f"*/**/{name}"))


@pytest.mark.parametrize("path", DOCS, ids=_name)
def test_every_address_resolves(path):
    """`/www/nmd/` is inside a rehearsal, `/staff/` is outside; `/r/demo/` is a mount."""
    addresses = [
        code
        for code in _code(path)
        if re.fullmatch(r"/[\w./-]*", code)
        and not code.startswith(("/tmp", "/usr", "/opt", "/etc", "/var"))
    ]
    assert [address for address in addresses if not _resolves(address)] == []


def _resolves(address: str) -> bool:
    if address in ("/healthz", "/readyz", "/metrics"):  # answered before any URL is resolved
        return True
    inside = re.sub(r"^/r/\w+(?=/)", "", address)
    for urlconf in (settings.ROOT_URLCONF, settings.REHEARSAL_URLCONF):
        try:
            resolve(inside, urlconf)
        except Resolver404:
            continue
        return True
    return False


IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
PICTURES = sorted((ROOT / "docs/images").iterdir())


def test_every_picture_is_described_used_and_small():
    shown = [
        (text, (path.parent / target).resolve())
        for path in DOCS
        for text, target in IMAGE.findall(path.read_text())
    ]
    assert len(PICTURES) > 5
    assert {file for _, file in shown} == {*PICTURES}
    assert [file.name for text, file in shown if len(text) < 20] == []
    assert [file.name for file in PICTURES if file.stat().st_size > 60 * 1024] == []


def test_the_screenshots_take_every_picture_with_credentials_of_the_pack():
    script = (ROOT / "scripts/screenshots.py").read_text()
    assert set(re.findall(r'studio\.take\("([\w-]+)"', script)) == {one.stem for one in PICTURES}
    assert [
        word
        for call in re.findall(r'sign_on\(studio, "(.+)", "(.+)"\)', script)
        for word in call
        if word not in _pack_credentials()
    ] == []


def _pack_credentials() -> set[str]:
    specs = [spec for _, spec in get_pack(settings.DEFAULT_PACK).pacer_specs()]
    return {word for spec in specs for word in (spec.username, spec.password)}


def test_the_search_finds_commands_and_settings():
    """If it found nothing, every test above would pass."""
    readme = _code(ROOT / "README.md")
    assert "make reset" in readme
    assert "PORT=8001 make demo" in readme
    assert {"PORT", "HTTPS", "CSRF_TRUSTED_ORIGINS", "TEST_POSTGRES_URL"} <= _settings_read()


def test_every_decision_has_its_own_number_and_is_listed_once():
    files = sorted(path.name for path in (ROOT / "docs/decisions").glob("0*.md"))
    listed = re.findall(
        r"^\| \[(\d+)\]\(([^)]+)\)", (ROOT / "docs/decisions/README.md").read_text(), re.M
    )
    assert sorted(file for _, file in listed) == files
    assert [number for number, file in listed if not file.startswith(number)] == []
    assert len({file[:4] for file in files}) == len(files)


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    lines = [*project["dependencies"], *sum(project["optional-dependencies"].values(), [])]
    dependencies = {re.match(r"[\w-]+", line)[0].lower() for line in lines}
    reasons = (ROOT / "docs/decisions/0006-dependencies.md").read_text().lower()
    assert {name for name in dependencies if name not in reasons} == set()


def _first_cells(path: str, header: str) -> list[str]:
    """The first column of the table in `path` whose header line starts with `header`."""
    lines = (ROOT / path).read_text().partition(f"\n{header}")[2].splitlines()[2:]
    table = itertools.takewhile(lambda line: line.startswith("|"), lines)
    return [line.split("|")[1].strip(" `") for line in table]


def test_the_timeline_lists_every_moment():
    moments = [moment.label for moment in get_pack(settings.DEFAULT_PACK).moments]
    assert _first_cells("docs/timeline.md", "| moment |") == moments


def test_the_attorney_guide_lists_every_person():
    people = [persona.name for persona in get_pack(settings.DEFAULT_PACK).personas]
    assert _first_cells("docs/attorney-guide.md", "| person |") == people


def test_the_attorney_guide_quotes_refusals():
    texts = [f"{reason.sentence} {reason.todo}" for reason in all_refusals()]
    quotes = _first_cells("docs/attorney-guide.md", "| it says |")
    assert len(quotes) > 10
    assert [quote for quote in quotes if not any(quote in text for text in texts)] == []


GUIDES = [
    ROOT / f"docs/{name}.md"
    for name in [
        "attorney-guide",
        "clerk-guide",
        "trainer-guide",
        "server-guide",
        "troubleshooting",
    ]
]


@cache
def _product_text() -> str:
    """All text of templates and modules, in lower case, without tags and broken strings."""
    files = [path for folder in ("templates", *layers()) for path in (ROOT / folder).rglob("*.*")]
    text = " ".join(path.read_text() for path in files if path.suffix in (".html", ".py"))
    text = re.sub(r"<[^>]*>|\s+", " ", html.unescape(text))
    return re.sub(r'" "|\s+(?=\s)', "", text).lower()


@pytest.mark.parametrize("path", GUIDES, ids=_name)
def test_every_label_in_bold_is_in_the_product(path):
    """In the guides, bold means a label to look for; a field's label may come from its name."""
    labels = re.findall(r"\*\*([^*]+)\*\*", " ".join(path.read_text().split()))
    numbers = {label for label in labels if label.isdigit()}
    assert [
        label
        for label in sorted({*labels} - numbers)
        if label.lower() not in _product_text()
        and label.lower().replace(" ", "_") not in _product_text()
    ] == []


def test_the_first_pages_show_each_label_that_the_readme_starts_with(visitor):
    start = (ROOT / "README.md").read_text().split("## Start")[1].split("\n| ")[0]
    labels = re.findall(r"\*\*([^*]+)\*\*", start)
    pages = [visitor.client.get("/"), visitor.get("/"), visitor.get("/clock/")]
    text = " ".join(page_text(page) for page in pages)
    assert len(labels) > 3
    assert [label for label in labels if label not in text] == []


def test_the_commit_hooks_run_the_linters_of_make_lint():
    config = (ROOT / ".pre-commit-config.yaml").read_text()
    hooks = re.findall(r"entry: \.venv/bin/([\w ]+?)(?: -|$)", config, re.M)
    recipe = (ROOT / "Makefile").read_text().partition("\nlint:")[2].partition("\n\n")[0]
    linters = re.findall(r"@(?:\$\(PY\) -m |\.venv/bin/)([\w ]+?)(?: -| \.|$)", recipe, re.M)
    assert hooks == linters
