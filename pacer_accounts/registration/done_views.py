"""The page after registering: what was opened, what it means, where it goes on."""

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.public_site.pages import address_if_built, register_panel, site_context
from pacer_accounts.registration import kinds, steps
from pacer_accounts.registration.emails import what_it_means
from pacer_accounts.registration.rules import is_practice_address
from pacer_accounts.registration.views import REAL_ADDRESS
from pacer_accounts.wizards.drafts import Draft


@login_not_required
@never_cache
@require_safe
def registered(request: HttpRequest) -> HttpResponse:
    """What came of the last registration in this browser, for as long as it is looked at."""
    draft = Draft(request.session, steps.WIZARD)
    account = request.rehearsal.pacer_accounts.filter(account_number=draft.result).first()
    if account is None:
        return redirect("account:register_step", steps.PERSON.key)
    role = draft.noted(steps.DONE).get("role", "")
    return render(request, "psc/register_done.html", _context(request, account, role))


def _context(request: HttpRequest, account: PacerAccount, role: str) -> dict[str, Any]:
    kind = kinds.find(account.registered_as) or kinds.KINDS[0]
    return site_context(request, current="REGISTER") | {
        "account": account,
        "role": role,
        "is_billing": account.holder_kind == HolderKind.PAA,
        "is_on_hold": account.case_search_status == CaseSearchStatus.INACTIVE,
        "meaning": what_it_means(account),
        "is_filer": bool(kind.continues),
        "continue_url": address_if_built(kind.continues) if kind.continues else "",
        "is_real_address": not is_practice_address(account.email),
        "real_address": REAL_ADDRESS,
        "panel_links": register_panel(""),
    }
