"""The state of a rehearsal as its home page reads it: a fixed number of queries, whatever the cast."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from cmecf.legacy.rules import is_reset_link_alive
from cmecf.models import CameBy, CmecfAccount, Court, PasswordResetLink
from efile.models import EfileRegistration
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PacerSpec, Pack, PersonaSpec, get_pack
from rehearsals.packs.practice_hashes import practice_hashes
from training.home.four_steps import Standing

NO_ACCOUNT = "none yet"
FORGOTTEN = "forgotten"
CHANGED = "changed in this rehearsal"
CHOSEN = "the one you chose"
LINKED = "linked: this login is dead"
MUST_RESET = "must be reset first"
NO_LOGIN = "none: PACER's is used"


@dataclass(frozen=True)
class CastRow:
    """One line of the cast: a person's PACER account beside one of her court accounts."""

    key: str  # of the persona, or "" for somebody who registered here
    person: str
    username: str
    pacer_password: str
    court: str
    login: str
    ecf_password: str
    is_dead: bool = False


@dataclass(frozen=True)
class World:
    rehearsal: Rehearsal
    pack: Pack
    courts: tuple[Court, ...]
    pacer_accounts: tuple[PacerAccount, ...]
    cmecf_accounts: tuple[CmecfAccount, ...]
    requests: tuple[EfileRegistration, ...]  # to the home court, the newest first
    mailed: frozenset[int]
    password_by_hash: dict[str, str]

    @property
    def home_court(self) -> Court:
        return next(court for court in self.courts if court.code == self.pack.home_court)


def read_world(rehearsal: Rehearsal, *, at_wall: datetime) -> World:
    """Everything the home page needs. `at_wall`: for the life of reset links."""
    pack = get_pack(rehearsal.pack)
    courts = {court.pk: court for court in rehearsal.courts.order_by("pk")}
    accounts = tuple(rehearsal.cmecf_accounts.order_by("pk"))
    for account in accounts:
        account.court = courts[account.court_id]
    return World(
        rehearsal=rehearsal,
        pack=pack,
        courts=tuple(courts.values()),
        pacer_accounts=tuple(rehearsal.pacer_accounts.order_by("pk")),
        cmecf_accounts=accounts,
        requests=tuple(
            rehearsal.efile_registrations.filter(court__code=pack.home_court).order_by("-pk")
        ),
        mailed=_mailed(rehearsal, at_wall),
        password_by_hash={encoded: raw for raw, encoded in practice_hashes(pack).items()},
    )


def _mailed(rehearsal: Rehearsal, at_wall: datetime) -> frozenset[int]:
    links = PasswordResetLink.objects.filter(rehearsal=rehearsal, used_at=None)
    return frozenset(
        link.account_id
        for link in links.select_related("account")
        if is_reset_link_alive(link, at_wall)
    )


def standing_of(world: World, persona: PersonaSpec, at: datetime) -> Standing:
    """How `persona` stands at the home court at the court time `at`."""
    logins = [account for account in world.cmecf_accounts if account.persona == persona.key]
    home = world.home_court
    known = _practice_passwords(world, persona)
    changed = [account for account in logins if account.password not in known]
    own = _own(world, persona)
    return Standing(
        court=home,
        at=at,
        own=own,
        shared=_shared(world, persona),
        here=tuple(a for a in logins if a.court_id == home.pk and not _is_withdrawn(a)),
        elsewhere=tuple(account for account in logins if account.court_id != home.pk),
        borrowed=_borrowed(world, persona, own),
        forgotten=frozenset(account.pk for account in logins if is_forgotten(world, account)),
        mailed=world.mailed,
        dead=frozenset(account.pk for account in logins if _is_dead_letter(world, account)),
        has_lost_username=bool(own) and _has_lost_username(world, own[0]),
        renewed=frozenset(account.pk for account in changed if not account.must_reset_password),
        refuses_special=world.rehearsal.refuses_special_logins,
        is_newcomer=persona.is_newcomer,
        keeps_books=persona.keeps_books,
        request=_newest_request(world, own),
    )


def _is_withdrawn(account: CmecfAccount) -> bool:
    """A record that an approval made and the court took back: no login of hers, and never was."""
    return account.came_by == CameBy.REGISTRATION and not account.is_linked


def _newest_request(world: World, own: tuple[PacerAccount, ...]) -> EfileRegistration | None:
    mine = {account.pk for account in own}
    return next((row for row in world.requests if row.pacer_account_id in mine), None)


def _own(world: World, persona: PersonaSpec) -> tuple[PacerAccount, ...]:
    """Her individual accounts: what is linked at home first, then upgraded ones, then older ones."""
    home = world.home_court.pk
    linked = {a.pacer_account_id for a in world.cmecf_accounts if a.court_id == home}
    mine = [
        account
        for account in world.pacer_accounts
        if account.persona == persona.key and account.holder_kind == HolderKind.INDIVIDUAL
    ]
    return tuple(sorted(mine, key=lambda a: (a.pk not in linked, a.is_legacy, a.pk)))


def _borrowed(
    world: World, persona: PersonaSpec, own: tuple[PacerAccount, ...]
) -> tuple[CmecfAccount, ...]:
    mine = {account.pk for account in own}
    return tuple(
        account
        for account in world.cmecf_accounts
        if account.court_id == world.home_court.pk
        and account.persona != persona.key
        and account.pacer_account_id in mine
    )


def _shared(world: World, persona: PersonaSpec) -> tuple[PacerAccount, ...]:
    return tuple(
        account
        for account in world.pacer_accounts
        if account.account_number == persona.shares
        or (account.persona == persona.key and account.holder_kind != HolderKind.INDIVIDUAL)
    )


def is_forgotten(world: World, account: CmecfAccount) -> bool:
    """Whether this login still has the very password that its person has forgotten."""
    raw = world.password_by_hash.get(account.password)
    return raw is not None and any(
        spec.password_forgotten and spec.password == raw for _, spec in world.pack.cmecf_specs()
    )


def _practice_passwords(world: World, persona: PersonaSpec) -> set[str]:
    raw = {spec.password for spec in persona.cmecf}
    return {encoded for encoded, password in world.password_by_hash.items() if password in raw}


def _is_dead_letter(world: World, account: CmecfAccount) -> bool:
    return account.email.rpartition("@")[2].lower() in world.pack.dead_mail_domains


def cast_rows(world: World) -> Iterator[CastRow]:
    """The cast with its practice credentials as they are now, then everybody who registered here."""
    for persona in world.pack.personas:
        yield from _rows_of(world, persona)
    known = {persona.key for persona in world.pack.personas}
    for account in world.pacer_accounts:
        if account.persona not in known:
            yield _row(world, "", account.full_name, account, None)


def _rows_of(world: World, persona: PersonaSpec) -> Iterator[CastRow]:
    pacer = [*_own(world, persona), *_shared(world, persona)]
    by_pk = {account.pk: account for account in pacer}
    logins = [account for account in world.cmecf_accounts if account.persona == persona.key]
    shown = set()
    for login in logins:
        account = by_pk.get(login.pacer_account_id) or (pacer[0] if pacer else None)
        shown.add(account.pk if account else None)
        yield _row(world, persona.key, persona.name, account, login)
    for account in pacer:
        if account.pk not in shown:
            yield _row(world, persona.key, persona.name, account, None)


def _row(
    world: World,
    key: str,
    person: str,
    account: PacerAccount | None,
    login: CmecfAccount | None,
) -> CastRow:
    return CastRow(
        key=key,
        person=person,
        username=_username(world, account) if account else NO_ACCOUNT,
        pacer_password=_pacer_password(world, account) if account else "",
        court=f"{login.court.name} ({login.court.code})" if login else "",
        login=login.login if login else "",
        ecf_password=_ecf_password(world, login) if login else "",
        is_dead=login is not None and login.is_linked,
    )


def _username(world: World, account: PacerAccount) -> str:
    """Who forgot it finds it in the letter that Forgot User Name? sends, not here."""
    return FORGOTTEN if _has_lost_username(world, account) else account.username


def _has_lost_username(world: World, account: PacerAccount) -> bool:
    spec = _pacer_spec(world, account)
    is_as_it_was = spec is not None and spec.username == account.username
    # Whoever has set a new password in this rehearsal has been through the recovery.
    return is_as_it_was and spec.username_forgotten and account.password_set_at is None


def _pacer_password(world: World, account: PacerAccount) -> str:
    spec = _pacer_spec(world, account)
    raw = world.password_by_hash.get(account.password)
    if raw is None:
        return CHANGED if spec else CHOSEN
    return FORGOTTEN if spec and spec.password_forgotten and spec.password == raw else raw


def _pacer_spec(world: World, account: PacerAccount) -> PacerSpec | None:
    specs = (spec for _, spec in world.pack.pacer_specs())
    return next((spec for spec in specs if spec.account_number == account.account_number), None)


def _ecf_password(world: World, account: CmecfAccount) -> str:
    if account.came_by == CameBy.REGISTRATION:
        return NO_LOGIN
    if account.is_linked:
        return LINKED
    if account.must_reset_password:
        return MUST_RESET
    if is_forgotten(world, account):
        return FORGOTTEN
    return world.password_by_hash.get(account.password, CHANGED)
