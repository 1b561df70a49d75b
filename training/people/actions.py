"""The buttons on a person's page. Each sends one row to an action of a staff list, which asks first."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse

from cmecf.legacy.rules import why_not_unlock
from cmecf.models import CmecfAccount
from linking.models import Link
from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount


@dataclass(frozen=True)
class Button:
    """`url`: the staff list. `action`: the name of its action. `row`: the primary key of the row."""

    label: str
    url: str
    action: str
    row: int


def _button(label: str, action: str, model: type[Model], row: int) -> Button:
    url = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return Button(label, url, action, row)


def cmecf_buttons(request: HttpRequest, account: CmecfAccount) -> list[Button]:
    """What this member of staff may do with a CM/ECF account now."""
    return list(_cmecf_buttons(request, account))


def _cmecf_buttons(request: HttpRequest, account: CmecfAccount) -> Iterator[Button]:
    if request.user.has_perm("cmecf.change_cmecfaccount") and why_not_unlock(account) is None:
        yield _button("E-mail a password reset", "mail_reset", CmecfAccount, account.pk)
        if account.is_active:
            yield _button("Lock this login", "lock", CmecfAccount, account.pk)
        yield _button(
            "Clear failed tries" if account.is_active else "Unlock this login",
            "unlock",
            CmecfAccount,
            account.pk,
        )
    if account.is_linked and request.user.has_perm("linking.change_link"):
        yield _button("Unlink, with a reason", "unlink_with_reason", Link, account.pk)


def pacer_buttons(request: HttpRequest, account: PacerAccount) -> list[Button]:
    """What this member of staff may do with a PACER account now."""
    if not request.user.has_perm("pacer_accounts.change_paceraccount"):
        return []
    disable = ("Enable this account", "enable") if account.is_disabled else (
        "Disable this account", "disable"
    )  # fmt: skip
    buttons = [_button(*disable, PacerAccount, account.pk)]
    if account.case_search_status != CaseSearchStatus.ACTIVE:
        buttons.append(_button("Activate case search", "activate_search", PacerAccount, account.pk))
    return buttons
