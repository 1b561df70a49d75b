from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render

from rehearsals.options.forms import RulesForm
from rehearsals.options.labels import rules_in_words
from rehearsals.options.rules import why_not_change_rules
from rehearsals.options.services import change_options
from rehearsals.web.http import RehearsalRequest, actor_name, get_or_post, posted_data


@login_not_required
@get_or_post
def rules_page(request: RehearsalRequest) -> HttpResponse:
    """The rules of this rehearsal: read by everyone, changed by the holder of a private one."""
    rehearsal = request.rehearsal
    context = {"why_not": why_not_change_rules(rehearsal), "rules": rules_in_words(rehearsal)}
    form = RulesForm(posted_data(request), instance=rehearsal)
    if not form.is_valid():
        return render(request, "rehearsals/rules.html", context | {"form": form})
    changes = change_options(
        rehearsal,
        values=form.cleaned_data,
        at=request.at,
        who=actor_name(request),
        by_staff=False,
    )
    if changes:
        messages.success(request, f"You changed the rules. {'. '.join(changes)}.")
    else:
        messages.info(request, "The rules stay as they are. You changed nothing.")
    return redirect("rehearsals:rules")
