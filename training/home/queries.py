"""What the home page reads from a rehearsal: a fixed number of queries for any number of people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Model, QuerySet

from cmecf.legacy.rules import is_reset_link_valid
from cmecf.models import AccountOrigin, CmecfAccount, Court, PasswordResetLink
from efile.models import EfileRegistration
from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2, HolderKind
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PacerSpec, Pack, PersonaSpec, get_pack
from rehearsals.packs.practice_hashes import practice_hashes
from training.home.situation import Situation

Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class RehearsalState:
    """All rows that the home page needs.

    requests: e-file registrations in the home court, newest first.
    reset_emails: primary keys of CM/ECF accounts with a reset link that still works.
    password_by_hash: the pack's practice passwords.
    """

    rehearsal: Rehearsal
    pack: Pack
    courts: tuple[Court, ...]
    pacer_accounts: tuple[PacerAccount, ...]
    cmecf_accounts: tuple[CmecfAccount, ...]
    requests: tuple[EfileRegistration, ...]
    reset_emails: frozenset[int]
    password_by_hash: dict[str, str]

    @property
    def home_court(self) -> Court:
        return next(court for court in self.courts if court.code == self.pack.home_court)

    def cmecf_accounts_of(self, persona: PersonaSpec) -> list[CmecfAccount]:
        return [account for account in self.cmecf_accounts if account.persona == persona.key]


def read_state(rehearsal: Rehearsal, *, at_wall: datetime) -> RehearsalState:
    """Read everything that the home page needs. `at_wall`: wall time, for the life of reset links."""
    return read_states([rehearsal], at_wall=at_wall)[rehearsal.pk]


def read_states(rehearsals: Iterable[Rehearsal], *, at_wall: datetime) -> dict[int, RehearsalState]:
    """`read_state` of several rehearsals, by their ids. The number of queries doesn't grow with them."""
    by_id = {rehearsal.pk: rehearsal for rehearsal in rehearsals}
    courts = _rows(Court.objects.order_by("pk"), by_id)
    pacer_accounts = _rows(PacerAccount.objects.order_by("pk"), by_id)
    cmecf_accounts = _rows(CmecfAccount.objects.order_by("pk"), by_id)
    requests = _rows(EfileRegistration.objects.order_by("-pk"), by_id)
    reset_emails = _reset_emails(by_id, at_wall)
    packs = {rehearsal.pack: get_pack(rehearsal.pack) for rehearsal in by_id.values()}
    hashes = {code: practice_hashes(pack) for code, pack in packs.items()}
    states = {}
    for key, rehearsal in by_id.items():
        pack = packs[rehearsal.pack]
        courts_by_id = {court.pk: court for court in courts[key]}
        for account in cmecf_accounts[key]:
            account.court = courts_by_id[account.court_id]
        at_home = {court.pk for court in courts[key] if court.code == pack.home_court}
        states[key] = RehearsalState(
            rehearsal=rehearsal,
            pack=pack,
            courts=tuple(courts[key]),
            pacer_accounts=tuple(pacer_accounts[key]),
            cmecf_accounts=tuple(cmecf_accounts[key]),
            requests=tuple(one for one in requests[key] if one.court_id in at_home),
            reset_emails=reset_emails,
            password_by_hash={encoded: raw for raw, encoded in hashes[rehearsal.pack].items()},
        )
    return states


def _rows(rows: QuerySet[Row], by_id: Mapping[int, Rehearsal]) -> dict[int, list[Row]]:
    """Those of `rows` in these rehearsals, by the rehearsal's id, with `rehearsal` loaded."""
    found: dict[int, list[Row]] = defaultdict(list)
    for row in rows.filter(rehearsal__in=by_id):
        row.rehearsal = by_id[row.rehearsal_id]  # type: ignore[attr-defined]
        found[row.rehearsal_id].append(row)  # type: ignore[attr-defined]
    return found


def _reset_emails(by_id: Mapping[int, Rehearsal], at_wall: datetime) -> frozenset[int]:
    links = PasswordResetLink.objects.filter(rehearsal__in=by_id, used_at=None)
    return frozenset(
        link.account_id
        for link in links.select_related("account")
        if is_reset_link_valid(link, at_wall)
    )


def situation_of(state: RehearsalState, persona: PersonaSpec, at: datetime) -> Situation:
    """The situation of `persona` at the home court at the court time `at`."""
    home = state.home_court
    accounts = state.cmecf_accounts_of(persona)
    own_accounts = own_accounts_of(state, persona)
    return Situation(
        court=home,
        at=at,
        own_accounts=own_accounts,
        shared_accounts=shared_accounts_of(state, persona),
        logins=tuple(a for a in accounts if a.court_id == home.pk and not _is_withdrawn(a)),
        other_logins=tuple(account for account in accounts if account.court_id != home.pk),
        colleagues_logins=_colleagues_logins(state, persona, own_accounts),
        forgotten_passwords=frozenset(a.pk for a in accounts if is_forgotten(state, a)),
        reset_emails=state.reset_emails,
        unreachable_emails=frozenset(a.pk for a in accounts if _is_unreachable(state, a)),
        has_lost_username=bool(own_accounts) and has_lost_username(state, own_accounts[0]),
        new_passwords=_new_passwords(state, persona, accounts),
        refuses_special=state.rehearsal.refuses_special_logins,
        is_newcomer=persona.is_newcomer,
        manages_billing=persona.manages_billing,
        request=_newest_request(state, own_accounts),
    )


def _is_withdrawn(account: CmecfAccount) -> bool:
    """Whether an approval created this account and the court took it back: it never had a login."""
    return account.origin == AccountOrigin.REGISTRATION and not account.is_linked


def _newest_request(
    state: RehearsalState, own_accounts: tuple[PacerAccount, ...]
) -> EfileRegistration | None:
    own = {account.pk for account in own_accounts}
    return next((request for request in state.requests if request.pacer_account_id in own), None)


def own_accounts_of(state: RehearsalState, persona: PersonaSpec) -> tuple[PacerAccount, ...]:
    """The person's individual accounts: linked at the home court first, then upgraded, then older."""
    home = state.home_court.pk
    linked = {a.pacer_account_id for a in state.cmecf_accounts if a.court_id == home}
    own = [
        account
        for account in state.pacer_accounts
        if account.persona == persona.key and account.holder_kind == HolderKind.INDIVIDUAL
    ]
    return tuple(sorted(own, key=lambda a: (a.pk not in linked, a.is_legacy, a.pk)))


def _colleagues_logins(
    state: RehearsalState, persona: PersonaSpec, own_accounts: tuple[PacerAccount, ...]
) -> tuple[CmecfAccount, ...]:
    own = {account.pk for account in own_accounts}
    return tuple(
        account
        for account in state.cmecf_accounts
        if account.court_id == state.home_court.pk
        and account.persona != persona.key
        and account.pacer_account_id in own
    )


def shared_accounts_of(state: RehearsalState, persona: PersonaSpec) -> tuple[PacerAccount, ...]:
    return tuple(
        account
        for account in state.pacer_accounts
        if account.account_number == persona.shared_account
        or (account.persona == persona.key and account.holder_kind != HolderKind.INDIVIDUAL)
    )


def is_forgotten(state: RehearsalState, account: CmecfAccount) -> bool:
    """Whether `account` still has the password that its person has forgotten."""
    raw = state.password_by_hash.get(account.password)
    return raw is not None and any(
        spec.password_forgotten and spec.password == raw for _, spec in state.pack.cmecf_specs()
    )


def _new_passwords(
    state: RehearsalState, persona: PersonaSpec, accounts: list[CmecfAccount]
) -> frozenset[int]:
    """Primary keys of those of `accounts` whose password was changed in this rehearsal."""
    passwords = {spec.password for spec in persona.cmecf}
    hashes = {encoded for encoded, raw in state.password_by_hash.items() if raw in passwords}
    return frozenset(
        account.pk
        for account in accounts
        if account.password not in hashes and not account.must_reset_password
    )


def _is_unreachable(state: RehearsalState, account: CmecfAccount) -> bool:
    return account.email.rpartition("@")[2].lower() in state.pack.dead_mail_domains


def recovery_details(state: RehearsalState, persona: PersonaSpec) -> list[tuple[str, str]]:
    """(label, value) of what PACER asks before it restores a lost username or password.

    Account numbers and e-mail addresses on file, date of birth, and the pack's two security answers.
    Answers that were changed in this rehearsal are not shown.
    """
    details = []
    for account in state.pacer_accounts:
        if account.persona == persona.key and account.holder_kind == HolderKind.INDIVIDUAL:
            details.append(("PACER account number", account.account_number))
            details.append(("E-mail on the account", account.email))
    if born_on := persona.born_on:
        text = f"{born_on:%B} {born_on.day}, {born_on.year} ({born_on:%m/%d/%Y})"
        details.append(("Date of Birth", text))
    if all(persona.answers):
        questions = (SECURITY_QUESTIONS_1[0], SECURITY_QUESTIONS_2[0])
        details += zip(questions, persona.answers, strict=True)
    return details


def has_lost_username(state: RehearsalState, account: PacerAccount) -> bool:
    """Whether the person still has to recover the username. A new password shows that they did."""
    spec = pacer_spec(state, account)
    if spec is None or spec.username != account.username:
        return False
    return spec.username_forgotten and account.password_set_at is None


def pacer_spec(state: RehearsalState, account: PacerAccount) -> PacerSpec | None:
    specs = (spec for _, spec in state.pack.pacer_specs())
    return next((spec for spec in specs if spec.account_number == account.account_number), None)
