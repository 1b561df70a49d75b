"""What staff read about people: the search, one person's file, and who is not ready."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.urls import reverse

from cmecf.courts.files_as import account_number_in
from cmecf.models import CmecfAccount
from efile.models import EfileRegistration, MaintenanceRequest
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.owner import find_person, registered_people
from rehearsals.models import Activity, Mail, Rehearsal
from rehearsals.packs.pack import PersonaSpec, get_pack
from rehearsals.staff.queues import WorkQueue
from training.home.four_steps import four_steps, next_action
from training.home.queries import RehearsalState, read_state, situation_of
from training.home.situation import Status, Step
from training.people.people import CMECF_KEY, PACER_KEY, Person, group

MOST_FOUND = 50  # people on one page of the search
LATEST = 10  # e-mails and log lines on a person's page
DONE = (Status.COMPLETED, Status.NOT_NEEDED)


@dataclass(frozen=True)
class Readiness:
    """How far one person is with the four steps. `next_step`: what to do next, if anything."""

    person: PersonaSpec
    steps: tuple[Step, Step, Step, Step]
    next_step: Step | None

    @property
    def done(self) -> int:
        return sum(step.status in DONE for step in self.steps)

    @property
    def has_steps(self) -> bool:
        """Whether the person has to do anything at all for the move."""
        return any(step.status is not Status.NOT_NEEDED for step in self.steps)

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do now: a step may still wait for go-live."""
        return all(step.status in DONE or step.is_timed for step in self.steps)


def readiness(rehearsal: Rehearsal, *, at: datetime, wall_at: datetime) -> list[Readiness]:
    """Everyone in the rehearsal, the cast first. `at`: court time; `wall_at`: wall time (UTC).

    The number of queries doesn't depend on the number of people.
    """
    state = read_state(rehearsal, at_wall=wall_at)
    everyone = [*state.pack.personas, *registered_people(rehearsal, state.pacer_accounts)]
    return [readiness_of(state, person, at) for person in everyone]


def readiness_of(state: RehearsalState, person: PersonaSpec, at: datetime) -> Readiness:
    """How far `person` is at the court time `at`."""
    steps = four_steps(situation_of(state, person, at))
    return Readiness(person, steps, next_action(steps)[1])


def not_ready_queue(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: people who still have something to do."""
    everyone = readiness(rehearsal, at=at, wall_at=wall_at)
    return (
        WorkQueue(
            label="People who are not ready",
            count=sum(not one.is_ready for one in everyone),
            url=f"{reverse('staff_people')}?show=not-ready",
            empty="Everyone has done what can be done now.",
            permission="rehearsals.view_rehearsal",
            order=60,
        ),
    )


def find_people(rehearsal: Rehearsal, text: str) -> list[Person]:
    """People with `text` in a name, login, username, account number, reference or e-mail. At most MOST_FOUND.

    All words of `text` must be in one account of the person.
    """
    pacer, cmecf = rehearsal.pacer_accounts.all(), rehearsal.cmecf_accounts.all()
    for word in map(account_number_in, text.split()):
        pacer = pacer.filter(_anywhere(word, "username", "account_number", "firm"))
        cmecf = cmecf.filter(_anywhere(word, "login"))
    found = group(pacer[:MOST_FOUND], cmecf.select_related("court")[:MOST_FOUND])
    return _complete(rehearsal, found)


def _anywhere(word: str, *names: str) -> Q:
    everywhere = Q()
    for name in ("first_name", "middle_name", "last_name", "email", *names):
        everywhere |= Q(**{f"{name}__icontains": word})
    return everywhere


def _complete(rehearsal: Rehearsal, found: dict[str, Person]) -> list[Person]:
    """The people of `found` with all their accounts, not only those that matched."""
    keys = [key for key in found if not key.startswith((PACER_KEY, CMECF_KEY))]
    pacer = rehearsal.pacer_accounts.filter(persona__in=keys)
    cmecf = rehearsal.cmecf_accounts.filter(persona__in=keys)
    whole = found | group(pacer, cmecf.select_related("court", "pacer_account"))
    return sorted(whole.values(), key=lambda person: person.name)[:MOST_FOUND]


def person_of(rehearsal: Rehearsal, key: str) -> Person | None:
    """The person with this key and all their accounts, or None."""
    pacer: QuerySet[PacerAccount] = rehearsal.pacer_accounts.none()
    cmecf: QuerySet[CmecfAccount] = rehearsal.cmecf_accounts.none()
    kind, _, number = key.rpartition("-")
    if f"{kind}-" == PACER_KEY and number.isdecimal():
        pacer = rehearsal.pacer_accounts.filter(pk=number)
    elif f"{kind}-" == CMECF_KEY and number.isdecimal():
        cmecf = rehearsal.cmecf_accounts.filter(pk=number)
    else:
        pacer = rehearsal.pacer_accounts.filter(persona=key)
        cmecf = rehearsal.cmecf_accounts.filter(persona=key)
    people = group(pacer, cmecf.select_related("court", "pacer_account"))
    spec = find_person(rehearsal, key)
    person = people.get(key) or (Person(key) if spec else None)
    if person and spec:
        person.name = spec.name
    return person


@dataclass(frozen=True)
class PersonFile:
    """Everything about one person in a rehearsal, newest first.

    `colleagues`: CM/ECF accounts of other people that are linked to a PACER account of this person.
    """

    person: Person
    readiness: Readiness | None
    colleagues: list[CmecfAccount]
    registrations: list[EfileRegistration]
    updates: list[MaintenanceRequest]
    mails: list[Mail]
    activities: list[Activity]


def person_file(
    rehearsal: Rehearsal, person: Person, *, at: datetime, wall_at: datetime
) -> PersonFile:
    """`at`: court time; `wall_at`: wall time (UTC)."""
    pacer = [account.pk for account in person.pacer_accounts]
    own = [account.pk for account in person.cmecf_accounts]
    requests = {"rehearsal": rehearsal, "pacer_account__in": pacer}
    linked = rehearsal.cmecf_accounts.filter(pacer_account__in=pacer).exclude(pk__in=own)
    registrations = EfileRegistration.objects.filter(**requests).select_related("court")
    updates = MaintenanceRequest.objects.filter(**requests).select_related("court")
    return PersonFile(
        person=person,
        readiness=_readiness_of(rehearsal, person.key, at, wall_at),
        colleagues=list(linked.select_related("court", "pacer_account")),
        registrations=list(registrations.order_by("-submitted_at")),
        updates=list(updates.order_by("-submitted_at")),
        mails=list(rehearsal.mails.filter(to__in=person.emails)[:LATEST]),
        activities=list(_activities(rehearsal, person)[:LATEST]),
    )


def _readiness_of(
    rehearsal: Rehearsal, key: str, at: datetime, wall_at: datetime
) -> Readiness | None:
    spec = get_pack(rehearsal.pack).persona(key) or find_person(rehearsal, key)
    return readiness_of(read_state(rehearsal, at_wall=wall_at), spec, at) if spec else None


def _activities(rehearsal: Rehearsal, person: Person) -> QuerySet[Activity]:
    """Log lines by or about the person."""
    about = Q(who__in=[*person.log_names, person.name])
    for name in _details(person):
        about |= Q(detail__contains=name)
    return rehearsal.activities.filter(about)


def _details(person: Person) -> Iterator[str]:
    """How log lines of staff and courts name the person's accounts."""
    yield from person.log_names
    for account in person.cmecf_accounts:
        yield f"{account.court.code} {account.login}"
