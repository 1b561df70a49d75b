"""Every activity that changes a rehearsal says so first, so that a learner can go back to before it."""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from rehearsals.app_config import declared_mapping
from tests.architecture.names import layers

ROOT = Path(settings.BASE_DIR)
A_VIEW = "shows something, or is refused"
A_LOGIN = "a part of logging in or out"
AN_EMAIL = "only sends a link or a code, which changes nothing until it is used"
BY_ITSELF = "happens by itself at a court time"
THE_REHEARSAL = "about the rehearsal as a whole"
A_PART = "a part of another change, which says so first"
THE_SESSION = "changes this browser only"
NOT_CHANGES = {
    "link.prove": A_VIEW,
    "link.refused": A_VIEW,
    "cmecf.sign_in": A_LOGIN,
    "cmecf.sign_out": A_LOGIN,
    "cso.sign_on": A_LOGIN,
    "cso.sign_off": A_LOGIN,
    "cso.sign_on_ended": A_LOGIN,
    "mfa.passcode": A_LOGIN,
    "mfa.prove": A_LOGIN,
    "mfa.skipped": A_LOGIN,
    "mfa.code_sent": AN_EMAIL,
    "mfa.code_typed": AN_EMAIL,
    "cso.recovery_asked": AN_EMAIL,
    "cmecf.reset_requested": AN_EMAIL,
    "cmecf.reset_by_clerk": AN_EMAIL,
    "efile.update_asked": A_PART,
    "paa.withdrawn": A_PART,
    "filing.fee_paid": A_PART,
    "dockets.file_opened": A_VIEW,
    "pacer.billed": BY_ITSELF,
    "pacer.autobill": BY_ITSELF,
    "pacer.letter_delivered": BY_ITSELF,
    "rehearsal.due_failed": BY_ITSELF,
    "rehearsal.started": THE_REHEARSAL,
    "rehearsal.reset": THE_REHEARSAL,
    "record.made": THE_REHEARSAL,
    "bookmark.named": THE_REHEARSAL,
    "bookmark.returned": THE_REHEARSAL,
    "people.sat_down": THE_SESSION,
    "cso.sign_on.client_code": THE_SESSION,
    "pacer.fee_exemption": THE_SESSION,
    "cmecf.redaction_confirmed": THE_SESSION,
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the apps, with the dotted name of its module."""
    for app in layers():
        for path in sorted((ROOT / app).rglob("*.py")):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef) and ".migrations." not in module:
                    yield module, node


def announced() -> set[str]:
    """The activities that are passed to `before_change`, directly or through functions with a `what`."""
    everything, keys = list(functions()), set()
    passing = {"before_change": 1}  # a function, and the place of its parameter `what`
    while True:
        known = len(passing)
        for module, function in everything:
            for argument in _arguments(function, passing):
                keys |= _values(module, function, argument)
                parameters = [parameter.arg for parameter in function.args.args]
                if argument == "what" and argument in parameters:
                    passing[function.name] = parameters.index(argument)
        if len(passing) == known:
            return keys & declared_mapping("activity_labels").keys()


def _arguments(function: Function, called: dict[str, int]) -> Iterator[str]:
    """The source of the argument `what` of each call of `called` inside `function`."""
    for node in ast.walk(function):
        place = called.get(getattr(getattr(node, "func", None), "id", ""))
        if place is not None and len(node.args) > place:
            yield ast.unparse(node.args[place])


def _values(module: str, function: Function, source: str) -> set[str]:
    """The texts that `source`, a constant or a name in `function`, can have as its value."""
    expression = ast.parse(source, mode="eval").body
    if isinstance(expression, ast.Name):
        assigned = [
            node.value
            for node in ast.walk(function)
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == source
        ]
        value = getattr(importlib.import_module(module), source, "")
        return {value} if isinstance(value, str) and value else set(_constants(assigned))
    return set(_constants([expression]))


def _constants(expressions: list[ast.expr]) -> Iterator[str]:
    for expression in expressions:
        for node in ast.walk(expression):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_activity_keeps_a_bookmark_or_is_listed_as_no_change():
    labels = declared_mapping("activity_labels").keys()
    assert labels - announced() - NOT_CHANGES.keys() == set()


def test_what_is_listed_as_no_change_keeps_no_bookmark():
    assert announced() & NOT_CHANGES.keys() == set()
    assert NOT_CHANGES.keys() - declared_mapping("activity_labels").keys() == set()
