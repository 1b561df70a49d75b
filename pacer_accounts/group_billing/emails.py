"""Letters between a PAA and those it pays for: (subject, body, sender, recipients), sent together."""

from collections.abc import Iterable

from django.core.mail import send_mass_mail
from django.urls import reverse

from pacer_accounts.group_billing.queries import name_of
from pacer_accounts.models import PaaMembership, PacerAccount
from pacer_accounts.preferences import client_codes
from rehearsals.help.refusals import PSC_CARD

Letter = tuple[str, str, str, list[str]]

SUSPENDED = (
    "Case search is suspended for this account (Case Search Status Inactive) until the PACER Service"
    " Center makes it active again or another PAA pays for it. Filing goes on."
)


def send(letters: Iterable[Letter]) -> None:
    """Into the mailbox; a letter to nobody is left out."""
    send_mass_mail([letter for letter in letters if letter[3]])


def asked(membership: PaaMembership) -> Letter:
    paa = membership.paa
    return _letter(
        membership.account,
        "A PAA asks to pay for your PACER account",
        f"{_paa(paa)} asks to pay the PACER fees of this account.\n"
        f"{_remark(membership.remark)}\n"
        "Nothing changes unless you accept. Log in to Manage My Account, read what it means, then"
        f" accept or decline:\n{reverse('account:paa_invitations')}",
    )


def accepted(membership: PaaMembership, moved: str) -> list[Letter]:
    paa, account = membership.paa, membership.account
    mine = (
        f"{_paa(paa)} pays the PACER fees of this account from now on. You get no invoices.\n"
        f"Moved to the PAA: ${moved}.\n{code_sentence(account)}"
    )
    theirs = (
        f"{_member(account)} accepted: this PAA pays for the account from now on.\n"
        f"Moved to this PAA's balance: ${moved}."
    )
    return [
        _letter(account, "A PAA pays for your PACER account", mine),
        _letter(paa, "An account joined your PAA", theirs),
    ]


def declined(membership: PaaMembership) -> Letter:
    words = f"{_member(membership.account)} declined. This PAA does not pay for the account."
    return _letter(membership.paa, "An account declined to join your PAA", words)


def withdrawn(membership: PaaMembership) -> list[Letter]:
    paa, account, remark = membership.paa, membership.account, _remark(membership.end_remark)
    mine = f"{_paa(paa)} took its invitation back. Nothing has changed for you.\n{remark}"
    theirs = f"The invitation of {_member(account)} was taken back.\n{remark}"
    return [
        _letter(account, "A PAA took back its invitation", mine),
        _letter(paa, "You took back an invitation", theirs),
    ]


def ended(membership: PaaMembership, *, by_member: bool) -> list[Letter]:
    """To both sides, whoever ended it."""
    paa, account, remark = membership.paa, membership.account, _remark(membership.end_remark)
    if by_member:
        mine = f"You removed this account from {_paa(paa)}."
        theirs = f"{_member(account)} left this PAA."
    else:
        mine = f"{_paa(paa)} removed this account."
        theirs = f"You removed {_member(account)} from this PAA."
    mine += f" From now on you pay for it yourself.\n{remark}\n{SUSPENDED}"
    theirs += f" What was used until now stays on this PAA's balance.\n{remark}"
    return [
        _letter(account, "Removed from a PAA", mine),
        _letter(paa, "Removed from your PAA", theirs),
    ]


def code_pushed(paa: PacerAccount, member: PacerAccount) -> Letter:
    words = f"{_paa(paa)}, which pays for this account, changed its rule.\n{code_sentence(member)}"
    return _letter(member, "The client code of your PACER account", words)


def code_sentence(account: PacerAccount) -> str:
    """What the account's rule asks of a client code, for letters and pages."""
    if not account.requires_client_code and not account.client_code_format:
        return "A client code may be entered at login; none is required."
    words = client_codes.in_words(account.client_code_format)
    if account.requires_client_code:
        return f"A client code is required for case search: {words}."
    return f"A client code is not required; if one is entered, it has this form: {words}."


def _letter(to: PacerAccount, subject: str, words: str) -> Letter:
    body = f"""{name_of(to) if to.holder_kind != "individual" else to.full_name}
PACER account {to.account_number}

{words.strip()}

Your account:
{reverse("account:landing")}

Questions: PACER Service Center, {PSC_CARD.phone}, {PSC_CARD.email}.

This is a practice letter of a training simulation.
"""
    return subject, body, PSC_CARD.email, [to.email] if to.email else []


def _paa(paa: PacerAccount) -> str:
    return f"The PACER Administrative Account (PAA) {paa.account_number} of {name_of(paa)}"


def _member(account: PacerAccount) -> str:
    return f"PACER account {account.account_number} ({account.full_name})"


def _remark(remark: str) -> str:
    return f"Remark: {remark}\n" if remark else ""
