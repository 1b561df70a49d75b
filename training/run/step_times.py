"""When each of the four steps was completed. Pure."""

from collections.abc import Sequence
from datetime import datetime

from training.home.situation import Situation
from training.run.log import WENT_BACK, Entry

# Acts that show that a CM/ECF login works.
TESTS = frozenset({"cmecf.sign_in", "cmecf.password_reset", "cmecf.password_changed", "link.prove"})


def step_times(
    situation: Situation, entries: Sequence[Entry], *, had_lost_username: bool = False
) -> tuple[datetime | None, datetime | None, datetime | None, datetime | None]:
    """Court times (UTC) for register, upgrade, know and link; None where the rows have none.

    A time before the rehearsal is that of the account. `entries`: the run's, in order.
    """
    account = situation.pacer_account
    opened = account.opened_at if account else None
    registered = account.password_set_at if account and had_lost_username else opened
    upgraded = (account.upgraded_at or opened) if account else None
    return registered, upgraded, _known(situation, entries), _linked(situation)


def _known(situation: Situation, entries: Sequence[Entry]) -> datetime | None:
    """The first use of the login since the last return to a bookmark, or what its row says."""
    login = situation.cmecf_account
    if login is None:
        return None
    returns = [place for place, entry in enumerate(entries) if entry.what == WENT_BACK]
    since = entries[returns[-1] + 1 :] if returns else entries
    used = (e.court_at for e in since if e.is_done and e.what in TESTS and e.who == login.log_name)
    first = next(used, None)
    return first or login.last_signed_in_at or login.linked_at


def _linked(situation: Situation) -> datetime | None:
    """The last link of the person's own accounts: each court needs one."""
    logins = (*situation.logins, *situation.other_logins)
    times = [one.linked_at for one in logins if one.linked_at and situation.is_mine(one)]
    return max(times, default=None)
