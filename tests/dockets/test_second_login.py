"""Before the outage a filer logs in with PACER too, to search and read."""

import pytest

from tests.support import legacy, login_pages
from tests.support.cast import ADELE, JOHN, NOEL, RUTH
from tests.support.legacy import log_in, menu_of
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db
EXEMPTION = "/ecf/nmd/utilities/exemption/"


@pytest.fixture
def noel(visitor):
    return legacy.as_filer(visitor, NOEL)


def pay_with(visitor, who, **extra):
    return log_in(visitor, who.username, who.password, redaction=False, at=legacy.QUERY, **extra)


def test_filer_is_asked_for_pacer_only_and_not_for_redaction(noel):
    page = noel.get(legacy.QUERY)
    text = page_text(page)
    assert "This page is billed to a PACER account. Log in with PACER too." in text
    assert "You stay logged in as nattorney, Noel Attorney, for filing." in text
    assert "redaction" not in text.lower()


def test_masthead_says_who_files_and_who_pays(noel):
    assert pay_with(noel, NOEL)["Location"].endswith(legacy.QUERY)
    page = noel.get(legacy.QUERY)
    assert "Logged in as nattorney, Noel Attorney" in page_text(page)
    assert "Searches billed to PACER: noelattorney" in page_text(page)
    assert "Civil" in menu_of(page)


def test_search_is_billed_to_the_pacer_login_with_its_code(noel):
    pay_with(noel, ADELE, code="SAMPLE-DITCH")  # a shared login was allowed then
    assert "SAMPLE-DITCH" in page_text(noel.get(legacy.ENTRY))
    noel.post(legacy.QUERY, {"last_name": "Sample"})
    row = noel.rehearsal.usage_transactions.order_by("-pk").first()
    assert (row.account.account_number, row.client_code) == (ADELE.number, "SAMPLE-DITCH")


@pytest.mark.parametrize(
    ("password", "said"),
    [
        (NOEL.ecf_password, "That is a CM/ECF login."),
        ("wrong", "either your login or your password is incorrect"),
    ],
)
def test_cmecf_login_typed_there_keeps_the_filer_logged_in(noel, password, said):
    page = log_in(noel, NOEL.login, password, redaction=False, at=legacy.QUERY)
    assert page.status_code == 200
    assert said in page_text(page)
    assert "Logged in as nattorney" in page_text(noel.get(f"{legacy.MENU}?Utilities"))
    assert "billed to a PACER account" in page_text(noel.get(legacy.QUERY))


def test_another_filers_login_typed_there_changes_nothing(noel):
    page = log_in(noel, JOHN.login, JOHN.ecf_password, at=legacy.QUERY)
    assert "That is a CM/ECF login." in page_text(page)
    assert "Logged in as nattorney" in page_text(page)


def test_logout_ends_both_logins_and_names_them(noel):
    pay_with(noel, RUTH)
    both = "the CM/ECF login nattorney and the PACER username ruthparalegal"
    assert both in page_text(noel.get(f"{legacy.LOGIN}?logout"))
    assert both in page_text(noel.post(f"{legacy.LOGIN}?logout"))
    ended = noel.rehearsal.activities.filter(what="cmecf.sign_out").values_list("who", flat=True)
    assert set(ended) == {"CM/ECF nattorney", f"PACER {RUTH.number}"}
    assert "CM/ECF Filer or PACER Login" in page_text(noel.get(legacy.QUERY))


def test_changed_cmecf_password_keeps_the_pacer_login(noel):
    pay_with(noel, NOEL)
    legacy.change_password(noel, NOEL.ecf_password, legacy.NEW_PASSWORD)
    assert "Searches billed to PACER: noelattorney" in page_text(noel.get(legacy.QUERY))


def billed(visitor):
    """The account number, client code and fee of the newest charge."""
    row = visitor.rehearsal.usage_transactions.order_by("-pk").first()
    return row.account.account_number, row.client_code, row.fee


def test_pacer_login_before_the_cmecf_login_stays_and_pays(visitor):
    assert log_in(visitor, JOHN.username, JOHN.password, code="MESA").status_code == 302
    legacy.as_filer(visitor, NOEL)
    page = visitor.get(legacy.QUERY)
    assert "Logged in as nattorney" in page_text(page)
    assert "Searches billed to PACER: johnattorney" in page_text(page)
    visitor.post(legacy.QUERY, {"last_name": "Sample"})
    assert billed(visitor)[:2] == (JOHN.number, "MESA")


def test_sign_on_at_pacer_pays_for_a_filer_without_a_second_login(visitor):
    login_pages.log_in(visitor, JOHN, client_code="MESA")
    assert "CM/ECF Filer or PACER Login" in page_text(visitor.get(legacy.QUERY))
    legacy.as_filer(visitor, NOEL)
    assert "Searches billed to PACER: johnattorney" in page_text(visitor.get(legacy.QUERY))
    visitor.post(legacy.QUERY, {"last_name": "Sample"})
    assert billed(visitor)[:2] == (JOHN.number, "MESA")
    visitor.post("/cso/logout/")
    assert "Searches billed" not in page_text(visitor.get(legacy.QUERY))


def test_logout_of_the_court_does_not_end_the_sign_on_that_pays(visitor):
    login_pages.log_in(visitor, JOHN)
    legacy.as_filer(visitor, NOEL)
    for page in (visitor.get(f"{legacy.LOGIN}?logout"), visitor.post(f"{legacy.LOGIN}?logout")):
        assert "the CM/ECF login nattorney." in page_text(page)
        assert "PACER username" not in page_text(page)
    assert "you are still logged in with PACER as johnattorney. Log out of PACER" in page_text(page)
    assert login_pages.is_signed_on(visitor)


def test_exemption_of_the_sign_on_holds_for_the_filers_searches(visitor):
    cja = visitor.rehearsal.pacer_accounts.get(username="miriamcja")
    login_pages.log_in(visitor, username=cja.username, password="Mesa-Exempt-17")
    legacy.as_filer(visitor, NOEL)
    visitor.post(EXEMPTION, {"is_exempt": "yes"})
    visitor.post(legacy.QUERY, {"last_name": "Sample"})
    assert billed(visitor)[0] == cja.account_number
    assert billed(visitor)[2] == 0


@pytest.mark.parametrize(
    "columns",
    [{"case_search_status": "inactive"}, {"requires_client_code": True}, {"holder_kind": "paa"}],
)
def test_sign_on_that_may_not_search_leaves_the_second_login(visitor, columns):
    login_pages.log_in(visitor, JOHN)
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(**columns)
    legacy.as_filer(visitor, NOEL)
    assert "billed to a PACER account" in page_text(visitor.get(legacy.QUERY))
    assert pay_with(visitor, RUTH).status_code == 302
    assert "Searches billed to PACER: ruthparalegal" in page_text(visitor.get(legacy.QUERY))


def test_another_filer_does_not_search_with_the_payer_of_the_first(noel):
    pay_with(noel, NOEL)
    legacy.as_filer(noel, NOEL)  # the same filer again
    assert "Searches billed to PACER: noelattorney" in page_text(noel.get(legacy.QUERY))
    legacy.as_filer(noel, JOHN)
    page = page_text(noel.get(legacy.QUERY))
    assert "Logged in as jattorney" in page
    assert "noelattorney" not in page
    assert "billed to a PACER account. Log in with PACER too." in page


def test_login_page_names_the_pacer_account_that_will_pay_for_a_filer(visitor):
    legacy.as_reader(visitor, RUTH)
    said = "If you log in as a filer, PACER bills your searches to ruthparalegal."
    assert said in page_text(visitor.get(legacy.LOGIN))
    legacy.as_filer(visitor, NOEL)
    assert "If you log in as a filer" not in page_text(visitor.get(legacy.LOGIN))


def test_payer_of_the_court_comes_before_the_sign_on(noel):
    pay_with(noel, RUTH)
    login_pages.log_in(noel, JOHN)
    assert "Searches billed to PACER: ruthparalegal" in page_text(noel.get(legacy.QUERY))


def test_without_any_login_both_are_offered(visitor):
    page = page_text(visitor.get(legacy.QUERY))
    assert "CM/ECF Filer or PACER Login" in page
    assert "I understand that, if I file" in page
