from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from cso.active_sign_ons.queries import people_signed_on
from pacer_accounts.http import PacerRequest
from rehearsals.clock.page import clock_news
from rehearsals.help.refusals import Refused
from rehearsals.web.http import actor_name, get_or_post, posted_data
from rehearsals.web.mount import home_path
from training.bookmarks import queries, services
from training.bookmarks.forms import BookmarkForm
from training.bookmarks.refusals import BookmarkRefusal
from training.bookmarks.rules import needs_confirmation
from training.models import Bookmark


@login_not_required
@never_cache
@get_or_post
def bookmarks(request: PacerRequest) -> HttpResponse:
    """The last changes, each with a button that undoes it, and the named bookmarks."""
    form = BookmarkForm(posted_data(request))
    if form.is_bound and form.is_valid():
        name, who = form.cleaned_data["name"], actor_name(request)
        services.bookmark(request.rehearsal, name=name, at=request.at, who=who)
        messages.success(request, f"You can now come back to “{name}”.")
        return redirect("training:bookmarks")
    context = {
        "form": form,
        "changes": queries.recent_changes(request.rehearsal),
        "named": queries.named_bookmarks(request.rehearsal),
        "zone": request.rehearsal.time_zone,
    }
    return render(request, "training/bookmarks.html", context)


@login_not_required
@never_cache
@get_or_post
def go_back(request: PacerRequest, pk: int) -> HttpResponse:
    """Go back to a bookmark. A page asks first if that undoes more than the user's last change."""
    target = queries.find_bookmark(request.rehearsal, pk)
    is_on = request.rehearsal.keeps_bookmarks
    if target is None or not is_on:
        raise Refused(BookmarkRefusal.GONE if is_on else BookmarkRefusal.SWITCHED_OFF)
    changes = queries.changes_since(target)
    others = people_signed_on(request.rehearsal, request.wall_at, besides=request.session)
    is_asked = needs_confirmation(changes=len(changes), others=others)
    if request.method == "POST" and ("confirmed" in request.POST or not is_asked):
        return _go_back(request, target)
    context = {"target": target, "changes": changes, "others": others}
    context["zone"] = request.rehearsal.time_zone
    return render(request, "training/go_back.html", context)


def _go_back(request: PacerRequest, target: Bookmark) -> HttpResponse:
    services.go_back(
        request.rehearsal,
        pk=target.pk,
        wall_at=request.wall_at,
        who=actor_name(request),
        session=request.session,
    )
    clock = request.rehearsal.clock
    day_changes = clock.day_changes
    clock.refresh_from_db()
    point = f"to “{target.name}”" if target.name else f"to before this: {target.label}"
    news = clock_news(request.rehearsal, is_other_day=clock.day_changes != day_changes)
    messages.success(request, f"You went back {point}. {news}")
    return redirect(home_path(request))


@login_not_required
@require_POST
def undo(request: PacerRequest) -> HttpResponse:
    """Go back to before the newest activity `what` ("link.made").

    If given, it is the one of `who` ("PACER 7030833") and with `detail` ("nmd: CM/ECF nattorney").
    """
    names = ("what", "who", "detail")
    facts = {name: request.POST.get(name, "").replace("\0", "") for name in names}
    target = queries.newest_before(request.rehearsal, **facts) if facts["what"] else None
    if target is None:
        raise Refused(BookmarkRefusal.GONE)
    return go_back(request, target.pk)


@login_not_required
@require_POST
def delete_bookmark(request: PacerRequest, pk: int) -> HttpResponse:
    """Delete a named bookmark. Nothing else changes."""
    services.delete_named(request.rehearsal, pk=pk)
    messages.success(request, "The bookmark was deleted.")
    return redirect("training:bookmarks")
