"""The letter that confirms a registration. It holds no secret."""

from django.core.mail import send_mail
from django.urls import reverse

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.rules import has_plus
from rehearsals.help.refusals import PSC_CARD

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


BILLING = "A billing account only pays: it cannot search, file or be linked."
HOLD = "Review Registration Hold"
PLUS = (
    "An e-mail with a plus sign and a tag counts as the same mailbox as without: it does not make"
    " another person."
)

E_FILER = (
    "Do you e-file already? Then this account must still be linked to your CM/ECF account in each"
    " court that has moved to NextGen CM/ECF. Keep your old CM/ECF login and password until you"
    " have done that."
)
NEXT = {
    "attorney-filers": (
        "Are you an existing e-filer in the court? Link instead, and do not register for e-filing"
        " there. Are you new to it? Request e-filing in Manage My Account, under Maintenance, once"
        " the court runs NextGen CM/ECF. You can file when the court has processed the request."
    ),
    "non-attorney-filers": (
        "Has the court given you a CM/ECF login already? Link it, and ask for nothing more. Are you"
        " new to e-filing there? Request it in Manage My Account, under Maintenance, once the court"
        " runs NextGen CM/ECF. The court decides whether it grants your role."
    ),
    "firm-billing": (
        "Add the PACER accounts of your office in Manage My Account, under PAA Maintenance. Each"
        " holder is asked and must accept before you pay."
    ),
}


def what_it_means(account: PacerAccount) -> str:
    """What a new account's status says, for its letter and for the page after registering.

    An account under a hold has `HOLD` as the heading above it."""
    if account.holder_kind == HolderKind.PAA:
        return BILLING
    said = SEARCH[CaseSearchStatus(account.case_search_status)]
    if account.case_search_status != CaseSearchStatus.INACTIVE:
        return said
    return said + (f" {PLUS}" if has_plus(account.email) else "")


def send_registered(account: PacerAccount, *, role: str = "") -> None:
    """Into the practice mailbox, at the e-mail that was typed. `role`: what a non-attorney chose."""
    send_mail(SUBJECT, _body(account, role), PSC_CARD.email, [account.email])


def _body(account: PacerAccount, role: str) -> str:
    is_billing = account.holder_kind == HolderKind.PAA
    status = "Account Status" if is_billing else "Case Search Status"
    return "\n".join(
        (
            f"{account.full_name},",
            "",
            f"the billing account of {account.firm} is open."
            if is_billing
            else "your PACER account is open.",
            "",
            f"Account Number: {account.account_number}",
            f"Username: {account.username}",
            f"Account Type: {account.get_account_type_display()}",
            f"{status}: {account.get_case_search_status_display()}",
            *([f"Role in Court, not yet asked for: {role}"] if role else []),
            "",
            *([HOLD] if account.case_search_status == CaseSearchStatus.INACTIVE else []),
            what_it_means(account),
            "",
            NEXT.get(account.registered_as, E_FILER),
            *([] if is_billing else [f"What e-filers must do: {reverse('pacer:nextgen')}"]),
            f"Manage My Account: {reverse('psc:login')}",
            "",
            f"{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}",
            "Nobody from the Service Center or a court will ever ask for your password.",
        )
    )
