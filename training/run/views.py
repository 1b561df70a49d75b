from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from rehearsals.packs.pack import PersonaSpec
from rehearsals.packs.personas import current_persona
from rehearsals.web.addresses import site_address
from rehearsals.web.http import RehearsalRequest, get_or_post, posted_data
from training.records.forms import NameForm
from training.records.services import make_record
from training.run.facts import Rules, facts_of
from training.run.queries import read_summary


@login_not_required
@never_cache
@get_or_post
def summary(request: RehearsalRequest) -> HttpResponse:
    """What the current person did in this run. A POST makes a completion record."""
    persona = current_persona(request)
    if persona is None:
        return render(request, "training/no_summary.html")
    return _summary(request, persona)


def _summary(request: RehearsalRequest, persona: PersonaSpec) -> HttpResponse:
    rehearsal, wall_at = request.rehearsal, request.wall_at
    found = read_summary(rehearsal, persona, at=request.at, wall_at=wall_at)
    rules = Rules(rehearsal.era, rehearsal.link_policy, rehearsal.keeps_bookmarks)
    facts = facts_of(found, rules, time_zone=rehearsal.time_zone, wall_at=wall_at)
    form = NameForm(posted_data(request))
    if form.is_bound and form.is_valid():
        record = make_record(
            rehearsal=rehearsal, person=persona.name, summary=found, facts=facts,
            name=form.cleaned_data["name"], at=request.at, wall_at=wall_at,
        )  # fmt: skip
        return redirect("training:record", record.code)
    context = {
        "form": form,
        "summary": found,
        "sections": list(facts.items()),
        "checklist_url": site_address("checklist"),
        "your_step": None,  # the page shows all four
    }
    return render(request, "training/summary.html", context)
