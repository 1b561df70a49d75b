"""The path finder and the Registration Wizard. The URL holds the answers, so nothing is stored."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pacer_accounts.guidance import path_finder, registration_wizard
from pacer_accounts.guidance.path_steps import (
    ASK_TO_FILE,
    ASK_TO_FILE_OTHER,
    HOME_COURT,
    LINK,
    NOTHING,
    Step,
)
from pacer_accounts.guidance.question_tree import Progress, follow
from pacer_accounts.http import PacerRequest
from pacer_accounts.public_site.pages import (
    register_now,
    register_panel,
    site_context,
)
from pacer_accounts.registration import kinds
from rehearsals.packs.pack import get_pack
from rehearsals.web.addresses import address, page_url

WHICH_ONE = "pacer:which_one"
WIZARD = "account:register_wizard"


@login_not_required
@require_safe
def which_one(request: PacerRequest) -> HttpResponse:
    """The path finder: at most four questions, then the user's steps."""
    progress = follow(path_finder.TREE, request.GET.dict())
    context = _questions(request, progress, WHICH_ONE, "HOME")
    if progress.question is None:
        home = get_pack(request.rehearsal.pack).home_court
        path = path_finder.path_of(progress.answers)
        context["path"] = [{"step": step, "url": _url(step, home)} for step in path]
        context["is_idle"] = path == (NOTHING,)
        context["opens"] = _opens_on_go_live(path)
        context["practice_as"] = _practice_as(request, progress)
    return render(request, "pacer/which_one.html", context)


@login_not_required
@require_safe
def register_wizard(request: PacerRequest) -> HttpResponse:
    """Which kind of registration to choose, and why."""
    progress = follow(registration_wizard.TREE, request.GET.dict())
    context = _questions(request, progress, WIZARD, "REGISTER")
    context["panel_links"] = register_panel("")
    if progress.question is None:
        advice = registration_wizard.advice_for(progress.answers)
        kind = kinds.find(advice.slug)
        context |= {
            "advice": advice,
            "kind": kind,
            "cautions": registration_wizard.cautions_for(progress.answers),
        }
        context["register_now"] = register_now(advice.slug) if kind and kind.can_register else ""
    return render(request, "psc/register_wizard.html", context)


def _questions(
    request: PacerRequest, progress: Progress, name: str, current: str
) -> dict[str, Any]:
    """The context of pacer/question.html. `back_url`: the question before, without its answer."""
    here, answers = address(name), progress.answers
    before = dict(list(answers.items())[:-1])
    question = progress.question
    return site_context(request, current=current) | {
        "here": here,
        "question": question,
        "number": len(answers) + 1,
        "answers": answers,
        "given": _given(progress, here),
        "back_url": _with(here, before) if answers else "",
        "is_missing": question is not None and request.GET.get("asked") == question.key,
    }


def _given(progress: Progress, here: str) -> list[dict[str, str]]:
    """The answers so far, for components/summary_list.html; each row leads back to its question."""
    rows: list[dict[str, str]] = []
    before: dict[str, str] = {}
    for question, option in progress.given:
        url = _with(here, before)
        rows.append({"key": question.text, "value": option.label, "change_url": url})
        before = before | {question.key: option.key}
    return rows


def _with(here: str, answers: dict[str, str]) -> str:
    return f"{here}?{urlencode(answers)}" if answers else here


def _opens_on_go_live(path: tuple[Step, ...]) -> str:
    """What on this path opens with the home court's move, or ""."""
    if LINK in path:
        return "Linking"
    return "E-file registration" if {ASK_TO_FILE, ASK_TO_FILE_OTHER} & set(path) else ""


def _practice_as(request: PacerRequest, progress: Progress) -> str:
    """The name of the persona most like a user with these answers, or ""."""
    key = path_finder.similar_persona(progress.answers)
    person = get_pack(request.rehearsal.pack).persona(key)
    return person.name if person else ""


def _url(step: Step, home_court: str) -> str:
    """The URL of a step's page."""
    args = [home_court if arg == HOME_COURT else arg for arg in step.args]
    return address(step.page, *args) if ":" in step.page else page_url(step.page, *args)
