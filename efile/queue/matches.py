"""CM/ECF accounts in the court that may already belong to a requester, strongest match first.

A filer who registers instead of linking ends up with two accounts; the clerk can see it here first.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.security.normalization import name_key

STRONG = 4
_SIMILAR_LETTERS = 3  # first names that share this many letters at the start are similar


@dataclass(frozen=True)
class Match:
    """A CM/ECF account that may be the requester's, with the reasons and their total weight."""

    account: CmecfAccount
    strength: int
    reasons: tuple[str, ...]

    @property
    def is_strong(self) -> bool:
        return self.strength >= STRONG

    @property
    def should_link(self) -> bool:
        """Whether this is probably the requester's own old login, which isn't linked yet."""
        return self.is_strong and not self.account.is_linked


def likely_matches(
    pacer_account: PacerAccount, email: str, accounts: Iterable[CmecfAccount]
) -> list[Match]:
    """Those of `accounts` (all in one court) that may be the requester's, strongest first.

    `email`: the address given in the request. An account linked to `pacer_account` is included.
    """
    matches = (_match(pacer_account, email, account) for account in accounts)
    return sorted(
        (match for match in matches if match.reasons),
        key=lambda match: (-match.strength, match.account.pk or 0),
    )


def _match(pacer_account: PacerAccount, email: str, account: CmecfAccount) -> Match:
    signs = [
        _linked(pacer_account, account),
        _same_email(pacer_account, email, account),
        _similar_name(pacer_account, account),
        _same_login(pacer_account, account),
    ]
    present = [sign for sign in signs if sign]
    return Match(
        account, sum(weight for weight, _ in present), tuple(reason for _, reason in present)
    )


def _linked(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    if account.pacer_account_id is None or account.pacer_account_id != pacer_account.pk:
        return None
    return 8, "linked to the same PACER account"


def _same_email(
    pacer_account: PacerAccount, email: str, account: CmecfAccount
) -> tuple[int, str] | None:
    addresses = {name_key(one) for one in (email, pacer_account.email) if one.strip()}
    return (4, "same e-mail address") if name_key(account.email) in addresses else None


def _similar_name(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    if name_key(pacer_account.last_name) != name_key(account.last_name):
        return None
    pacer_name, cmecf_name = name_key(pacer_account.first_name), name_key(account.first_name)
    if pacer_name == cmecf_name:
        return 4, "same first and last name"
    letters = min(len(pacer_name), len(cmecf_name), _SIMILAR_LETTERS)
    if letters and pacer_name[:letters] == cmecf_name[:letters]:
        return 2, "same last name, similar first name"
    return None


def _same_login(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    is_same = name_key(pacer_account.username) == name_key(account.login)
    return (1, "CM/ECF login same as PACER username") if is_same else None
