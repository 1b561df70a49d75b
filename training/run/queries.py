"""What the summary reads: a fixed number of queries, whatever happened in the run."""

from dataclasses import replace
from datetime import datetime

from django.db.models import Max

from cmecf.models import AccountOrigin
from dockets.models import DocketEntry, EntryCorrection
from efile.choices import RequestStatus
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import names_agree
from rehearsals.app_config import declared_mapping
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PersonaSpec
from training.home.filing_queries import Filings, filings_of, first_filing
from training.home.four_steps import four_steps
from training.home.queries import RehearsalState, read_state, situation_of
from training.home.situation import Situation
from training.run.hazards import Run, WrongFiling
from training.run.hints import Hint
from training.run.log import Entry, Person, acts_of
from training.run.rules import is_wrong_user_type
from training.run.step_times import step_times
from training.run.summary import Summary, summarize

MOST_ENTRIES = 5000  # the newest of a run; the demo court's log can grow without end
_BOUNDARIES = ("rehearsal.started", "rehearsal.reset")


def read_summary(
    rehearsal: Rehearsal, persona: PersonaSpec, *, at: datetime, wall_at: datetime
) -> Summary:
    """The summary of `persona` at the court time `at` and the wall time `wall_at` (both UTC)."""
    state = read_state(rehearsal, at_wall=wall_at)
    situation = situation_of(state, persona, at)
    filings = filings_of(situation)
    as_others, by_others = _wrong_filings(filings)
    run = replace(_run(state, persona, situation, _entries(rehearsal)), filed_as_others=as_others)
    had_lost = any(spec.username_forgotten for spec in persona.pacer)
    return summarize(
        run,
        steps=four_steps(situation),
        times=step_times(situation, run.entries, had_lost_username=had_lost),
        hints=_hints(rehearsal, persona),
        label_of=declared_mapping("activity_labels"),
        filing=first_filing(situation, filings),
        filed_by_others=by_others,
    )


def _wrong_filings(filings: Filings) -> tuple[tuple[WrongFiling, ...], tuple[WrongFiling, ...]]:
    """What the person filed under other names, and what others filed under the person's name."""
    entries = (*filings.as_others, *filings.by_others)
    corrections = EntryCorrection.objects.filter(entry__in=entries)
    corrected = set(corrections.values_list("entry_id", flat=True)) if entries else set()

    def wrong(entry: DocketEntry, name: str) -> WrongFiling:
        return WrongFiling(entry.entered_at, entry.log_name, name, entry.pk in corrected)

    return (
        tuple(wrong(one, _filer(one)) for one in filings.as_others),
        tuple(wrong(one, _payer(one)) for one in filings.by_others),
    )


def _payer(entry: DocketEntry) -> str:
    """The PACER account that filed, as in the log."""
    return entry.entered_with.log_name if entry.entered_with else ""


def _filer(entry: DocketEntry) -> str:
    return entry.entered_by.full_name if entry.entered_by else entry.entered_by_name


def _entries(rehearsal: Rehearsal) -> tuple[Entry, ...]:
    """The entries since the rehearsal was started or reset, oldest first."""
    log = rehearsal.activities.all()
    start = log.filter(what__in=_BOUNDARIES).aggregate(pk=Max("pk"))["pk"] or 0
    columns = ("what", "who", "outcome", "detail", "court_at", "wall_at")
    newest = log.filter(pk__gte=start).order_by("-pk").values_list(*columns)[:MOST_ENTRIES]
    return tuple(Entry(*row) for row in reversed(newest))


def _hints(rehearsal: Rehearsal, persona: PersonaSpec) -> list[Hint]:
    used = rehearsal.hint_uses.filter(persona=persona.key).values_list("action", "rung")
    return [Hint(action, rung) for action, rung in used]


def _run(
    state: RehearsalState, persona: PersonaSpec, situation: Situation, entries: tuple[Entry, ...]
) -> Run:
    person = _person(state, persona, situation)
    home = state.home_court
    logins = [one for one in situation.logins if one.origin == AccountOrigin.LEGACY]
    accounts = {account.pk: account for account in state.pacer_accounts}
    linked = [
        (one, accounts[one.pacer_account_id])
        for one in state.cmecf_accounts
        if one.court_id == home.pk and one.pacer_account_id in accounts
    ]
    return Run(
        person=person,
        entries=entries,
        acts=tuple(acts_of(person, entries)),
        home=home.code,
        closes_at=home.outage_starts_at,
        opens_at=home.go_live_at,
        now=situation.at,
        logins=frozenset(one.log_name for one in logins),
        links=tuple((one.log_name, account.log_name) for one, account in linked),
        wrong_user_types=tuple(_wrong_user_types(persona, situation.own_accounts)),
        names_differ=frozenset(one.log_name for one, acc in linked if not names_agree(one, acc)),
        open_requests=_open_requests(state, situation),
        is_linked_elsewhere=any(spec.linked_to for spec in persona.cmecf),
    )


def _person(state: RehearsalState, persona: PersonaSpec, situation: Situation) -> Person:
    own = {
        *(account.log_name for account in situation.own_accounts),
        *(account.log_name for account in state.cmecf_accounts_of(persona)),
    }
    shared = {account.log_name for account in situation.shared_accounts}
    every = {
        *(account.log_name for account in state.pacer_accounts),
        *(account.log_name for account in state.cmecf_accounts),
    }
    others = every - own - shared
    return Person(persona.name, frozenset(own), frozenset(shared), frozenset(others))


def _wrong_user_types(
    persona: PersonaSpec, accounts: tuple[PacerAccount, ...]
) -> list[tuple[str, str]]:
    return [
        (account.log_name, account.user_type)
        for account in accounts
        if is_wrong_user_type(persona, account.user_type)
    ]


def _open_requests(state: RehearsalState, situation: Situation) -> frozenset[datetime]:
    ended = (RequestStatus.REJECTED, RequestStatus.WITHDRAWN)
    own = {account.pk for account in situation.own_accounts}
    return frozenset(
        request.submitted_at
        for request in state.requests
        if request.pacer_account_id in own and request.status not in ended
    )
