"""What each app declares for the layers below it. A lower layer never names an app above it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Protocol

from django.apps import AppConfig, apps
from django.utils.module_loading import import_string


class HomeCourt(Protocol):
    """What lower layers read of the court whose move is rehearsed. Times are UTC."""

    pk: int
    code: str
    name: str
    time_zone: str
    help_phone: str
    help_email: str
    outage_starts_at: datetime
    go_live_at: datetime


class Progress(Protocol):
    """Who practices in a rehearsal, last used first, and how far the first of them is.

    `done` of `count` steps are done, 0 of 0 if there is nothing to do; `problem` is the number of a
    step with a problem, or 0. `filings`: what anyone filed in the rehearsal.
    """

    people: tuple[str, ...]
    done: int
    count: int
    problem: int
    filings: int


class RehearsalAppConfig(AppConfig):
    """Base of our apps' configurations. Functions and data are given as dotted paths.

    `activity_labels`: an activity's key ("cso.sign_on") to its label in the log.
    Imperative if the activity can fail or be refused ("Link a CM/ECF account"), else past tense.
    `activity_areas`: how the keys of activities begin ("cso.") to their area in rehearsals.activity.areas.
    The longest beginning counts.
    `staff_permissions`: a staff group ("Clerks") to permissions such as "cmecf.change_court".
    `work_queues`: functions (rehearsal, at=, wall_at=) that return the WorkQueues of the staff home page.
    `navigation`: (label, URL name) entries for the rehearsal's own pages.
    `pages`: pages that lower layers lead to: a role ("link_form") to a URL name. See
    rehearsals.web.addresses.page_url and the template tag `page`.
    `site_layouts`: the first part of a path ("psc") to the layout of the site there.
    `court_menus`: a menu of a court's CM/ECF ("Civil", "Reports", "Utilities") to a function (request)
    that returns its cmecf.courts.menus.MenuGroups for the user of a CourtRequest.
    `unfinished_work`: functions (request) that say, when a court closes, what happened to the unfinished
    work of this browser there; "" if there was none.
    `pack_loaders`: functions (pack, rehearsal, hashes) that fill a new rehearsal, in order.
    `pack_faults`: functions (pack) that return the mistakes in a pack's data, a sentence each.
    `due_events`: a due event's key to its handler (rehearsal, at=..., **payload).
    `problem_groups`: the cards of "Who do I call?", an iterable of rehearsals.help.problem_cards.Group.
    `home_court`: a function (rehearsal) that returns the HomeCourt, or raises ObjectDoesNotExist.
    `home_courts`: a function (rehearsals) that returns their home courts by the rehearsal's id.
    `class_progress`: a function (rehearsals, wall_at=) that returns the Progress in each where someone
    practices, by the rehearsal's id.
    `courts`: a function (rehearsal) that returns all its courts, by name.
    `is_linked_at_home`: a function (PACER account, rehearsal) that returns a bool.
    `mfa_app_count`: a function (PACER account) that counts its authenticator apps.
    `end_sign_ons`: a function (PACER account, except_key="", keep_rows=False) that ends its sign-ons.
    `accounts_merged`: a function (kept=, closed=, at=) that moves an app's rows from the CM/ECF account
    that a merge closed to the one that it kept. Called in the merge's transaction.
    `before_change`: a function (rehearsal, what, at=, who=, detail=) called before a change of state.
    `recent_changes`: a function (rehearsal, limit=) that returns the changes that can be undone, newest
    first, for components/recent_changes.html.
    `restorable_values`: a function (rehearsal's id, model's label, column) that returns the values of the
    column in all states that the rehearsal can go back to.
    `not_rewound`: labels of models ("cso.SignOnSession") that a return to a bookmark leaves alone.
    `replaces_rows`: activities ("rehearsal.reset") after which an open page's rows may be gone.
    `cleanups`: the name of rows ("Staff sessions") to a function (wall_at=) that the daily job calls.
    It deletes what isn't needed any more, in batches, and returns how many.
    `browser_keys`: keys of the session that belong to the browser, so that they outlive a logout.
    `is_filer`: a function (PACER account): is a CM/ECF account in any court linked to it?
    """

    activity_labels: ClassVar[Mapping[str, str]] = {}
    activity_areas: ClassVar[Mapping[str, str]] = {}
    staff_permissions: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    work_queues: ClassVar[tuple[str, ...]] = ()
    navigation: ClassVar[tuple[tuple[str, str], ...]] = ()
    pages: ClassVar[Mapping[str, str]] = {}
    site_layouts: ClassVar[Mapping[str, str]] = {}
    court_menus: ClassVar[Mapping[str, str]] = {}
    unfinished_work: ClassVar[tuple[str, ...]] = ()
    pack_loaders: ClassVar[tuple[str, ...]] = ()
    pack_faults: ClassVar[tuple[str, ...]] = ()
    due_events: ClassVar[Mapping[str, str]] = {}
    problem_groups: ClassVar[str] = ""
    home_court: ClassVar[str] = ""
    home_courts: ClassVar[str] = ""
    class_progress: ClassVar[str] = ""
    courts: ClassVar[str] = ""
    is_linked_at_home: ClassVar[str] = ""
    mfa_app_count: ClassVar[str] = ""
    end_sign_ons: ClassVar[str] = ""
    is_filer: ClassVar[str] = ""
    accounts_merged: ClassVar[str] = ""
    before_change: ClassVar[str] = ""
    recent_changes: ClassVar[str] = ""
    restorable_values: ClassVar[str] = ""
    not_rewound: ClassVar[tuple[str, ...]] = ()
    replaces_rows: ClassVar[tuple[str, ...]] = ()
    cleanups: ClassVar[Mapping[str, str]] = {}
    browser_keys: ClassVar[tuple[str, ...]] = ()


def declarations(name: str) -> Iterator[Any]:
    """What each app declares under `name`, lowest layer first; apps without it are left out."""
    for config in apps.get_app_configs():
        if isinstance(config, RehearsalAppConfig) and (declared := getattr(config, name, None)):
            yield declared


@cache
def declared_mapping(name: str) -> dict[str, Any]:
    """The mappings that the apps declare under `name`, as one. Callers must not change it."""
    return {key: value for mapping in declarations(name) for key, value in mapping.items()}


@cache
def declared_function(name: str) -> Callable[..., Any]:
    """The one function that an app declares under `name`. Raises LookupError if no app does."""
    path = next(declarations(name), None)
    if path is None:
        raise LookupError(f"No app declares {name}.")
    function: Callable[..., Any] = import_string(path)
    return function
