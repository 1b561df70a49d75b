import re
from datetime import UTC, datetime, timedelta

from pyotp import TOTP

from cso.mfa import services
from cso.models import AuthenticatorApp
from rehearsals.models import Mail, Rehearsal
from rehearsals.web import mount
from tests.support.cast import MAX, Member
from tests.support.moments import SEED_MOMENT
from tests.support.visitor import Visitor

MFA = "/psc/account/mfa/"
SECOND = "/cso/second-factor/"
UPDATE = "/cso/update-required/"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
WALL = datetime(2026, 3, 2, 15, 0, 15, tzinfo=UTC)
"""A wall time in the middle of a 30-second step."""
STEP = timedelta(seconds=30)


def play_2025(rehearsal: Rehearsal) -> None:
    Rehearsal.objects.filter(pk=rehearsal.pk).update(era="2025")
    rehearsal.era = "2025"


def play_2020(rehearsal: Rehearsal) -> None:
    Rehearsal.objects.filter(pk=rehearsal.pk).update(era="2020")


def account_of(rehearsal: Rehearsal, who: Member = MAX):
    return rehearsal.pacer_accounts.get(account_number=who.number)


def enroll(rehearsal: Rehearsal, who: Member = MAX, name: str = "Phone") -> AuthenticatorApp:
    """An app that has the secret SECRET, without the pages."""
    return account_of(rehearsal, who).authenticator_apps.create(
        rehearsal=rehearsal, name=name, secret=SECRET, added_at=WALL
    )


def backup_codes(rehearsal: Rehearsal, who: Member = MAX) -> list[str]:
    with mount.inside_rehearsal(rehearsal):
        return services.make_backup_codes(account=account_of(rehearsal, who), at=SEED_MOMENT)


def passcode(at: datetime = WALL, secret: str = SECRET) -> str:
    """What the app shows at the wall time `at`."""
    return TOTP(secret).at(at)


def give(visitor: Visitor, code: str):
    return visitor.post(SECOND, {"mfaForm:mfaInput": code})


def mailed_code(rehearsal: Rehearsal) -> str:
    newest = Mail.objects.filter(rehearsal=rehearsal).order_by("-pk").first()
    return re.search(r"Your security code: (\d{6})", newest.body)[1]


def text(answer) -> str:
    return answer.content.decode()
