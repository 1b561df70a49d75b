"""Whose account a registration opens: one of the cast, or a person of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration import kinds
from pacer_accounts.registration.rules import Identity, owner_of
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PersonaSpec, get_pack
from rehearsals.packs.personas import registered_person


def owner_key(rehearsal: Rehearsal, person: Mapping[str, Any], chosen: PersonaSpec | None) -> str:
    """The key of the person whose account it will be; "" if it is none of the cast.

    `person`: the answers of page 1. `chosen`: the person that this browser practices as.
    """
    names = ("first_name", "last_name", "email")
    facts = {name: person.get(name, "") for name in names}
    identity = Identity.of(**facts, date_of_birth=person.get("date_of_birth"))
    owner = owner_of(identity, get_pack(rehearsal.pack).personas, chosen)
    return owner.key if owner else ""


def find_person(rehearsal: Rehearsal, key: str) -> PersonaSpec | None:
    """One of the cast, or the person whose registration in this rehearsal has this key."""
    if persona := get_pack(rehearsal.pack).persona(key):
        return persona
    account = rehearsal.pacer_accounts.filter(persona=key).order_by("pk").first() if key else None
    return _person_of(account) if account else None


def owner(account: PacerAccount) -> PersonaSpec:
    """The person whose account it is, one of the cast or not. No query."""
    return get_pack(account.rehearsal.pack).persona(account.persona) or _person_of(account)


def registered_people(rehearsal: Rehearsal, accounts: Iterable[PacerAccount]) -> list[PersonaSpec]:
    """The owners of `accounts` who aren't of the cast, in the order of their first account."""
    cast = {persona.key for persona in get_pack(rehearsal.pack).personas}
    people: dict[str, PersonaSpec] = {}
    for account in accounts:
        if account.persona and account.persona not in cast:
            people.setdefault(account.persona, _person_of(account))
    return list(people.values())


def _person_of(account: PacerAccount) -> PersonaSpec:
    kind = kinds.find(account.registered_as)
    return registered_person(
        key=account.persona,
        given=account.first_name,
        family=account.last_name,
        is_newcomer=bool(kind and kind.continues),
        manages_billing=account.holder_kind == HolderKind.PAA,
    )
