"""The tables of docs/rules.md whose rules need no database: heading to a function."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from cmecf.courts.phases import phase_at
from cmecf.legacy.rules import LEGACY_LOCKOUT
from cmecf.models import AccountOrigin, CmecfAccount, Court
from cso.mfa.rules import required_updates
from cso.sign_on.notices import (
    BILLING,
    CODE_MALFORMED,
    CODE_MISSING,
    INACTIVE,
    NOT_ACTIVATED,
    notices_of,
)
from cso.sign_on.rules import LOCKOUT, sign_on_refusal
from dockets.fees.rules import report_pages
from efile.models import EfileRegistration
from efile.queue import rules as queue_rules
from efile.registration import rules
from linking.link.rules import why_not_this_login, why_not_this_pacer_account
from pacer_accounts.billing import rules as billing_rules
from pacer_accounts.choices import FeeKind
from pacer_accounts.credentials.rules import password_faults
from pacer_accounts.group_billing.rules import status_after_leaving, why_not_join
from pacer_accounts.models import PacerAccount
from pacer_accounts.preferences import client_codes
from pacer_accounts.preferences.client_codes import CodeFault
from pacer_accounts.profile.rules import names_agree
from pacer_accounts.registration.rules import (
    Identity,
    account_type_at_registration,
    case_search_status,
    owner_of,
)
from pacer_accounts.search_activation.rules import why_not_activate
from pacer_accounts.upgrade.rules import why_not_upgrade
from rehearsals.clock.business_days import business_days_after
from rehearsals.clock.rules import is_other_day
from rehearsals.models import Rehearsal
from rehearsals.options.rules import why_not_change_rules
from rehearsals.packs.pack import get_pack
from rehearsals.security.limits import ALL
from rehearsals.security.login_attempts import AttemptCount, after_attempt
from tests.rules.filing import FILING
from tests.rules.notices import NOTICES as NOTICE_TABLES
from tests.rules.tables import Row, at, outcome, yes
from tests.support.moments import LIVE, OUTAGE
from training.bookmarks.rules import moves_the_clock, why_not_bookmark, why_not_go_back
from training.run.log import Person, is_of
from training.run.rules import is_wrong_user_type

HOME = "America/Denver"
NOTICES = {
    "BILLING": BILLING, "INACTIVE": INACTIVE, "NOT_ACTIVATED": NOT_ACTIVATED,
    "CODE_MISSING": CODE_MISSING, "CODE_MALFORMED": CODE_MALFORMED,
}  # fmt: skip


def none(text: str) -> str:
    return "" if text == "none" else text


def pacer(row: Row) -> PacerAccount:
    return PacerAccount(
        account_type=row["type"], holder_kind=row["holder"], is_disabled=yes(row, "disabled")
    )


def login(row: Row) -> CmecfAccount:
    return CmecfAccount(
        login="someone",
        pacer_account_id=1 if yes(row, "linked") else None,
        linked_at=LIVE if yes(row, "linked") else None,
        is_active=yes(row, "active"),
        must_reset_password=yes(row, "must reset"),
    )


def locks(row: Row) -> Row:
    """Fail until the login locks, then once more halfway through the wait."""
    rule, tally, attempts = (
        {"pacer": LOCKOUT, "cmecf": LEGACY_LOCKOUT}[row["login"]],
        AttemptCount(),
        0,
    )
    while not tally.is_locked(LIVE):
        tally, attempts = after_attempt(tally, rule, LIVE)[1], attempts + 1
    minutes = (tally.locked_until - LIVE).seconds // 60
    later = after_attempt(tally, rule, LIVE + rule.lock / 2)[1]
    restarts = "yes" if later.locked_until > tally.locked_until else "no"
    return {"locking attempt": str(attempts), "minutes": str(minutes), "restarts": restarts}


def limit(row: Row) -> Row:
    rule = next(rule for rule in ALL if rule.rule == row["row"])
    counted = {"counted by": rule.by.value, "attempts": str(rule.allowed)}
    return counted | {"seconds": str(rule.seconds)}


def client_code(row: Row) -> str:
    code, mask = none(row["code"]), none(row["format"])
    fault = client_codes.fault(code, yes(row, "required"), mask, row["era"])
    return fault.value if fault else "ok"


def sign_on(row: Row) -> str:
    right, disabled, locked = (yes(row, name) for name in ("right", "disabled", "locked"))
    return outcome(sign_on_refusal(is_right=right, is_disabled=disabled, is_locked=locked))


def notices(row: Row) -> str:
    fault = None if row["code"] == "ok" else CodeFault(row["code"])
    shown = notices_of(row["holder"], row["status"], fault)
    return ", ".join(
        name for notice in shown for name, known in NOTICES.items() if notice is known
    ) or ("none")


def letter(row: Row) -> str:
    return business_days_after(at(row, "asked"), int(row["days"]), HOME).isoformat()


def update_required(row: Row) -> Row:
    needed = required_updates(
        era=row["era"],
        is_enrolled=yes(row, "enrolled"),
        is_legacy=row["type"] == "legacy",
        is_filer=yes(row, "filer"),
        skips=int(row["skips"]),
        is_old=yes(row, "old password"),
    )
    asked = [name for name, wanted in (("password", needed.password), ("enroll", needed.enroll))
             if wanted]  # fmt: skip
    skip = "yes" if needed.may_skip else "no"
    return {"asks": ", ".join(asked) or "nothing", "may skip": skip}


def two_names(row: Row) -> str:
    (given, family), (other_given, other_family) = (
        row[column].split(" / ") for column in ("CM/ECF", "PACER")
    )
    cmecf_account = CmecfAccount(first_name=given, last_name=family)
    pacer_account = PacerAccount(first_name=other_given, last_name=other_family)
    return "same" if names_agree(cmecf_account, pacer_account) else "differ"


def court_with(**facts) -> Court:
    return Court(outage_starts_at=OUTAGE, go_live_at=LIVE, time_zone=HOME, **facts)


def which_court(row: Row) -> str:
    """The court's phase comes first, then the account's record there."""
    record = {
        "nothing": None,
        "linked": CmecfAccount(),
        "registered": CmecfAccount(origin=AccountOrigin.REGISTRATION),
        "closed": CmecfAccount(is_active=False),
    }[row["known as"]]
    closed = rules.why_closed(court_with(), at(row, "at"))
    return outcome(closed or rules.why_not_here(record, yes(row, "open request")))


def grants(row: Row) -> str:
    court = court_with(filer_roles=["attorney", "party"], applications=["efile_only"])
    return outcome(rules.why_not_ask_for(court, row["kind"], row["role"], none(row["application"])))


def needs(row: Row) -> str:
    given = {
        "recent_case": "1:20-cv-90001-TRN-SIM" if yes(row, "case") else "",
        "has_document": yes(row, "document"),
    }
    court = court_with(asks_for_document=True)
    return outcome(rules.why_incomplete(court, row["role"], none(row["application"]), **given))


def decision(row: Row) -> str:
    holder = PacerAccount(is_disabled=yes(row, "disabled"))
    request = EfileRegistration(status=row["status"], pacer_account=holder)
    remark = "Please send the certificate." if yes(row, "remark") else "  "
    if row["decision"] == "approve":
        here = CmecfAccount() if yes(row, "files here") else None
        return outcome(queue_rules.why_not_approve(request, here))
    if row["decision"] == "reject":
        return outcome(queue_rules.why_not_reject(request, none(row["reason"]), remark))
    assert row["decision"] == "more"
    return outcome(queue_rules.why_not_ask_for_more(request, remark))


def move_of_the_clock(row: Row) -> str:
    return "end" if is_other_day(at(row, "before"), at(row, "after"), HOME) else "stay"


def account_type(row: Row) -> str:
    return account_type_at_registration(datetime.fromisoformat(row["opened"]))


def owner(row: Row) -> str:
    cast = get_pack("nmd-2020").personas
    chosen = next((persona for persona in cast if persona.name == row["chosen"]), None)
    first_name, last_name = row["name"].split()
    typed = Identity.of(
        first_name=first_name,
        last_name=last_name,
        email=row["e-mail"],
        date_of_birth=date.fromisoformat(row["born"]),
    )
    found = owner_of(typed, cast, chosen)
    return found.name if found else "new"


GRANT = Person(
    "Grant Counsel",
    own=frozenset({"PACER 7990023", "CM/ECF gcounsel"}),
    shared=frozenset({"PACER 7990003"}),
    others=frozenset({"PACER 7990002"}),
)


def whose_act(row: Row) -> str:
    return "yes" if is_of(GRANT, none(row["the log says"]), none(row["chosen"])) else "no"


def user_type(row: Row) -> str:
    cast = get_pack("nmd-2020").personas
    persona = next(persona for persona in cast if persona.name == row["person"])
    return "wrong" if is_wrong_user_type(persona, row["user type"]) else "right"


def going_back(row: Row) -> str:
    return outcome(
        why_not_go_back(
            keeps_bookmarks=yes(row, "switched on"),
            is_kept=yes(row, "kept"),
            has_same_columns=yes(row, "same columns"),
        )
    )


def naming(row: Row) -> str:
    named, is_on = int(row["named"]), yes(row, "switched on")
    return outcome(why_not_bookmark(keeps_bookmarks=is_on, named=named))


def clock_goes_back(row: Row) -> str:
    moves = moves_the_clock(clock_control=row["clock control"], sharing=int(row["sharing"]))
    return "yes" if moves else "no"


def reading(row: Row) -> Row:
    kind, pages = FeeKind(row["kind"]), int(row["pages"])
    fee = billing_rules.fee(pages, kind, is_exempt=yes(row, "exempt"))
    return {"billed": str(billing_rules.billable_pages(pages, kind)), "fee": str(fee)}


RULES: dict[str, Callable[[Row], str | Row]] = {
    **NOTICE_TABLES,
    **FILING,
    "Case search status at registration": lambda row: case_search_status(
        matching_facts=int(row["alike"]), has_card=yes(row, "card")
    ),
    "Account type by the day of registration": account_type,
    "Letters by U.S. mail": letter,
    "Registration: whose account it is": owner,
    "Upgrade": lambda row: outcome(why_not_upgrade(pacer(row))),
    "Activation of case search by the account holder": lambda row: outcome(
        why_not_activate(row["status"])
    ),
    "PAA: who may join": lambda row: outcome(why_not_join(pacer(row))),
    "PAA: case search after leaving": lambda row: status_after_leaving(row["status"]),
    "Link: which PACER account": lambda row: outcome(
        why_not_this_pacer_account(pacer(row), row["policy"])
    ),
    "Link: which CM/ECF login": lambda row: outcome(why_not_this_login(login(row))),
    "Link: the two names": two_names,
    "Sign-on": sign_on,
    "Notices after sign-on": notices,
    "User Update Required": update_required,
    "Lockouts": locks,
    "Limits": limit,
    "Client code": client_code,
    "Phases": lambda row: phase_at(OUTAGE, LIVE, at(row, "at")),
    "A move of the clock ends logins": move_of_the_clock,
    "PACER password by era": lambda row: str(len(password_faults(row["password"], era=row["era"]))),
    "E-file registration: which PACER account": lambda row: outcome(
        rules.why_not_begin(pacer(row), row["policy"])
    ),
    "E-file registration: which court": which_court,
    "E-file registration: which role": grants,
    "E-file registration: what a request needs": needs,
    "The court's decision": decision,
    "Rules page: who may change the rules": lambda row: outcome(
        why_not_change_rules(Rehearsal(kind=row["rehearsal"], clock_control=row["clock control"]))
    ),
    "Undo: going back to a bookmark": going_back,
    "Undo: bookmarks with a name": naming,
    "Undo: does the clock go back?": clock_goes_back,
    "Summary: whose an act of the log is": whose_act,
    "Fees: billable pages of a report": lambda row: str(report_pages(int(row["bytes"]))),
    "Fees: what reading costs": reading,
    "Fees: the quarterly waiver": lambda row: str(billing_rules.billed(Decimal(row["used"]))),
    "Summary: the User Type": user_type,
}
