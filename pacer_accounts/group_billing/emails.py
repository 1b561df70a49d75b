"""E-mails between a PAA and its members. The functions return messages that `send_all` sends."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PaaMembership, PacerAccount
from pacer_accounts.preferences.client_codes import describe_rule
from rehearsals.help.refusals import PSC_CARD
from rehearsals.mail.services import send_email

SUSPENDED = (
    "Case search is suspended for this account (Case Search Status: Inactive) until the PACER Service"
    " Center reactivates it or another PAA pays for it. You can still file."
)


@dataclass(frozen=True)
class Message:
    to: PacerAccount
    subject: str
    text: str


def send_all(messages: Iterable[Message], *, at: datetime) -> None:
    """Send the messages at the court time `at`; accounts without an e-mail address get none."""
    for message in messages:
        send_email(
            message.to.rehearsal,
            at=at,
            to=[message.to.email] if message.to.email else [],
            subject=message.subject,
            body=_body(message),
            sender=PSC_CARD.email,
        )


def _body(message: Message) -> str:
    account = message.to
    is_one_person = account.holder_kind == HolderKind.INDIVIDUAL
    return f"""{account.full_name if is_one_person else account.mailing_name}
PACER account {account.account_number}

{message.text.strip()}

Your account:
{reverse("account:landing")}

Questions? PACER Service Center: {PSC_CARD.phone}, {PSC_CARD.email}"""


def invited(membership: PaaMembership) -> Message:
    return Message(
        membership.account,
        "A PAA offers to pay for your PACER account",
        f"{_paa(membership.paa)} offers to pay this account's PACER fees.\n"
        f"{_remark(membership.remark)}\n"
        "Nothing changes unless you accept. Log in to Manage My Account, read the invitation, and"
        f" accept or decline:\n{reverse('account:paa_invitations')}",
    )


def accepted(membership: PaaMembership) -> list[Message]:
    paa, account, moved = membership.paa, membership.account, f"{membership.moved:.2f}"
    to_member = (
        f"{_paa(paa)} now pays this account's PACER fees. You won't get invoices.\n"
        f"Balance moved to the PAA: ${moved}.\n{_code_rule(account)}"
    )
    to_paa = (
        f"{_member(account)} accepted your invitation. This PAA now pays for the account.\n"
        f"Added to this PAA's balance: ${moved}."
    )
    return [
        Message(account, "A PAA pays for your PACER account", to_member),
        Message(paa, "An account joined your PAA", to_paa),
    ]


def declined(membership: PaaMembership) -> Message:
    text = (
        f"{_member(membership.account)} declined your invitation. You don't pay for this account."
    )
    return Message(membership.paa, "An account declined to join your PAA", text)


def withdrawn(membership: PaaMembership) -> list[Message]:
    paa, account, remark = membership.paa, membership.account, _remark(membership.end_remark)
    to_member = f"{_paa(paa)} withdrew its invitation. Your account hasn't changed.\n{remark}"
    to_paa = f"You withdrew the invitation to {_member(account)}.\n{remark}"
    return [
        Message(account, "A PAA withdrew its invitation", to_member),
        Message(paa, "You withdrew an invitation", to_paa),
    ]


def ended(membership: PaaMembership, *, by_member: bool) -> list[Message]:
    """To the member and the PAA."""
    paa, account, remark = membership.paa, membership.account, _remark(membership.end_remark)
    if by_member:
        to_member = f"You removed this account from {_paa(paa, start=False)}."
        to_paa = f"{_member(account)} left this PAA."
    else:
        to_member = f"{_paa(paa)} removed this account."
        to_paa = f"You removed {_member(account)} from this PAA."
    to_member += f" You now pay this account's fees yourself.\n{remark}\n{SUSPENDED}"
    to_paa += f" Charges up to now stay on this PAA's balance.\n{remark}"
    return [
        Message(account, "Removed from a PAA", to_member),
        Message(paa, "Removed from your PAA", to_paa),
    ]


def code_changed(paa: PacerAccount, member: PacerAccount) -> Message:
    text = (
        f"{_paa(paa)}, which pays for this account, changed its client code rule.\n"
        f"{_code_rule(member)}"
    )
    return Message(member, "The client code rule of your PACER account", text)


def _paa(paa: PacerAccount, *, start: bool = True) -> str:
    """The PAA by name and number, at the start of a sentence or inside one."""
    the = "The" if start else "the"
    return f"{the} PACER Administrative Account (PAA) {paa.account_number} of {paa.mailing_name}"


def _member(account: PacerAccount) -> str:
    return f"PACER account {account.account_number} ({account.full_name})"


def _remark(remark: str) -> str:
    return f"Remark: {remark}\n" if remark else ""


def _code_rule(account: PacerAccount) -> str:
    return describe_rule(account.requires_client_code, account.client_code_format)
