"""Layers and kinds of modules, the migrated schema, and the one place that asks the time."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import models
from importlinter.application.use_cases import SUCCESS, lint_imports
from importlinter.configuration import configure

from tests.architecture.names import import_linter, layers

ROOT = Path(settings.BASE_DIR)
APPS = layers()
CONTRACTS = {one["id"]: one["name"] for one in import_linter()["contracts"]}


def test_every_import_contract_is_kept():
    configure()
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_logo=True) == SUCCESS


# Each contract, and modules that break it: at the top of an app, in a feature, and one folder deeper.
VIOLATIONS = {
    "layers": {
        "rehearsals/web/planted.py": "import pacer_accounts.models",
        "pacer_accounts/planted.py": "import cso.models",
        "cso/sign_on/planted.py": "import cmecf.models",
        "cmecf/courts/planted.py": "import efile.models",
        "efile/queue/planted.py": "import linking.models",
        "linking/link/planted.py": "import training.home.views",
        "linking/link/beside.py": "import dockets.models",
        "dockets/planted.py": "import linking.models",
    },
    "config": {"training/home/planted.py": "import config.urls"},
    "rules": {
        "cso/rules.py": "import cso.recovery.services",
        "efile/registration/planted_rules.py": "import efile.registration.queries",
        "cmecf/planted/deep/rules.py": "import cmecf.planted.deep.views",
        "linking/merge/rules.py": "import rehearsals.clock.clock",
    },
    "models": {
        "dockets/models.py": "import rehearsals.services",
        "pacer_accounts/models/planted.py": "import pacer_accounts.billing.services",
        "efile/planted/deep/models.py": "import rehearsals.clock.clock",
    },
    "services": {
        "training/services.py": "import training.home.views",
        "linking/link/planted_services.py": "import linking.link.forms",
        "cmecf/legacy/services.py": "import cmecf.legacy.views",
        "cmecf/planted/deep/services.py": "import cmecf.planted.deep.views",
    },
    "queries": {
        "efile/queries.py": "import efile.registration.services",
        "linking/unlink/queries.py": "import linking.link.views",
    },
    "emails": {
        "pacer_accounts/upgrade/planted_emails.py": "import pacer_accounts.upgrade.forms",
        "cso/letters.py": "import cso.sign_on.views",
    },
    "forms": {"linking/planted/forms.py": "import linking.link.services"},
    "refusals": {"pacer_accounts/profile/refusals.py": "import pacer_accounts.profile.services"},
}


def plant(path: Path, line: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for folder in path.parents:
        if (folder / "pyproject.toml").exists():
            break
        (folder / "__init__.py").touch()
    path.write_text(f"{line}\n")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says about a copy of the packages with every violation planted in it."""
    copy = tmp_path_factory.mktemp("planted")
    for package in import_linter()["root_packages"]:
        shutil.copytree(ROOT / package, copy / package, ignore=_all_but_modules)
    shutil.copytree(
        ROOT / "tests/architecture", copy / "tests/architecture", ignore=_all_but_modules
    )
    text = (ROOT / "pyproject.toml").read_text()
    (copy / "pyproject.toml").write_text(text)
    plant(copy / "cmecf/planted/deep/views.py", "")
    for violations in VIOLATIONS.values():
        for name, line in violations.items():
            plant(copy / name, line)
    run = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()",
         "--no-cache", "--no-logo"],
        cwd=copy, env={"COLUMNS": "500"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


def _all_but_modules(folder: str, names: list[str]) -> set[str]:
    """No migrations, caches or data: import-linter reads modules."""
    return {
        name
        for name in names
        if name in ("migrations", "__pycache__")
        or not (name.endswith(".py") or (Path(folder) / name).is_dir())
    }


def test_every_contract_has_a_planted_violation():
    assert set(VIOLATIONS) == set(CONTRACTS)


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_each_planted_violation_breaks_its_contract(contract, broken):
    assert f"{CONTRACTS[contract]} BROKEN" in broken
    report = broken.partition("Broken contracts")[2].partition(f"\n{CONTRACTS[contract]}\n")[2]
    for name, line in VIOLATIONS[contract].items():
        importer = name.removesuffix(".py").replace("/", ".")
        assert f"{importer} -> {line.removeprefix('import ')} " in report


RULE_FILES = sorted(
    path
    for app in APPS
    for path in (ROOT / app).rglob("*rules.py")
    if "migrations" not in path.parts
)
NOT_FOR_RULES = ("django.http", "django.shortcuts", "django.urls", "django.db", "django.core.mail")


def impure_imports(code: str) -> list[str]:
    """What `code` imports of Django that a rule must not use."""
    imported: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported |= {f"{node.module}.{alias.name}" for alias in node.names}
    impure = tuple(f"{name}." for name in NOT_FOR_RULES)
    return [name for name in sorted(imported) if f"{name}.".startswith(impure)]


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_rules_import_no_request_database_or_mail_of_django(path):
    assert impure_imports(path.read_text()) == []


@pytest.mark.parametrize(
    "code",
    ["import django.db", "from django.db import transaction", "from django import http",
     "def rule():\n    from django.urls import reverse"],
)  # fmt: skip
def test_impure_import_in_rules_is_seen(code):
    assert impure_imports(code)


def test_no_test_imports_from_another_folder_of_tests():
    wrong = [
        f"{path.relative_to(ROOT)} imports tests.{folder}"
        for path in (ROOT / "tests").rglob("*.py")
        for folder in re.findall(r"^\s*(?:from|import) tests\.(\w+)", path.read_text(), re.M)
        if folder not in ("support", path.relative_to(ROOT / "tests").parts[0])
    ]
    assert wrong == []


def test_no_test_module_is_imported():
    wrong = [
        f"{path.relative_to(ROOT)} imports from {module}"
        for path in (ROOT / "tests").rglob("*.py")
        for module in re.findall(r"^\s*(?:from|import) .*\b(test_\w+)", path.read_text(), re.M)
    ]
    assert wrong == []


@pytest.mark.django_db
def test_every_model_change_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_no_field_sets_itself_to_the_wall_clock():
    automatic = [
        str(field)
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.DateField | models.TimeField)
        if field.auto_now or field.auto_now_add
    ]
    assert automatic == []


ASKS_THE_TIME = """
import datetime
import time

from django.utils import timezone

datetime.date.today(), datetime.datetime.now(), datetime.datetime.utcnow(), datetime.datetime.today()
timezone.now(), timezone.localtime(), timezone.localdate(), time.time()
"""


@pytest.mark.parametrize(
    ("path", "banned"), [("cmecf/planted.py", 8), ("rehearsals/clock/clock.py", 0)]
)
def test_the_linter_lets_only_the_clock_module_ask_the_time(path, banned):
    run = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--output-format", "concise",
         "--no-cache", "--stdin-filename", path, "-"],
        input=ASKS_THE_TIME, cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.stdout.count(" TID251 ") == banned, run.stdout


@pytest.mark.parametrize("app", APPS)
def test_modules_stay_small(app):
    long = [
        (str(path.relative_to(ROOT)), lines)
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
        if (lines := path.read_text().count("\n")) > 300
    ]
    assert long == []
