"""docs/rules.md cannot drift: each row of its tables is asked of the rule itself."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.conf import settings

from cmecf.models import CmecfAccount
from cmecf.phases import phase_at
from cmecf.rules import LEGACY_LOCKOUT
from cso.rules import LOCKOUT, why_not
from linking.rules import why_not_this_login, why_not_this_pacer_account
from pacer_accounts import client_codes
from pacer_accounts.activation.rules import why_not_activate
from pacer_accounts.models import PacerAccount
from pacer_accounts.paa.rules import status_after_leaving, why_not_join
from pacer_accounts.registration.rules import case_search_status
from pacer_accounts.rules import account_type_at_registration, why_not_upgrade
from pacer_accounts.security_rules import password_faults
from rehearsals.attempts import Tally, after_try
from tests.moments import LIVE, OUTAGE

PAGE = (Path(settings.BASE_DIR) / "docs/rules.md").read_text()
Row = dict[str, str]


def tables() -> dict[str, list[Row]]:
    """Each heading's rows, by the names of the columns."""
    found = {}
    for part in PAGE.split("\n## ")[1:]:
        lines = [line for line in part.splitlines() if line.startswith("|")]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        rows = [dict(zip(cells[0], row, strict=True)) for row in cells[2:]]
        found[part.splitlines()[0]] = rows
    return found


def pacer(row: Row) -> PacerAccount:
    return PacerAccount(
        account_type=row["type"], holder_kind=row["holder"], is_disabled=row["disabled"] == "yes"
    )


def login(row: Row) -> CmecfAccount:
    return CmecfAccount(
        login="someone",
        pacer_account_id=1 if row["linked"] == "yes" else None,
        linked_at=LIVE if row["linked"] == "yes" else None,
        is_active=row["active"] == "yes",
        must_reset_password=row["must reset"] == "yes",
    )


def locks(row: Row) -> str:
    """Fails until locked; then tries once more a minute later."""
    rule, tally, tries = {"pacer": LOCKOUT, "cmecf": LEGACY_LOCKOUT}[row["door"]], Tally(), 0
    while not tally.is_locked(LIVE):
        tally, tries = after_try(tally, rule, LIVE)[1], tries + 1
    minutes = (tally.locked_until - LIVE).seconds // 60
    later = after_try(tally, rule, LIVE + rule.lock / 2)[1]
    anew = "yes" if later.locked_until > tally.locked_until else "no"
    assert (row["locking try"], row["minutes"], row["each try anew"]) == (
        str(tries), str(minutes), anew,
    )  # fmt: skip
    return ""


def client_code(row: Row) -> str:
    code, mask = (row[name].replace("none", "") for name in ("code", "format"))
    fault = client_codes.fault(code, row["required"] == "yes", mask, row["era"])
    return fault.value if fault else "ok"


def said(reason) -> str:
    return reason.name if reason else "ok"


def at(row: Row, column: str) -> datetime:
    return datetime.fromisoformat(row[column])


def sign_on(row: Row) -> str:
    right, disabled, locked = (row[name] == "yes" for name in ("right", "disabled", "locked"))
    return said(why_not(is_right=right, is_disabled=disabled, is_locked=locked))


RULES: dict[str, Callable[[Row], str]] = {
    "Case search status at registration": lambda row: case_search_status(
        likeness=int(row["alike"]), has_card=row["card"] == "yes"
    ),
    "Account type by the day of registration": lambda row: account_type_at_registration(
        at(row, "opened")
    ),
    "Upgrade": lambda row: said(why_not_upgrade(pacer(row))),
    "Activation of case search by its holder": lambda row: said(why_not_activate(row["status"])),
    "PAA: who may join": lambda row: said(why_not_join(pacer(row))),
    "PAA: case search after leaving": lambda row: status_after_leaving(row["status"]),
    "Link: which PACER account": lambda row: said(
        why_not_this_pacer_account(pacer(row), row["policy"])
    ),
    "Link: which CM/ECF login": lambda row: said(why_not_this_login(login(row))),
    "Sign-on": sign_on,
    "Lockouts": locks,
    "Client code": client_code,
    "Phases": lambda row: phase_at(OUTAGE, LIVE, at(row, "at")),
    "PACER password by era": lambda row: str(len(password_faults(row["password"], era=row["era"]))),
}
ROWS = [(heading, row) for heading, rows in tables().items() for row in rows]


def test_every_table_is_asked_and_no_row_has_the_name_of_another():
    assert set(tables()) == set(RULES)
    names = [row["row"] for _, row in ROWS]
    assert len(set(names)) == len(names)
    assert all("Source: " in part for part in PAGE.split("\n## ")[1:])


@pytest.mark.parametrize(("heading", "row"), ROWS, ids=[row["row"] for _, row in ROWS])
def test_the_rule_says_what_the_table_says(heading, row):
    assert str(RULES[heading](row)) == row.get("outcome", "")
