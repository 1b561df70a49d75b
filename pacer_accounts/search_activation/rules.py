from datetime import timedelta

from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.search_activation.refusals import ActivationRefusal
from rehearsals.security.login_attempts import LockoutRule

SHORTEST_WAIT, LONGEST_WAIT = 7, 10  # business days by U.S. mail (PACER FAQ)
CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # without characters that look alike on paper
CODE_LENGTH = 12
ATTEMPTS = "activation"
LOCKOUT = LockoutRule(free=4, lock=timedelta(minutes=15))


def why_not_activate(status: str) -> ActivationRefusal | None:
    """Why the holder of an account with this case search status can't activate it."""
    return {
        CaseSearchStatus.INACTIVE: ActivationRefusal.PSC_REVIEW,
        CaseSearchStatus.ACTIVE: ActivationRefusal.ALREADY_ACTIVE,
    }.get(CaseSearchStatus(status))


def code_key(typed: str) -> str:
    """A code for comparison: upper case, without hyphens and spaces."""
    return "".join(char for char in typed.upper() if char.isalnum())


def printed(code: str) -> str:
    """A code as the letter shows it: "ABCD-EFGH-JKMN"."""
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))
