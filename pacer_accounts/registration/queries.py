"""What is already known about a person who registers."""

from collections.abc import Mapping
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.db.models import Q

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.rules import Identity, most_matching_facts
from pacer_accounts.registration.steps import DONE, WIZARD
from pacer_accounts.wizards.drafts import Draft
from rehearsals.models import Rehearsal


def matching_facts(rehearsal: Rehearsal, person: Mapping[str, Any]) -> int:
    """How many facts `person` shares with the most similar account of this rehearsal, 0 to 3.

    Shared accounts and PAAs don't count: they belong to an office. One query.
    """
    identity = _identity(person)
    # Two matching facts always include one of these. (SQLite folds the case of ASCII only.)
    near = Q(email__istartswith=identity.email.partition("@")[0])
    if identity.born_on:
        near |= Q(date_of_birth=identity.born_on)
    people = rehearsal.pacer_accounts.filter(near, holder_kind=HolderKind.INDIVIDUAL)
    rows = people.values("first_name", "last_name", "email", "date_of_birth")
    return most_matching_facts(identity, (_identity(row) for row in rows))


def _identity(person: Mapping[str, Any]) -> Identity:
    names = ("first_name", "last_name", "email", "date_of_birth")
    return Identity.of(**{name: person[name] for name in names})


def declared_role(session: SessionBase, account: PacerAccount) -> str:
    """The Role in Court chosen when this browser registered `account`, or "".

    No column keeps it; the request to e-file offers it again.
    """
    draft = Draft(session, WIZARD)
    if draft.result != account.account_number:
        return ""
    return str(draft.noted(DONE).get("role", ""))
