from django.http import HttpResponse

from cso.models import SignOnSession
from tests.support.cast import Member
from tests.support.visitor import Visitor

CSO = "/cso/csologin/login.jsf"
PSC = "/psc/login/"
COURTS = "/cso/courts/"
WRONG = "canary-of-a-wrong-password-7"
NOBODY = "canary-of-an-unknown-name-7"


def log_in(
    visitor: Visitor, who: Member | None = None, *, path: str = CSO, **typed: str
) -> HttpResponse:
    """Type the credentials of `who` (unless others are given) and press Login."""
    own = {"username": who.username, "password": who.password} if who else {}
    return visitor.post(path, own | typed)


def is_signed_on(visitor: Visitor) -> bool:
    return visitor.get(COURTS).status_code == 200


def fail(visitor: Visitor, name: str, times: int = 1) -> HttpResponse:
    """Type a wrong password `times` times; the last answer."""
    answers = [log_in(visitor, username=name, password=WRONG) for _ in range(times)]
    return answers[-1]


def row() -> SignOnSession:
    return SignOnSession.objects.get(pacer_account__isnull=False)
