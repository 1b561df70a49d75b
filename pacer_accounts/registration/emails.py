"""The e-mail that confirms a registration, and what it shares with the page after it."""

from datetime import datetime

from django.urls import reverse

from pacer_accounts.choices import CaseSearchStatus, HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration.rules import has_plus
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email
from rehearsals.web.addresses import page_url

SUBJECT = "Your new PACER account"

SEARCH = {
    CaseSearchStatus.ACTIVE: "You can search cases now.",
    CaseSearchStatus.NOT_ACTIVATED: (
        "You can't search cases yet. A letter with an activation code comes by U.S. mail in 7 to 10"
        " business days. You can link this account and file without the code."
    ),
    CaseSearchStatus.INACTIVE: (
        "You can't search cases until the Service Center has reviewed your registration. An account"
        " with the same name, date of birth and e-mail already exists. Please call."
    ),
}
BILLING = "A billing account only pays bills. It can't search, file or be linked."
HOLD = "Review Registration Hold"
PLUS = (
    "An e-mail address with a plus sign and a tag counts as the same mailbox as the address without"
    " them."
)
E_FILER = (
    "If you already e-file, link this account to your CM/ECF account in each court that has moved to"
    " NextGen CM/ECF. Keep your CM/ECF login and password until you have linked them."
)
NEXT = {
    "attorney-filers": (
        "If you already e-file in a court, link your accounts. Do not register for e-filing there."
        " If you are new to a court, request e-filing in Manage My Account, under Maintenance,"
        " after that court has moved to NextGen CM/ECF. You can file after the court approves your"
        " request."
    ),
    "non-attorney-filers": (
        "If a court has given you a CM/ECF login, link it. You don't need anything else. If you are"
        " new to e-filing there, request it in Manage My Account, under Maintenance, after that court"
        " has moved to NextGen CM/ECF. The court decides whether to grant your role."
    ),
    "firm-billing": (
        "Add the PACER accounts of your office in Manage My Account, under PAA Maintenance. Each"
        " account holder must accept before you pay for that account."
    ),
}


def what_it_means(account: PacerAccount) -> str:
    """What a new account's status means. An inactive account has `HOLD` as the heading above it."""
    if account.holder_kind == HolderKind.PAA:
        return BILLING
    status = CaseSearchStatus(account.case_search_status)
    plus = status == CaseSearchStatus.INACTIVE and has_plus(account.email)
    return SEARCH[status] + (f" {PLUS}" if plus else "")


def send_registered(account: PacerAccount, *, at: datetime, role: str = "") -> None:
    """To the e-mail address of the new account. `role`: the Role in Court that was chosen, or ""."""
    send_email(
        account.rehearsal,
        at=at,
        to=[account.email],
        sender=PSC_CARD.email,
        subject=SUBJECT,
        body=_body(account, role),
    )


def _body(account: PacerAccount, role: str) -> str:
    is_billing = account.holder_kind == HolderKind.PAA
    status = "Account Status" if is_billing else "Case Search Status"
    return "\n".join(
        (
            f"{account.full_name},",
            "",
            f"The billing account of {account.firm} is open."
            if is_billing
            else "Your PACER account is open.",
            "",
            f"Account Number: {account.account_number}",
            f"Username: {account.username}",
            f"Account Type: {account.get_account_type_display()}",
            f"{status}: {account.get_case_search_status_display()}",
            *([f"Role in Court, not yet requested: {role}"] if role else []),
            "",
            *([HOLD] if account.case_search_status == CaseSearchStatus.INACTIVE else []),
            what_it_means(account),
            "",
            NEXT.get(account.registered_as, E_FILER),
            *([] if is_billing else [f"What e-filers must do: {reverse('pacer:nextgen')}"]),
            f"Manage My Account: {page_url('account_login')}",
            "",
            f"{PSC_CARD.name}: {PSC_CARD.phone}, {PSC_CARD.email}",
            "The Service Center and the courts will never ask for your password.",
        )
    )
