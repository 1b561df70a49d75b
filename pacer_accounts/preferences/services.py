"""Where billing notices go, and what the account asks of a client code."""

from django.db import transaction

from pacer_accounts.group_billing.emails import code_sentence
from pacer_accounts.group_billing.queries import is_paa, membership_of
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.group_billing.services import push_client_code
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import emails
from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused

RECEIPTS = {True: "Receipts are shown.", False: "Receipts are hidden."}


@transaction.atomic
def set_billing_email(*, account: PacerAccount, email: str, notice_emails: str) -> None:
    """`notice_emails`: further addresses, one a line. The old and the new addresses get a letter."""
    held = _locked(account)
    before = emails.billing_addresses(held)
    held.email, held.billing_notice_emails = email, notice_emails
    held.save(update_fields=["email", "billing_notice_emails"])
    record_activity(held.rehearsal, "pacer.billing_email", who=held.log_name)
    emails.send_billing_email_changed(held, before=before)


@transaction.atomic
def set_preferences(
    *,
    account: PacerAccount,
    shows_receipts: bool,
    requires_client_code: bool | None = None,
    client_code_format: str = "",
) -> int:
    """The account's billing preferences; to how many members a PAA's client-code rule was pushed.

    `requires_client_code` None: the client code stays as it is. Raises Refused(SETS_CODE) when a
    PAA pays for the account: its rule overwrites the member's (PACER FAQ).
    """
    held = _locked(account)
    held.shows_receipts = shows_receipts
    if requires_client_code is not None:
        if membership_of(held):
            raise Refused(PaaRefusal.SETS_CODE)
        held.requires_client_code = requires_client_code
        held.client_code_format = client_code_format
    held.save(update_fields=["shows_receipts", "requires_client_code", "client_code_format"])
    record_activity(held.rehearsal, "pacer.billing_preferences", who=held.log_name)
    emails.send_preferences_changed(held, [RECEIPTS[shows_receipts], code_sentence(held)])
    return push_client_code(paa=held) if is_paa(held) else 0


def _locked(account: PacerAccount) -> PacerAccount:
    rows = PacerAccount.objects.select_related("rehearsal").select_for_update(of=("self",))
    return rows.get(pk=account.pk)
