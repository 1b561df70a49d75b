"""Actions on several rehearsals. Each asks first, on a page that lists what will happen to which."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from rehearsals.clock.clock import wall_now
from rehearsals.clock.court_time import second_text, wall_text
from rehearsals.clock.page import manner_label
from rehearsals.models import Rehearsal
from rehearsals.options.labels import change_text
from rehearsals.staff.admin_base import InOneRehearsal, staff_name
from rehearsals.staff.bulk import services
from rehearsals.staff.bulk.forms import (
    BulkForm,
    ClockControlForm,
    ClocksForm,
    EraForm,
    LinkPolicyForm,
    TitleForm,
)
from rehearsals.staff.bulk.queries import moving_along, read_home_courts
from rehearsals.staff.confirmation import NO_ROWS

MOST = 100  # rehearsals in one action: about as many as a request may take
TOO_MANY = f"Nothing was changed. Choose at most {MOST} rehearsals at a time."


@dataclass(frozen=True)
class Bulk:
    """One action on its page. `now`: what a rehearsal has now. `done`: for the message ("Era set")."""

    action: str
    title: str
    about: str
    form: type[BulkForm]
    button: str
    done: str
    now_heading: str
    now: Callable[[Rehearsal], str]


def _clock_now(rehearsal: Rehearsal) -> str:
    at = rehearsal.clock.read(wall_now())
    return f"{second_text(at, rehearsal.time_zone)}, {manner_label(rehearsal.clock)}"


CLOCK = Bulk(
    "set_clock",
    "Set the clock",
    "Each clock moves to the time that you choose. If that is another day, everyone in the rehearsal is"
    " logged out. Moving a clock undoes nothing. A clock that several rehearsals share moves once, for all of"
    " them.",
    ClocksForm,
    "Set the clock",
    "Clock set",
    "Court time now",
    _clock_now,
)
ERA = Bulk(
    "set_era",
    "Era",
    "The next page that anyone opens follows the rules of that year. The log of each rehearsal says so.",
    EraForm,
    "Set the era",
    "Era set",
    "Now",
    lambda rehearsal: change_text("era", rehearsal.era),
)
LINK_POLICY = Bulk(
    "set_link_policy",
    "Link policy",
    "It decides what happens when someone links a PACER account that several people share. Links that were"
    " made before stay.",
    LinkPolicyForm,
    "Set the link policy",
    "Link policy set",
    "Now",
    lambda rehearsal: change_text("link_policy", rehearsal.link_policy),
)
CONTROL = Bulk(
    "set_clock_control",
    "Clock control",
    "It decides who may move the clock, reset the rehearsal and change its rules: anyone in it,"
    " or trainers only.",
    ClockControlForm,
    "Set the clock control",
    "Clock control set",
    "Now",
    lambda rehearsal: change_text("clock_control", rehearsal.clock_control),
)
TITLE = Bulk(
    "set_title",
    "Title",
    "Each rehearsal gets a title of its own. Its code and its address stay.",
    TitleForm,
    "Change the titles",
    "Title changed",
    "Last used",
    lambda rehearsal: wall_text(rehearsal.last_used_at),
)
RESET = Bulk(
    "reset_chosen",
    "Reset to the start",
    "A reset puts accounts, links, mail and the clock back to the start and logs everyone out. The rehearsal"
    " keeps its link and its activity log. If several rehearsals share the clock, the clock doesn't change.",
    BulkForm,
    "Reset",
    "Reset",
    "Last used",
    TITLE.now,
)


class BulkActions(InOneRehearsal):
    """The actions of the list of rehearsals."""

    actions = tuple(bulk.action for bulk in (CLOCK, CONTROL, ERA, LINK_POLICY, TITLE, RESET))

    @admin.action(description="Set the clock", permissions=["clock"])
    def set_clock(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        def change(rehearsals: Sequence[Rehearsal], form: Any) -> list[services.Result]:
            return services.set_clocks(rehearsals, form.move_for, **_by(request))

        return self._ask(request, rows, CLOCK, change)

    @admin.action(description="Set the clock control", permissions=["change"])
    def set_clock_control(
        self, request: HttpRequest, rows: QuerySet[Rehearsal]
    ) -> HttpResponse | None:
        return self._ask(request, rows, CONTROL, _set_options(request))

    @admin.action(description="Set the era", permissions=["change"])
    def set_era(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        return self._ask(request, rows, ERA, _set_options(request))

    @admin.action(description="Set the link policy", permissions=["change"])
    def set_link_policy(
        self, request: HttpRequest, rows: QuerySet[Rehearsal]
    ) -> HttpResponse | None:
        return self._ask(request, rows, LINK_POLICY, _set_options(request))

    @admin.action(description="Change the titles", permissions=["change"])
    def set_title(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        def change(rehearsals: Sequence[Rehearsal], form: Any) -> list[services.Result]:
            titles = form.titles()
            return services.set_options(
                rehearsals, lambda one: {"title": titles[one.pk]}, **_by(request)
            )

        return self._ask(request, rows, TITLE, change)

    @admin.action(description="Reset to the start", permissions=["change"])
    def reset_chosen(self, request: HttpRequest, rows: QuerySet[Rehearsal]) -> HttpResponse | None:
        def change(rehearsals: Sequence[Rehearsal], form: Any) -> list[services.Result]:
            return services.reset_all(rehearsals, **_by(request))

        return self._ask(request, rows, RESET, change)

    def _ask(
        self,
        request: HttpRequest,
        rows: QuerySet[Rehearsal],
        bulk: Bulk,
        change: Callable[[Sequence[Rehearsal], Any], list[services.Result]],
    ) -> HttpResponse | None:
        """Show what will happen. Once that is confirmed, do it and show the results."""
        rehearsals = list(rows.select_related("clock").order_by("pk")[: MOST + 1])
        if not 0 < len(rehearsals) <= MOST:
            messages.error(request, TOO_MANY if rehearsals else NO_ROWS)
            return None
        read_home_courts(rehearsals)
        is_confirmed = "confirmed" in request.POST
        form = bulk.form(request.POST if is_confirmed else None, rehearsals=rehearsals)
        if is_confirmed and form.is_valid():
            _show(request, bulk, change(rehearsals, form), form.what)
            return None
        return self._ask_page(request, bulk, form, rehearsals)

    def _ask_page(
        self, request: HttpRequest, bulk: Bulk, form: BulkForm, rehearsals: list[Rehearsal]
    ) -> HttpResponse:
        along = moving_along(rehearsals) if bulk is CLOCK else {}
        rows = [(one, bulk.now(one), along.get(one.clock_id, [])) for one in rehearsals]
        context = {
            **self.admin_site.each_context(request),
            "title": bulk.title,
            "opts": self.opts,
            "bulk": bulk,
            "form": form,
            "rows": rows,
            "count": len(rows),
        }
        return TemplateResponse(request, "admin/rehearsals/bulk.html", context)


def _by(request: HttpRequest) -> dict[str, Any]:
    return {"wall_at": wall_now(), "who": staff_name(request)}


def _set_options(
    request: HttpRequest,
) -> Callable[[Sequence[Rehearsal], Any], list[services.Result]]:
    """Give every rehearsal the values of the form."""
    return lambda rehearsals, form: services.set_options(
        rehearsals, lambda _: form.cleaned_data, **_by(request)
    )


def _show(request: HttpRequest, bulk: Bulk, results: list[services.Result], what: str) -> None:
    """Messages that name each rehearsal by title and code. `what`: what was chosen, or an empty text."""
    done = [str(result.rehearsal) for result in results if not result.problem]
    for result in results:
        if result.problem:
            messages.error(request, f"{result.rehearsal}: {result.problem}")
    if done:
        where = "1 rehearsal" if len(done) == 1 else f"{len(done)} rehearsals"
        chosen = f" to {what}" if what else ""
        messages.success(request, f"{bulk.done}{chosen}, in {where}: {', '.join(done)}.")
