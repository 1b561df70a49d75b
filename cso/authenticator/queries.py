"""What the practice authenticator shows: the codes of the apps that the practicing person enrolled."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from cso.mfa import enrollment
from cso.models import AuthenticatorApp
from cso.sign_on import pending_sign_on
from pacer_accounts.http import PacerRequest
from pacer_accounts.models import PacerAccount
from rehearsals.packs.personas import current_persona
from rehearsals.security.totp import current_code, current_step


@dataclass(frozen=True)
class ShownCode:
    """A line of the authenticator. `is_used`: a login already used this code, so it won't work again."""

    username: str
    app: str
    code: str
    is_used: bool = False


def account_in_use(request: PacerRequest) -> PacerAccount | None:
    """The account whose password this browser has verified: logged in, or still without a passcode."""
    if account := request.pacer_account or request.restricted_account:
        return account
    pending = pending_sign_on.read(request.session, request.wall_at)
    return pending_sign_on.account_of(request.session, pending) if pending else None


def shown_codes(request: PacerRequest, in_use: PacerAccount | None) -> list[ShownCode]:
    """The current codes, the one of an app being set up first. The secrets stay on the server.

    A person sees only their own accounts. A visitor who hasn't chosen a person sees the account `in_use`.
    """
    wall_at = request.wall_at
    codes = [_code(app, wall_at) for app in _apps(request, in_use)]
    secret = in_use and enrollment.read(request.session, in_use, "secret", wall_at)
    if in_use and secret:
        codes.insert(0, ShownCode(in_use.username, "", current_code(secret, at=wall_at)))
    return codes


def _apps(request: PacerRequest, in_use: PacerAccount | None) -> list[AuthenticatorApp]:
    if persona := current_persona(request):
        mine = Q(account__persona=persona.key)
    elif in_use:
        mine = Q(account=in_use)
    else:
        return []
    apps = AuthenticatorApp.objects.filter(mine, rehearsal=request.rehearsal)
    return list(apps.select_related("account").order_by("account__account_number", "pk"))


def _code(app: AuthenticatorApp, wall_at: datetime) -> ShownCode:
    return ShownCode(
        username=app.account.username,
        app=app.name,
        code=current_code(app.secret, at=wall_at),
        is_used=app.last_step >= current_step(wall_at),
    )
