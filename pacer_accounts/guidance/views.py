"""The path finder and the Registration Wizard. The URL holds the answers, so nothing is stored."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pacer_accounts.guidance import path_finder, registration_wizard
from pacer_accounts.guidance.path_steps import FILING_STEPS, NOTHING
from pacer_accounts.guidance.phases import phase_of
from pacer_accounts.guidance.plan import plan
from pacer_accounts.guidance.question_tree import Progress, Tree, follow
from pacer_accounts.guidance.step import HOME_COURT, Saying
from pacer_accounts.http import PacerRequest
from pacer_accounts.public_site.pages import (
    register_now,
    register_panel,
    site_context,
)
from pacer_accounts.registration import kinds
from rehearsals.help.desks import card_of
from rehearsals.help.refusals import Desk
from rehearsals.packs.pack import get_pack
from rehearsals.web.addresses import address, page_url

WHICH_ONE = "pacer:which_one"
WIZARD = "account:register_wizard"


@login_not_required
@require_safe
def which_one(request: PacerRequest) -> HttpResponse:
    """The path finder: at most four questions, then the user's plan at this court time."""
    progress = _progress(request, path_finder.TREE)
    context = _questions(request, progress, WHICH_ONE, "HOME")
    if progress.question is None:
        court = request.rehearsal.home_court
        path = path_finder.path_of(progress.answers)
        context["plan"] = [
            {
                "step": planned.saying,
                "when": planned.when,
                "url": _url(planned.saying, court.code),
                "have_ready": planned.step.have_ready,
                "desk": None
                if planned.step.desk is Desk.NOBODY
                else card_of(request, planned.step.desk),
            }
            for planned in plan(path, court=court, at=request.at)
        ]
        context["is_idle"] = path == (NOTHING,)
        context["leads_to_filing"] = not FILING_STEPS.isdisjoint(path)
        context["phase"] = phase_of(court, request.at).value
        context["practice_as"] = _practice_as(request, progress)
    return render(request, "pacer/which_one.html", context)


def _progress(request: PacerRequest, tree: Tree) -> Progress:
    """Where the user is. `ask`: a question to answer again. `asked`: the question just answered.

    The answers to later questions stay in the URL, so that nothing has to be answered twice.
    """
    progress = follow(tree, dict(request.GET.lists()))
    if (ask := request.GET.get("ask")) is not None:
        return progress.before(ask)
    return progress.after(asked) if (asked := request.GET.get("asked")) else progress


@login_not_required
@require_safe
def register_wizard(request: PacerRequest) -> HttpResponse:
    """Which kind of registration to choose, and why."""
    progress = _progress(request, registration_wizard.TREE)
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
    """The context of pacer/question.html. `back_url`: the question before, with its answers."""
    here, question = address(name), progress.question
    answers = {key: keys for key, keys in request.GET.lists() if key not in ("ask", "asked")}
    typed = answers.get(question.key, []) if question else []
    last = progress.given[-1][0].key if progress.given else ""
    return site_context(request, current=current) | {
        "here": here,
        "question": question,
        "number": len(progress.given) + 1,
        "kept": [
            (key, value)
            for key, values in answers.items()
            if question is None or key != question.key
            for value in values
        ],
        "chosen": typed,
        "given": _given(progress, here, answers),
        "back_url": _with(here, answers, last) if last else "",
        "is_missing": question is not None and request.GET.get("asked") == question.key,
        "is_contradiction": question is not None and question.excludes(typed),
    }


def _given(progress: Progress, here: str, answers: dict[str, list[str]]) -> list[dict[str, str]]:
    """The answers so far, for components/summary_list.html; each row leads back to its question."""
    return [
        {
            "key": question.text,
            "value": "; ".join(option.label for option in chosen),
            "change_url": _with(here, answers, question.key),
        }
        for question, chosen in progress.given
    ]


def _with(here: str, answers: dict[str, list[str]], ask: str) -> str:
    """The page that asks the question `ask` again, with all answers so far."""
    return f"{here}?{urlencode({**answers, 'ask': ask}, doseq=True)}"


def _practice_as(request: PacerRequest, progress: Progress) -> str:
    """The name of the persona most like a user with these answers, or ""."""
    key = path_finder.similar_persona(progress.answers)
    person = get_pack(request.rehearsal.pack).persona(key)
    return person.name if person else ""


def _url(step: Saying, home_court: str) -> str:
    """The URL of a step's page."""
    args = [home_court if arg == HOME_COURT else arg for arg in step.args]
    return address(step.page, *args) if ":" in step.page else page_url(step.page, *args)
