from datetime import datetime

from django.db import transaction

from pacer_accounts.group_billing.queries import is_paa, membership_of
from pacer_accounts.group_billing.refusals import PaaRefusal
from pacer_accounts.group_billing.services import push_client_code
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import emails
from pacer_accounts.preferences.client_codes import describe_rule
from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused

BILLING_EMAIL, PREFERENCES = "pacer.billing_email", "pacer.billing_preferences"
RECEIPTS = {True: "Receipts: shown.", False: "Receipts: hidden."}


@transaction.atomic
def set_billing_email(
    *, account: PacerAccount, email: str, notice_emails: str, at: datetime
) -> None:
    """Change the addresses for billing notices, and notify the old and the new ones.

    `notice_emails`: more addresses, one on each line.
    """
    before_change(account.rehearsal, BILLING_EMAIL, at=at, who=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    before = emails.billing_addresses(account)
    account.email, account.billing_notice_emails = email, notice_emails
    account.save(update_fields=["email", "billing_notice_emails"])
    record_activity(account.rehearsal, BILLING_EMAIL, at=at, who=account.log_name)
    emails.send_billing_email_changed(account, before=before, at=at)


@transaction.atomic
def set_preferences(
    *,
    account: PacerAccount,
    shows_receipts: bool,
    requires_client_code: bool | None = None,
    client_code_format: str = "",
    at: datetime,
) -> int:
    """Set the billing preferences. Returns for how many members of a PAA the rule changed.

    `requires_client_code` None: keep the client code rule. Raises Refused(SETS_CODE) if a PAA pays
    for the account: its rule replaces the member's (PACER FAQ).
    """
    before_change(account.rehearsal, PREFERENCES, at=at, who=account.log_name)
    account = PacerAccount.objects.lock(account.pk)
    account.shows_receipts = shows_receipts
    if requires_client_code is not None:
        if membership_of(account):
            raise Refused(PaaRefusal.SETS_CODE)
        account.requires_client_code = requires_client_code
        account.client_code_format = client_code_format
    account.save(update_fields=["shows_receipts", "requires_client_code", "client_code_format"])
    record_activity(account.rehearsal, PREFERENCES, at=at, who=account.log_name)
    rule = describe_rule(account.requires_client_code, account.client_code_format)
    emails.send_preferences_changed(account, [RECEIPTS[shows_receipts], rule], at=at)
    return push_client_code(paa=account, at=at) if is_paa(account) else 0
