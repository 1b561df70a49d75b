"""The rehearsal that a member of staff works in. It is kept in their staff session."""

from django.http import HttpRequest

from rehearsals.models import Rehearsal

KEY = "working_in"
RECENT_KEY = "recent_rehearsals"
ALL = "all"  # the value of KEY if a trainer chose to see all rehearsals
RECENT = 5  # how many rehearsals the chooser remembers


def working_in(request: HttpRequest) -> Rehearsal | None:
    """The chosen rehearsal with its clock, read once a request. None: not chosen, ended, or all."""
    if not hasattr(request, "_working_in"):
        request._working_in = _chosen(request)  # type: ignore[attr-defined]
    chosen: Rehearsal | None = request._working_in  # type: ignore[attr-defined]
    return chosen


def _chosen(request: HttpRequest) -> Rehearsal | None:
    key = request.session.get(KEY)
    if key is None or key == ALL:
        return None
    rows = Rehearsal.objects.select_related("clock")
    return rows.filter(pk=key, is_ending=False).first()


def may_see_all(request: HttpRequest) -> bool:
    """Only trainers may see all rehearsals at once."""
    return request.user.has_perm("rehearsals.change_courtclock")


def sees_all(request: HttpRequest) -> bool:
    """Whether this member of staff chose to see all rehearsals, and may."""
    return request.session.get(KEY) == ALL and may_see_all(request)


def has_chosen(request: HttpRequest) -> bool:
    return working_in(request) is not None or sees_all(request)


def work_in(request: HttpRequest, rehearsal: Rehearsal) -> None:
    """From now on, this member of staff works in `rehearsal`."""
    recent = [key for key in request.session.get(RECENT_KEY, []) if key != rehearsal.pk]
    request.session[RECENT_KEY] = [rehearsal.pk, *recent][:RECENT]
    request.session[KEY] = rehearsal.pk
    _forget(request)


def see_all(request: HttpRequest) -> None:
    """From now on, this trainer sees all rehearsals. The caller checks `may_see_all`."""
    request.session[KEY] = ALL
    _forget(request)


def _forget(request: HttpRequest) -> None:
    if hasattr(request, "_working_in"):
        del request._working_in
