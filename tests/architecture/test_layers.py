"""The house: floors look down, rules are pure, the schema is migrated, time is asked in one place."""

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from importlinter.application.use_cases import SUCCESS, lint_imports
from importlinter.configuration import configure

ROOT = Path(settings.BASE_DIR)
APPS = ("rehearsals", "pacer_accounts", "cso", "cmecf", "efile", "linking", "training")
RULE_FILES = sorted(
    path
    for app in APPS
    for path in (ROOT / app).rglob("*rules.py")
    if "migrations" not in path.parts
)
NOT_FOR_RULES = (
    "django.http",
    "django.shortcuts",
    "django.urls",
    "django.db",
    "rehearsals.clock.clock",
)


def test_floors_look_down_never_up():
    configure()
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == SUCCESS


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rules_know_no_request_no_database_and_no_clock(path):
    tree = ast.parse(path.read_text())
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [f"{node.module}.{alias.name}" for alias in node.names] + [node.module]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert not [
        name
        for name in imported
        for banned in NOT_FOR_RULES
        if name == banned or name.startswith(banned + ".")
    ]


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_row_stamps_itself_with_the_wall_clock():
    offenders = [
        path
        for app in APPS
        for path in (ROOT / app).rglob("*.py")
        if "auto_now" in path.read_text()
    ]
    assert offenders == []


def test_the_linter_still_bans_asking_the_time_elsewhere():
    text = (ROOT / "pyproject.toml").read_text()
    for banned in ("django.utils.timezone.now", "datetime.datetime.now", "datetime.date.today"):
        assert f'"{banned}".msg' in text


@pytest.mark.parametrize("app", APPS)
def test_modules_stay_small(app):
    long = [
        (str(path.relative_to(ROOT)), lines)
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
        if (lines := path.read_text().count("\n")) > 300
    ]
    assert long == []
