"""The cast table: current practice credentials."""

from collections.abc import Iterator
from dataclasses import dataclass

from cmecf.models import AccountOrigin, CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.packs.pack import PersonaSpec
from training.home.queries import (
    RehearsalState,
    has_lost_username,
    is_forgotten,
    own_accounts_of,
    pacer_spec,
    shared_accounts_of,
)

NO_ACCOUNT = "none yet"
FORGOTTEN = "forgotten"
CHANGED = "changed in this rehearsal"
CHOSEN = "the one you chose"
LINKED = "linked: no longer works"
MUST_RESET = "must be reset first"
NO_LOGIN = "none (use the PACER login)"
_REMARKS = {"", NO_ACCOUNT, FORGOTTEN, CHANGED, CHOSEN, LINKED, MUST_RESET, NO_LOGIN}


@dataclass(frozen=True)
class CastRow:
    """One line of the cast table: a person's PACER account and one of their CM/ECF accounts."""

    key: str  # the persona's key
    person: str
    username: str
    pacer_password: str
    court: str
    login: str
    ecf_password: str
    is_linked: bool = False
    is_cja: bool = False  # the PACER account has the fee exemption for CJA cases

    @property
    def has_username(self) -> bool:
        """Whether `username` is a name to type, not a remark such as "forgotten"."""
        return self.username not in _REMARKS

    @property
    def has_pacer_password(self) -> bool:
        return self.pacer_password not in _REMARKS

    @property
    def has_ecf_password(self) -> bool:
        return self.ecf_password not in _REMARKS


def cast_rows(state: RehearsalState) -> Iterator[CastRow]:
    """The cast with current practice credentials, then people who registered in this rehearsal."""
    for persona in state.pack.personas:
        yield from _persona_rows(state, persona)
    keys = {persona.key for persona in state.pack.personas}
    for account in state.pacer_accounts:
        if account.persona not in keys:
            yield _row(state, account.persona, account.full_name, account, None)


def _persona_rows(state: RehearsalState, persona: PersonaSpec) -> Iterator[CastRow]:
    pacer_accounts = [*own_accounts_of(state, persona), *shared_accounts_of(state, persona)]
    first = pacer_accounts[0] if pacer_accounts else None
    by_pk: dict[int | None, PacerAccount] = {account.pk: account for account in pacer_accounts}
    shown = set()
    for cmecf_account in state.cmecf_accounts_of(persona):
        account = by_pk.get(cmecf_account.pacer_account_id, first)
        shown.add(account.pk if account else None)
        yield _row(state, persona.key, persona.name, account, cmecf_account)
    for account in pacer_accounts:
        if account.pk not in shown:
            yield _row(state, persona.key, persona.name, account, None)


def _row(
    state: RehearsalState,
    key: str,
    person: str,
    account: PacerAccount | None,
    cmecf_account: CmecfAccount | None,
) -> CastRow:
    court = cmecf_account.court if cmecf_account else None
    return CastRow(
        key=key,
        person=person,
        username=_username(state, account) if account else NO_ACCOUNT,
        pacer_password=_pacer_password(state, account) if account else "",
        court=f"{court.name} ({court.code})" if court else "",
        login=cmecf_account.login if cmecf_account else "",
        ecf_password=_ecf_password(state, cmecf_account) if cmecf_account else "",
        is_linked=cmecf_account is not None and cmecf_account.is_linked,
        is_cja=account is not None and account.is_cja,
    )


def _username(state: RehearsalState, account: PacerAccount) -> str:
    """A forgotten username is hidden here; the e-mail from Forgot User Name? has it."""
    return FORGOTTEN if has_lost_username(state, account) else account.username


def _pacer_password(state: RehearsalState, account: PacerAccount) -> str:
    spec = pacer_spec(state, account)
    raw = state.password_by_hash.get(account.password)
    if raw is None:
        return CHANGED if spec else CHOSEN
    return FORGOTTEN if spec and spec.password_forgotten and spec.password == raw else raw


def _ecf_password(state: RehearsalState, account: CmecfAccount) -> str:
    if account.origin == AccountOrigin.REGISTRATION:
        return NO_LOGIN
    if account.is_linked:
        return LINKED
    if account.must_reset_password:
        return MUST_RESET
    if is_forgotten(state, account):
        return FORGOTTEN
    return state.password_by_hash.get(account.password, CHANGED)
