from django.contrib import admin
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse

from cso.mfa.services import remove_second_factor
from pacer_accounts.admin import COLUMNS, PacerAccountAdmin
from pacer_accounts.models import PacerAccount
from rehearsals.staff.admin_base import court_now, staff_name
from rehearsals.staff.confirmation import Confirmation, Effect, confirm

admin.site.unregister(PacerAccount)


@admin.register(PacerAccount)
class SignOnAccountAdmin(PacerAccountAdmin):
    """The staff pages of PACER accounts, with the actions of Central Sign-On."""

    actions = row_actions = (*PacerAccountAdmin.actions, "remove_second_factor")

    @admin.action(
        description="Remove authenticator apps (after checking the caller's identity)",
        permissions=["change"],
    )
    def remove_second_factor(
        self, request: HttpRequest, accounts: QuerySet[PacerAccount]
    ) -> HttpResponse:
        who = staff_name(request)
        confirmation = Confirmation(
            action="remove_second_factor",
            title="Remove authenticator apps",
            meaning="All authenticator apps and backup codes of the account are removed, as for a lost phone."
            " Confirm the caller's identity first. The holder gets an e-mail.",
            button=("Remove the apps of 1 account", "Remove the apps of {count} accounts"),
            done="Authenticator apps removed and e-mail sent",
            effect=_effect,
            service=lambda account: remove_second_factor(
                account=account, by=who, at=court_now(account.rehearsal)
            ),
            columns=COLUMNS,
        )
        rows = accounts.annotate(apps=Count("authenticator_apps"))
        return confirm(self, request, rows, confirmation)


def _effect(account: PacerAccount) -> Effect:
    count: int = account.apps  # type: ignore[attr-defined]
    apps = {0: "It has no app.", 1: "1 app is removed."}.get(count, f"{count} apps are removed.")
    return Effect(f"{apps} An e-mail goes to {account.email}.")
