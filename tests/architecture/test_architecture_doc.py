"""docs/architecture.md lists exactly the layers, features, modules and template folders that exist."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

from tests.architecture.kinds import is_of_kind
from tests.architecture.names import import_linter, layers, owner_of_template

ROOT = Path(settings.BASE_DIR)
DOC = (ROOT / "docs/architecture.md").read_text()
TOP = "(top level)"


def section(heading: str) -> str:
    """The text below `heading` up to the next heading of the same depth."""
    marks = heading.partition(" ")[0]
    return re.split(rf"^#{{2,{len(marks)}}} ", DOC.partition(f"\n{heading}\n")[2], flags=re.M)[0]


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def names(cell: str) -> set[str]:
    return set(re.findall(r"`([\w/.]+)`", cell))


KINDS = {
    name.removesuffix(".py") for module, *_ in rows(section("## Modules")) for name in names(module)
}
# Places that Django itself names.
NOT_FEATURES = {"migrations", "management", "templatetags", "__pycache__"}


def listed(app: str) -> dict[str, set[str]]:
    """The features of the document's table for `app`, and the other modules of each."""
    features = {}
    for feature, _, modules in rows(section(f"### `{app}`")):
        name = feature if feature == TOP else names(feature).pop()
        features[name] = names(modules)
    return features


def existing(app: str) -> dict[str, set[str]]:
    """The folders of `app`, and the modules of each that are of no kind."""
    features: dict[str, set[str]] = {TOP: set()}
    for path in sorted((ROOT / app).rglob("*.py")):
        parts = path.relative_to(ROOT / app).with_suffix("").parts
        if NOT_FEATURES & set(parts):
            continue
        *folders, module = parts
        if any(is_of_kind(f"{app}.{folder}", kind) for folder in folders for kind in KINDS):
            continue
        others = features.setdefault("/".join(folders) or TOP, set())
        if module != "__init__" and not _is_of_a_kind(app, module):
            others.add(module)
    return features


def _is_of_a_kind(app: str, module: str) -> bool:
    return any(is_of_kind(f"{app}.{module}", kind) for kind in KINDS)


def test_the_layers_are_those_of_the_import_contracts():
    assert [names(layer).pop() for layer, _ in rows(section("## Layers"))] == layers()
    drawing = re.findall(r"^ +(\w+) {3,}\w", section("## Layers").partition("```")[2], re.M)
    assert drawing == layers()


def test_the_path_of_a_request_is_that_of_the_settings():
    drawing = section("## The path of a request").split("```")[1]
    drawn = re.findall(r"^ ([A-Z]\w+) {3,}", drawing, re.M)
    middleware = [
        name.rpartition(".")[2].removesuffix("Middleware") for name in settings.MIDDLEWARE
    ]
    ours = [name.startswith(tuple(layers())) for name in settings.MIDDLEWARE]
    assert [name for name in middleware if name in drawn] == drawn
    assert {name for name, is_ours in zip(middleware, ours, strict=True) if is_ours} <= {*drawn}


def test_every_app_of_ours_is_a_layer():
    ours = [config.name for config in apps.get_app_configs() if Path(config.path).parent == ROOT]
    assert sorted(ours) == sorted(layers())
    assert set(import_linter()["root_packages"]) == {"config", *layers()}


@pytest.mark.parametrize("app", layers())
def test_the_features_and_modules_are_those_of_the_tree(app):
    assert listed(app) == existing(app)


def test_every_kind_in_a_contract_is_documented():
    kinds = {
        kind
        for contract in import_linter()["contracts"]
        for kind in [*contract.get("source_kinds", ()), *contract.get("forbidden_kinds", ())]
    }
    assert kinds <= KINDS


def test_every_template_folder_has_the_layer_of_the_document():
    documented = {
        folder: names(layer).pop()
        for folders, layer in rows(section("## Templates"))
        for folder in names(folders)
    }
    folders = {
        "/".join(path.relative_to(ROOT / "templates").parts[: 2 if "admin" in path.parts else 1])
        for path in (ROOT / "templates").rglob("*")
        if path.is_dir()
    }
    assert set(documented) == folders
    assert documented == {folder: owner_of_template(f"{folder}/any.html") for folder in folders}
