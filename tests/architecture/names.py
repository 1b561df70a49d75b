"""What a lower layer could name of a higher one without importing it, and where it does.

Four things reach across layers without an import: the name of a URL, the path of a template, a dotted
string, and the accessor that a foreign key of a higher app adds to a model of a lower one.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from django.apps import apps
from django.conf import settings
from django.template import engines
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(settings.BASE_DIR)


class Use(NamedTuple):
    """`path` names `name`, which belongs to the layer `owner`."""

    path: str
    name: str
    owner: str


@cache
def import_linter() -> dict[str, Any]:
    """The packages and contracts that pyproject.toml gives to import-linter."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]


@cache
def layers() -> list[str]:
    """The layers of pyproject.toml from the highest down, those beside each other in the order given."""
    contracts = import_linter()["contracts"]
    (names,) = [one["layers"] for one in contracts if one["id"] == "layers"]
    return [name for line in names for name in re.findall(r"(?<![(\w])\w+", line)]


def is_above(layer: str, other: str) -> bool:
    order = layers()
    return order.index(layer) < order.index(other)


# --- whose a name is ---------------------------------------------------------------------------
# A template belongs to the app of its folder; the pages of one site can belong to two apps.
TEMPLATES = {
    "admin/dockets/*": "dockets",
    "admin/efile/*": "efile",
    "admin/linking/*": "linking",
    "admin/training/*": "training",
    "cmecf/*": "cmecf",
    "court_site/*": "cmecf",
    "cso/courts.html": "cmecf",
    "cso/*": "cso",
    "dockets/*": "dockets",
    "efile/*": "efile",
    "layouts/cmecf.html": "cmecf",
    "layouts/court_site.html": "cmecf",
    "layouts/cso.html": "cso",
    "layouts/pacer.html": "pacer_accounts",
    "layouts/psc.html": "pacer_accounts",
    "linking/*": "linking",
    "pacer/*": "pacer_accounts",
    "psc/login.html": "cso",
    "psc/mfa_*": "cso",
    "psc/settings_billing_*": "pacer_accounts",
    "psc/settings_*": "cso",
    "psc/sign_ons.html": "cso",
    "psc/signed_off.html": "cso",
    "psc/*": "pacer_accounts",
    "training/*": "training",
    "*": "rehearsals",
}


def owner_of_template(name: str) -> str:
    return next(owner for pattern, owner in TEMPLATES.items() if fnmatch(name, pattern))


@cache
def url_names() -> dict[str, str]:
    """ "link:form": the layer of the view behind it, for every named URL."""
    owners = {}
    for urlconf in (settings.ROOT_URLCONF, settings.REHEARSAL_URLCONF):
        for name, view in _walk(get_resolver(urlconf).url_patterns, ""):
            owners[name] = view.__module__.split(".")[0]
    return {name: owner for name, owner in owners.items() if owner in layers()}


def _walk(entries: list, namespace: str) -> Iterator[tuple[str, object]]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            yield from _walk(
                entry.url_patterns, f"{entry.namespace}:" if entry.namespace else namespace
            )
        elif isinstance(entry, URLPattern) and entry.name:
            yield namespace + entry.name, getattr(entry.callback, "view_class", entry.callback)


@cache
def accessors() -> dict[str, str]:
    """Each name that a foreign key of an app adds to a model of a lower one, and that app."""
    names = {}
    for model in apps.get_models():
        layer = model._meta.app_label
        if layer in layers():
            for relation in model._meta.related_objects:
                above = relation.related_model._meta.app_label
                if above in layers() and is_above(above, layer):
                    names[relation.get_accessor_name() or ""] = above
                    names[relation.field.related_query_name()] = above
    return {name: owner for name, owner in names.items() if name.strip("+")}


@cache
def tag_libraries() -> dict[str, str]:
    libraries = engines["django"].engine.libraries
    return {name: module.split(".")[0] for name, module in libraries.items()}


# --- where names are used ------------------------------------------------------------------------
def uses() -> list[Use]:
    """Every use of a name of a higher layer, in Python and in templates."""
    found = {
        Use(path, name, owner)
        for layer, path, text in _sources()
        for name, owner in (in_python(text) if path.endswith(".py") else in_template(text))
        if owner in layers() and is_above(owner, layer)
    }
    return sorted(found)


def _sources() -> Iterator[tuple[str, str, str]]:
    for layer in layers():
        for path in sorted((ROOT / layer).rglob("*.py")):
            if "migrations" not in path.parts and "packs" not in path.parts:
                yield layer, str(path.relative_to(ROOT)), path.read_text()
    templates = ROOT / "templates"
    for path in sorted(templates.rglob("*.html")):
        name = str(path.relative_to(templates))
        yield owner_of_template(name), f"templates/{name}", path.read_text()


def in_python(text: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in accessors()
            and not _is_pack(node.value)
        ):
            yield f".{node.attr}", accessors()[node.attr]
        elif isinstance(node, ast.keyword) and node.arg:
            yield from _lookup(node.arg)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _in_string(node.value)


def _is_pack(node: ast.expr) -> bool:
    """A pack's courts and payments are data, not rows."""
    return bool(re.search(r"pack\b|pack\(.*\)$", ast.unparse(node), re.I))


def _in_string(text: str) -> Iterator[tuple[str, str]]:
    if text.endswith((".html", ".txt")) and (ROOT / "templates" / text).exists():
        yield text, owner_of_template(text)
    yield from (
        (name, url_names()[name]) for name in re.findall(r"\w+:\w+", text) if name in url_names()
    )
    if match := re.fullmatch(r"(\w+)(\.\w+)+", text):
        yield text, match[1]
    yield from _lookup(text)


def _lookup(text: str) -> Iterator[tuple[str, str]]:
    """ "links__court": the first name of a lookup across a relation."""
    first, crosses, _ = text.partition("__")
    if crosses and first in accessors():
        yield text, accessors()[first]


def in_template(text: str) -> Iterator[tuple[str, str]]:
    code = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", text, flags=re.S)
    for tag in re.findall(r"{[{%].*?[%}]}", code, re.S):
        for name in re.findall(r"[\"']([^\"']+)[\"']", tag):
            yield from _in_string(name)
        for name in re.findall(r"\.(\w+)", re.sub(r"[\"'].*?[\"']", "", tag)):
            if name in accessors():
                yield f".{name}", accessors()[name]
        for app in re.findall(r"\bperms\.(\w+)", tag):
            yield f"perms.{app}", app
        if loaded := re.match(r"{% load ([\w ]+?) %}", tag):
            for library in loaded[1].split():
                yield f"load {library}", tag_libraries().get(library, "")
