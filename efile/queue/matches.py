"""Who a requester may already be in the court: CM/ECF accounts like her, strongest first. Pure.

Registering although one already e-files makes a second record; the clerk sees it coming here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from rehearsals.security.normalization import name_key

STRONG = 4
_MIN_LIKE = 3  # letters that two first names share at their start to be alike


@dataclass(frozen=True)
class Match:
    """One likely account; `reasons` in words, `strength` to sort by."""

    account: CmecfAccount
    strength: int
    reasons: tuple[str, ...]

    @property
    def is_strong(self) -> bool:
        return self.strength >= STRONG

    @property
    def asks_for_a_link(self) -> bool:
        """Whether this is most likely her own old login, and free: she should link it."""
        return self.is_strong and not self.account.is_linked


def likely_matches(
    pacer_account: PacerAccount, email: str, accounts: Iterable[CmecfAccount]
) -> list[Match]:
    """Those of `accounts` (all of one court) that may be the holder's own, strongest first.

    `email`: the address she gave with her request. Accounts linked to her own PACER account are
    among them: then she files here already.
    """
    found = (_match(pacer_account, email, account) for account in accounts)
    return sorted(
        (match for match in found if match.reasons),
        key=lambda match: (-match.strength, match.account.pk or 0),
    )


def _match(pacer_account: PacerAccount, email: str, account: CmecfAccount) -> Match:
    signs = [
        _linked(pacer_account, account),
        _same_email(pacer_account, email, account),
        _like_name(pacer_account, account),
        _same_login(pacer_account, account),
    ]
    given = [sign for sign in signs if sign]
    return Match(account, sum(points for points, _ in given), tuple(words for _, words in given))


def _linked(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    if account.pacer_account_id is None or account.pacer_account_id != pacer_account.pk:
        return None
    return 8, "linked to this very PACER account"


def _same_email(
    pacer_account: PacerAccount, email: str, account: CmecfAccount
) -> tuple[int, str] | None:
    hers = {name_key(one) for one in (email, pacer_account.email) if one.strip()}
    return (4, "same e-mail address") if name_key(account.email) in hers else None


def _like_name(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    if name_key(pacer_account.last_name) != name_key(account.last_name):
        return None
    hers, theirs = name_key(pacer_account.first_name), name_key(account.first_name)
    if hers == theirs:
        return 4, "same first and last name"
    start = min(len(hers), len(theirs), _MIN_LIKE)
    if start and hers[:start] == theirs[:start]:
        return 2, "same last name, similar first name"
    return None


def _same_login(pacer_account: PacerAccount, account: CmecfAccount) -> tuple[int, str] | None:
    is_same = name_key(pacer_account.username) == name_key(account.login)
    return (1, "login equal to the PACER username") if is_same else None
