"""Practice help on the account page: the next step for a PACER account (seed, Steps 1 to 4)."""

from dataclasses import dataclass
from datetime import datetime

from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.registration import kinds
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.app_config import HomeCourt, declared_function
from rehearsals.clock.court_time import moment_text
from rehearsals.models import Rehearsal
from rehearsals.web.addresses import address, page_url


@dataclass(frozen=True)
class NextStep:
    """A heading, a few sentences, and a link unless `url` is empty."""

    heading: str
    text: str
    url: str = ""
    label: str = ""


def next_step(account: PacerAccount, rehearsal: Rehearsal, at: datetime) -> NextStep:
    """What the holder of `account` does next at the court time `at`."""
    court = rehearsal.home_court
    if account.holder_kind == HolderKind.PAA:
        return _pay_for_others()
    if why_not_upgrade(account) is None:
        return _upgrade()
    if declared_function("is_linked_at_home")(account, rehearsal):
        return _file(court)
    if _registered_to_file(account):
        return _request_or_link(court, at)
    return _link(court, at)


def _registered_to_file(account: PacerAccount) -> bool:
    """Whether the account was opened as a filer's. It may have no CM/ECF account to link."""
    kind = kinds.find(account.registered_as)
    return kind is not None and bool(kind.continues)


def _pay_for_others() -> NextStep:
    return NextStep(
        "",
        "This is a PACER Administrative Account. It pays a firm's bills and can't search or file."
        " Each attorney files with their own account. The tab PAA Maintenance shows the accounts it"
        " pays for.",
        address("account:paa_members"),
        "Open PAA Maintenance",
    )


def _upgrade() -> NextStep:
    return NextStep(
        "Next step: upgrade",
        "You can't link a legacy account, so you can't use it to e-file in NextGen. The upgrade has"
        " three short pages. Have your date of birth and county ready. You upgrade once, and your"
        " account number stays the same.",
        address("account:upgrade"),
        "Upgrade this account",
    )


def _file(court: HomeCourt) -> NextStep:
    return NextStep(
        "You're all set here",
        f"You can file in the {court.name} with this account. Log in there with your PACER username"
        " and password. Other courts are separate: link or register in each one.",
        page_url("court_cmecf", court.code),
        "Open CM/ECF",
    )


def _request_or_link(court: HomeCourt, at: datetime) -> NextStep:
    maintenance = address("account:maintenance")
    if at >= court.go_live_at:
        return NextStep(
            "Next step: request e-filing, or link",
            f"If you're new to e-filing in the {court.name}, request it under Maintenance. You can"
            " file after the court approves your request. You don't need to link anything. If you"
            " already e-file there, link instead. You need your CM/ECF login and password.",
            maintenance,
            "Maintenance",
        )
    return NextStep(
        "Next step: wait for the court's move",
        f"The {court.name} moves on {moment_text(court.go_live_at, court.time_zone)}. If you're new"
        " to e-filing there, request it under Maintenance on or after that date. You don't need to"
        " link anything. If you already e-file there, link on or after that date. Make sure now that"
        " you know your CM/ECF login and password.",
        maintenance,
        "Maintenance",
    )


def _link(court: HomeCourt, at: datetime) -> NextStep:
    if at >= court.go_live_at:
        return NextStep(
            "Next step: link",
            "Your account is upgraded and the court is live. Link it to the CM/ECF account you used"
            " before. Have your CM/ECF login and password ready.",
            page_url("link_form", court.code),
            "Link a CM/ECF account to my PACER account",
        )
    opening = (
        "Your PACER account is upgraded and ready. Linking opens on"
        f" {moment_text(court.go_live_at, court.time_zone)}. To link, you need your CM/ECF login and"
        " password."
    )
    if at >= court.outage_starts_at:
        return NextStep(
            "Next step: link on go-live morning",
            f"{opening} CM/ECF is closed until then, so find your login now in your records or"
            " password manager.",
        )
    return NextStep(
        "Next step: check your CM/ECF login",
        f"{opening} Log in to CM/ECF now, while the old system is open, and check the e-mail address"
        " on file.",
        page_url("court_login", court.code),
        "Open the CM/ECF login page",
    )
