"""No page charges an account that may not search, also if it was logged in before."""

import pytest

from dockets.query.nonce import make_nonce
from tests.support import legacy, login_pages
from tests.support.addresses import AT_A_COURT
from tests.support.cast import JOHN
from tests.support.docket_pdf import FIELDS
from tests.support.docketed import case_of
from tests.support.document_pages import accept_directly, document_of
from tests.support.moments import LIVE, SEED_MOMENT

pytestmark = pytest.mark.django_db
PAGES = {name: path for name, path in AT_A_COURT.items() if name.startswith("dockets:")}
FIELDS_OF_FORMS = {
    "got_receipt": "1", "pages": "1", "last_name": "Sample", "filed_from": "1/1/2020",
    "filed_to": "3/1/2020", "date_from": "1/1/2020", "date_to": "3/1/2020",
}  # fmt: skip


def use_every_page(visitor) -> set[str]:
    """Ask for each page of dockets and send each form. Returns the descriptions of the charges."""
    rehearsal, case = visitor.rehearsal, case_of(visitor.rehearsal)
    before = set(rehearsal.usage_transactions.values_list("pk", flat=True))
    for path in PAGES.values():
        address = path.removesuffix("?0")
        visitor.get(path if address == path else f"{address}?{case.pk}")
        visitor.post(f"{address}?{make_nonce(case)}", FIELDS_OF_FORMS | {"all_case_ids": case.pk})
    visitor.post(legacy.QUERY, FIELDS_OF_FORMS)
    visitor.post(
        PAGES["dockets:docket_sheet"], FIELDS_OF_FORMS | FIELDS | {"all_case_ids": case.pk}
    )
    visitor.post("/pcl/", FIELDS_OF_FORMS)
    accept_directly(visitor, document_of(rehearsal))
    charges = rehearsal.usage_transactions.exclude(pk__in=before)
    return set(charges.values_list("description", flat=True))


def log_in(visitor, at):
    if at == LIVE:
        login_pages.log_in(visitor.at(at), JOHN)
    else:
        legacy.as_reader(visitor.at(at), JOHN)
    return visitor


def test_account_that_may_search_is_charged(visitor):
    charged = use_every_page(log_in(visitor, LIVE))
    assert {
        "Search",
        "Docket Report",
        "Image1-0",
        "Docket Activity",
        "PACER Case Locator",
    } <= charged


@pytest.mark.parametrize("at", [SEED_MOMENT, LIVE], ids=["legacy", "NextGen"])
@pytest.mark.parametrize(
    "columns",
    [
        {"case_search_status": "inactive"},
        {"case_search_status": "not_activated"},
        {"requires_client_code": True},
        {"holder_kind": "paa"},
        {"is_disabled": True},
    ],
    ids=str,
)
def test_account_that_may_not_search_is_charged_on_no_page(visitor, columns, at):
    log_in(visitor, at)
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(**columns)
    assert use_every_page(visitor) == set()
