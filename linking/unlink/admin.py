from django import forms
from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from cmecf.models import AccountOrigin
from linking.models import Link
from linking.unlink.services import unlink
from pacer_accounts.profile.rules import unique_emails
from rehearsals.staff.admin_base import court_now, staff_name
from rehearsals.staff.confirmation import CONFIRMED, Confirmation, Effect, confirm
from rehearsals.staff.line_field import LineField


class ReasonForm(forms.Form):
    reason = LineField(
        label="Reason for undoing this link",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason."},
        help_text="Kept in the activity log and e-mailed to both addresses.",
    )


def unlink_page(
    model_admin: "ModelAdmin[Link]", request: HttpRequest, rows: "QuerySet[Link]"
) -> HttpResponse:
    """Show the selected links and ask for a reason, then undo each link."""
    who = staff_name(request)

    def undo(link: Link, *, reason: str) -> None:
        unlink(account=link, reason=reason, who=who, at=court_now(link.rehearsal))

    confirmation = Confirmation(
        action="unlink_with_reason",
        title="Unlink CM/ECF accounts",
        meaning="The link ends right away, and the attorney no longer sees the filing menus of this court."
        " The attorney can link the old CM/ECF login again after a password reset by e-mail. An account that"
        " an e-file registration created has no old login, so it is closed.",
        button=("Unlink 1 account", "Unlink {count} accounts"),
        done="Unlinked",
        effect=_effect,
        service=undo,
        columns=("cmecf_name", "pacer_name", "names_agree", "login", "pacer_number", "court_code"),
        form=ReasonForm(request.POST if CONFIRMED in request.POST else None),
    )
    return confirm(model_admin, request, rows, confirmation)


def _effect(link: Link) -> Effect:
    emails = " and ".join(unique_emails([link.email, link.linked_account.email]))
    if link.origin == AccountOrigin.REGISTRATION:
        return Effect(
            f"The permission to e-file ends and the account will be closed. E-mail goes to {emails}."
        )
    return Effect(f"The login can be linked again after a password reset. E-mail goes to {emails}.")
