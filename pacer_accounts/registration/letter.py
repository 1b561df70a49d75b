"""The letter that confirms a registration. It holds no secret."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.choices import CaseSearchStatus
from pacer_accounts.models import PacerAccount
from rehearsals.refusals import PSC_CARD

SUBJECT = "Your new PACER account"

SEARCH = {
    CaseSearchStatus.ACTIVE: "You can search cases now.",
    CaseSearchStatus.NOT_ACTIVATED: (
        "Searching is not activated yet. A letter with an activation code comes by U.S. mail in"
        " 7 to 10 business days. Linking to a court and filing do not wait for it."
    ),
    CaseSearchStatus.INACTIVE: (
        "Searching is inactive until the Service Center has looked at your registration: it knows"
        " an account with the same name, date of birth and e-mail. Please call."
    ),
}


def send_registered(account: PacerAccount) -> None:
    """Into the practice mailbox, at the e-mail that was typed."""
    send_mail(SUBJECT, _body(account), None, [account.email])


def _body(account: PacerAccount) -> str:
    status = CaseSearchStatus(account.case_search_status)
    return "\n".join(
        (
            f"{account.full_name},",
            "",
            "your PACER account is open.",
            "",
            f"Account Number: {account.account_number}",
            f"Username: {account.username}",
            f"Account Type: {account.get_account_type_display()}",
            f"Case Search Status: {status.label}",
            "",
            SEARCH[status],
            "",
            "Do you e-file already? Then this account must still be linked to your CM/ECF account"
            " in each court that has moved to NextGen CM/ECF. Keep your old CM/ECF login and"
            " password until you have done that.",
            f"What e-filers must do: {reverse('pacer:nextgen')}",
            f"Manage My Account: {reverse('psc:login')}",
            "",
            f"{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}",
            "Nobody from the Service Center or a court will ever ask for your password.",
        )
    )
