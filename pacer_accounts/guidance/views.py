"""Trees of questions over HTTP. The answers stand in the address: Back works, nothing is kept."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pacer_accounts.guidance import path_finder, registration_wizard
from pacer_accounts.guidance.path_steps import (
    ASK_TO_FILE,
    ASK_TO_FILE_OTHER,
    COURT,
    LINK,
    NOTHING,
    Step,
)
from pacer_accounts.guidance.question_tree import Place, Tree, walk
from pacer_accounts.public_site.pages import (
    address_if_built,
    register_now,
    register_panel,
    site_context,
)
from pacer_accounts.registration import kinds
from rehearsals.packs.pack import get_pack
from rehearsals.web.addresses import address

WHICH_ONE = "pacer:which_one"
WIZARD = "account:register_wizard"


@login_not_required
@require_safe
def which_one(request: HttpRequest) -> HttpResponse:
    """The path finder: at most four questions, then only one's own steps."""
    place = _place(request, path_finder.TREE)
    context = _questions(request, place, WHICH_ONE, "HOME")
    if place.question is None:
        home = get_pack(request.rehearsal.pack).home_court
        path = path_finder.path_of(place.answers)
        context["path"] = [{"step": step, "url": _url(step, home)} for step in path]
        context["is_idle"] = path == (NOTHING,)
        context["opens"] = _opens_on_go_live(path)
        context["practise_as"] = _practise_as(request, place)
    return render(request, "pacer/which_one.html", context)


@login_not_required
@require_safe
def register_wizard(request: HttpRequest) -> HttpResponse:
    """Which kind of registration is right, and why."""
    place = _place(request, registration_wizard.TREE)
    context = _questions(request, place, WIZARD, "REGISTER")
    context["panel_links"] = register_panel("")
    if place.question is None:
        advice = registration_wizard.advice_for(place.answers)
        kind = kinds.find(advice.slug)
        context |= {
            "advice": advice,
            "kind": kind,
            "cautions": registration_wizard.cautions_for(place.answers),
        }
        context["register_now"] = register_now(advice.slug) if kind and kind.can_register else ""
    return render(request, "psc/register_wizard.html", context)


def _place(request: HttpRequest, tree: Tree) -> Place:
    return walk(tree, request.GET.dict())


def _questions(request: HttpRequest, place: Place, name: str, current: str) -> dict[str, Any]:
    """What pacer/question.html needs. `back_url` is the question before, its answer taken back."""
    here, answers = address(name), place.answers
    before = dict(list(answers.items())[:-1])
    question = place.question
    return site_context(request, current=current) | {
        "here": here,
        "question": question,
        "number": len(answers) + 1,
        "answers": answers,
        "given": _given(place, here),
        "back_url": _with(here, before) if answers else "",
        "is_missing": question is not None and request.GET.get("asked") == question.key,
    }


def _given(place: Place, here: str) -> list[dict[str, str]]:
    """The answers so far, for components/summary_list.html, each with the way back to it."""
    rows, before = [], {}
    for question, option in place.given:
        url = _with(here, before)
        rows.append({"key": question.text, "value": option.label, "change_url": url})
        before = before | {question.key: option.key}
    return rows


def _with(here: str, answers: dict[str, str]) -> str:
    return f"{here}?{urlencode(answers)}" if answers else here


def _opens_on_go_live(path: tuple[Step, ...]) -> str:
    """What of this path the home court's move opens, or ""."""
    if LINK in path:
        return "Linking"
    return "E-file registration" if {ASK_TO_FILE, ASK_TO_FILE_OTHER} & set(path) else ""


def _practise_as(request: HttpRequest, place: Place) -> str:
    """The name of the person of this rehearsal's cast who is most like the answers, or ""."""
    key = path_finder.nearest(place.answers)
    person = get_pack(request.rehearsal.pack).persona(key)
    return person.name if person else ""


def _url(step: Step, home_court: str) -> str:
    """The page of a step, or "" for one that this house does not have."""
    args = [home_court if arg == COURT else arg for arg in step.args]
    return address_if_built(step.url_name, *args)
