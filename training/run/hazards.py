"""The hazards of the move that a person met: each is one thing that goes wrong on the real day. Pure.

The letters and numbers are those of the training plan: H1 a shared account linked, H2 someone else's
login linked, H3 a name mismatch ignored, H4 the wrong user type, H5 the login not tested, H6 permission
to e-file requested instead of a link, H7 another court's link relied on, H10 the closing missed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from training.run.log import WENT_BACK, Entry, Person
from training.run.step_times import TESTS
from training.run.wrong_turns import Recovery, WrongTurn

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class WrongFiling:
    """An entry under a wrong filer's name. `at`: court time (UTC). `is_corrected`: by the clerk."""

    at: datetime
    entry: str  # "1:20-cv-90001 entry 3"
    name: str  # the filer's, or the PACER account that filed under the person's name
    is_corrected: bool = False


@dataclass(frozen=True)
class Run:
    """What happened, and what is true now. Accounts are named as in the log.

    entries: the whole run, in order. acts: the person's own. home: the code of the home court.
    logins: the person's CM/ECF accounts there that existed before the move.
    links: each linked CM/ECF account there, and its PACER account.
    wrong_user_types: the person's PACER accounts whose user type is wrong, and that type.
    names_differ: the person's logins whose name isn't that of the PACER account they are linked to.
    open_requests: court times of the person's requests to e-file that were neither rejected nor
    withdrawn. is_linked_elsewhere: the person began with a link in another court. filed_as_others: what
    the person filed under another filer's name and didn't undo.
    """

    person: Person
    entries: tuple[Entry, ...]
    acts: tuple[Entry, ...]
    home: str
    closes_at: datetime
    opens_at: datetime
    now: datetime
    logins: frozenset[str] = frozenset()
    links: tuple[tuple[str, str], ...] = ()
    wrong_user_types: tuple[tuple[str, str], ...] = ()
    names_differ: frozenset[str] = frozenset()
    open_requests: frozenset[datetime] = frozenset()
    is_linked_elsewhere: bool = False
    filed_as_others: tuple[WrongFiling, ...] = ()

    @property
    def links_made(self) -> Iterator[tuple[Entry, str]]:
        """The person's links in the home court, each with its CM/ECF account."""
        start = f"{self.home}: "
        for act in self.acts:
            if act.what == "link.made" and act.detail.startswith(start):
                yield act, act.detail.removeprefix(start)

    def after(self, entry: Entry) -> tuple[Entry, ...]:
        return self.entries[self.entries.index(entry) + 1 :]

    def went_back_after(self, entry: Entry) -> bool:
        return any(one.what == WENT_BACK for one in self.after(entry))


def hazards(run: Run) -> list[WrongTurn]:
    """The hazards that the person met, in the order in which they happened."""
    found = [turn for check in _CHECKS for turn in check(run)]
    return sorted(found, key=lambda turn: turn.court_at)


def _wrong_links(run: Run) -> Iterator[WrongTurn]:
    """H1 to H3: what was linked to what."""
    for act, login in run.links_made:
        if problem := _problem_of_link(run, act, login):
            recovery = _recovery_of_link(run, act, login)
            yield WrongTurn(problem, recovery, act.court_at)


def _problem_of_link(run: Run, act: Entry, login: str) -> str:
    if act.who in run.person.shared:
        return f"You linked {login} to {act.who}, an account that an office shares."
    if login not in run.person.own:
        return f"You linked {login}, which is someone else's account."
    if login in run.names_differ:
        return f"You linked {login} although the two names were different."
    return ""


def _recovery_of_link(run: Run, act: Entry, login: str) -> Recovery:
    if (login, act.who) in run.links:
        return Recovery.LEFT
    later = run.after(act)
    if any(e.what == "link.undone" and f"{login} from {act.who}" in e.detail for e in later):
        return Recovery.REPAIRED
    return Recovery.UNDONE if run.went_back_after(act) else Recovery.LEFT


def _filed_as_others(run: Run) -> Iterator[WrongTurn]:
    """What a wrong link led to: a filing under someone else's name."""
    for filing in run.filed_as_others:
        recovery = Recovery.REPAIRED if filing.is_corrected else Recovery.LEFT
        yield WrongTurn(f"You filed {filing.entry} as {filing.name}.", recovery, filing.at)


def _wrong_user_types(run: Run) -> Iterator[WrongTurn]:
    """H4: an account opened or upgraded in this run has a user type that isn't the person's."""
    types = dict(run.wrong_user_types)
    for act in run.acts:
        if act.what in ("pacer.register", "pacer.upgrade") and act.is_done and act.who in types:
            what = f"You chose the User Type {types[act.who]} for {act.who}."
            yield WrongTurn(what, Recovery.LEFT, act.court_at)


def _untested_login(run: Run) -> Iterator[WrongTurn]:
    """H5 and H10: what the person left undone until CM/ECF closed."""
    chosen = run.acts[0].court_at if run.acts else run.now
    if not run.logins or chosen >= run.closes_at or run.now < run.closes_at:
        return
    before = [act for act in run.acts if act.is_done and act.court_at < run.closes_at]
    tested = [act for act in before if act.who in run.logins and act.what in TESTS]
    if tested:
        return
    what = "You didn't test your CM/ECF login before CM/ECF closed."
    if all(act.who == run.person.name for act in before):
        what = "You did nothing before CM/ECF closed."
    later = any(act.is_done and act.who in run.logins and act.what in TESTS for act in run.acts)
    yield WrongTurn(what, Recovery.DONE_RIGHT if later else Recovery.LEFT, run.closes_at)


def _asked_instead_of_linking(run: Run) -> Iterator[WrongTurn]:
    """H6: a request for permission to e-file, by a person who had a login to link."""
    for act in run.acts:
        is_here = act.detail.startswith(f"{run.home}: ")
        if act.what == "efile.requested" and act.is_done and is_here and run.logins:
            what = "You asked for permission to e-file, but you had a CM/ECF login to link."
            yield WrongTurn(what, _recovery_of_request(run, act), act.court_at)


def _recovery_of_request(run: Run, act: Entry) -> Recovery:
    later = run.after(act)
    if any(e.what == "link.merged" and e.detail.startswith(f"{run.home}: ") for e in later):
        return Recovery.REPAIRED
    if act.court_at in run.open_requests:
        return Recovery.LEFT
    if any(e.what == "efile.withdrawn" and e.who == act.who for e in later):
        return Recovery.WITHDRAWN
    if any(e.what == "efile.rejected" and act.who in e.detail for e in later):
        return Recovery.REPAIRED
    return Recovery.UNDONE if run.went_back_after(act) else Recovery.LEFT


def _relied_on_other_court(run: Run) -> Iterator[WrongTurn]:
    """H7: linked elsewhere from the start, and not linked here a day after go-live."""
    linked = {login for login, account in run.links if account in run.person.own}
    is_late = run.now >= run.opens_at + A_DAY
    if is_late and run.is_linked_elsewhere and run.logins and not run.logins & linked:
        what = "You are linked in another court, but that doesn't count in this one."
        yield WrongTurn(what, Recovery.LEFT, run.opens_at + A_DAY)


_CHECKS: tuple[Callable[[Run], Iterator[WrongTurn]], ...] = (
    _wrong_links,
    _filed_as_others,
    _wrong_user_types,
    _untested_login,
    _asked_instead_of_linking,
    _relied_on_other_court,
)
