from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from cso.mfa.services import remove_second_factor
from pacer_accounts.admin import PacerAccountAdmin
from pacer_accounts.models import PacerAccount
from rehearsals.staff.admin_base import court_now, do_for_each, staff_name

admin.site.unregister(PacerAccount)


@admin.register(PacerAccount)
class SignOnAccountAdmin(PacerAccountAdmin):
    """The staff pages of PACER accounts, with the actions of Central Sign-On."""

    actions = (*PacerAccountAdmin.actions, "remove_second_factor")

    @admin.action(
        description="Remove authenticator apps (after checking the caller's identity)",
        permissions=["change"],
    )
    def remove_second_factor(self, request: HttpRequest, accounts: QuerySet[PacerAccount]) -> None:
        def remove(account: PacerAccount) -> None:
            remove_second_factor(
                account=account, by=staff_name(request), at=court_now(account.rehearsal)
            )

        rows = accounts.select_related("rehearsal__clock")
        do_for_each(request, rows, remove, done="Authenticator apps removed and e-mail sent")
