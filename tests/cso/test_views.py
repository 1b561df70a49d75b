"""The login and logout pages."""

from urllib.parse import quote, urlencode

import pytest
from django.test import Client

from rehearsals.models import Activity
from tests.support.cast import ADELE, JOHN, NOEL, OWEN
from tests.support.factories import PacerAccountFactory
from tests.support.login_pages import COURTS, CSO, PSC, is_signed_on, log_in
from tests.support.moments import JUST_BEFORE_LIVE, JUST_BEFORE_OUTAGE, LIVE, OUTAGE, SEED_MOMENT
from tests.support.visitor import Visitor

pytestmark = pytest.mark.django_db

NMD = "District of New Mexico - Document Filing System"
NMB = "Bankruptcy Court, District of New Mexico - Document Filing System"
SENTENCE = (
    "Enter your PACER credentials to update personal information, register to e-file, make an "
    "online payment, or to perform other account maintenance functions."
)
NOTICE = (
    "This is a restricted government web site for official PACER use only. Unauthorized entry is "
    "prohibited and subject to prosecution under Title 18 of the U.S. Code. All activities and "
    "access attempts are logged."
)


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (CSO, ["Login", "Client Code", "Forgot User Name?", NOTICE]),
        (PSC, ["MANAGE MY ACCOUNT", SENTENCE, "Forgot Username?"]),
    ],
)
def test_login_pages_match_the_seed(visitor, path, words):
    page = text(visitor.get(path))
    shared = ["* Required Information", "Username *", "Password *", ">Login</button>"]
    shared += [">Clear</button>", ">Cancel</button>", "Need an Account?", "Forgot Your Password?"]
    assert not [word for word in words + shared if word not in page]


def test_manage_my_account_asks_for_no_client_code(visitor):
    assert "Client Code" not in text(visitor.get(PSC))
    assert "Forgot User Name?" not in text(visitor.get(PSC))


@pytest.mark.parametrize(
    "names",
    [
        ("username", "password", "client_code"),
        ("loginForm:loginName", "loginForm:password", "loginForm:clientCode"),
    ],
)
def test_real_and_plain_element_names_are_accepted(visitor, names):
    visitor.post(CSO, dict(zip(names, (JOHN.username, JOHN.password, "SMITH-1"), strict=True)))
    assert "SMITH-1" in text(visitor.get(COURTS))


@pytest.mark.parametrize("who", [NOEL, JOHN, ADELE, OWEN], ids=lambda who: who.key)
@pytest.mark.parametrize(("path", "landing"), [(CSO, COURTS), (PSC, "/psc/account/")])
def test_legacy_and_upgraded_accounts_log_in(visitor, who, path, landing):
    assert log_in(visitor, who, path=path).url == visitor.rehearsal.mount + landing
    assert is_signed_on(visitor)


def test_one_login_opens_service_center_and_courts(visitor):
    log_in(visitor, NOEL, path=PSC)
    assert visitor.get(CSO).url.endswith(COURTS)
    assert visitor.get(PSC).url.endswith("/psc/account/")


@pytest.mark.parametrize("times", [0, 1, 2])
@pytest.mark.parametrize("param", ["appurl", "next"])
@pytest.mark.parametrize("login_path", [CSO, PSC])
def test_login_leads_back_to_the_page_wanted(visitor, times, param, login_path):
    wanted = visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/login.pl?logout"
    for _ in range(times):
        wanted = quote(wanted, safe="")
    answer = log_in(visitor, NOEL, path=f"{login_path}?pscCourtId=10CA&{param}={wanted}")
    assert answer.url == visitor.rehearsal.mount + "/ecf/ca10/cgi-bin/login.pl?logout"
    assert log_in(visitor, NOEL, path=login_path, **{param: answer.url}).url == answer.url


def test_login_page_redirects_when_logged_in(visitor):
    log_in(visitor, NOEL)
    wanted = f"http://testserver{visitor.rehearsal.mount}/psc/account/"
    answer = visitor.get(CSO + "?" + urlencode({"pscCourtId": "NMDC", "appurl": wanted}))
    assert answer.url == visitor.rehearsal.mount + "/psc/account/"


FORGED = [
    "//evil.example",
    "///evil.example",
    "https:evil.example",
    "https://evil.example/",
    "https://evil.example{mount}/cso/courts/",
    "https://testserver@evil.example{mount}/cso/courts/",
    "http://[evil",
    r"\\evil.example",
    r"/\evil.example",
    "{mount}\\..\\..\\evil",
    "javascript:alert(1)",
    "javascript://testserver{mount}/cso/courts/%0aalert(1)",
    "data:text/html,x",
    "{mount}/no/such/page/",
    "{mount}/../../admin/",
    "{mount}",
    "{mount}x/cso/courts/",
    "/admin/",
    "/",
    "{mount}/cso/courts/\r\nSet-Cookie: a=b",
    "{mount}/cso/courts/\x00",
    "{mount}/cso/courts/?" + "x" * 5000,
    "",
]


def check_ignored(visitor, login_path, forged, times):
    """A login that names `forged`, quoted `times` times, leads to the page that it leads to without."""
    url = forged.replace("{mount}", visitor.rehearsal.mount)
    for _ in range(times):
        url = quote(url, safe="")
    landing = visitor.rehearsal.mount + (COURTS if login_path == CSO else "/psc/account/")
    assert log_in(visitor, NOEL, path=login_path, appurl=url, next=url).url == landing
    page = visitor.get(f"{login_path}?{urlencode({'appurl': url})}")
    assert page.status_code in (302, 400)
    assert "evil" not in page.headers.get("Location", "")


@pytest.mark.parametrize("times", [0, 1])
@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("login_path", [CSO, PSC])
def test_forged_destination_is_ignored(visitor, login_path, forged, times):
    check_ignored(visitor, login_path, forged, times)


@pytest.mark.parametrize("times", [0, 1])
@pytest.mark.parametrize("forged", ["{other}/cso/courts/", "{mount}/{other}/cso/courts/"])
@pytest.mark.parametrize("login_path", [CSO, PSC])
def test_destination_in_another_rehearsal_is_ignored(
    visitor, other_rehearsal, login_path, forged, times
):
    check_ignored(visitor, login_path, forged.replace("{other}", other_rehearsal.mount), times)


@pytest.mark.parametrize(
    ("typed", "messages"),
    [
        ({}, ["Enter your username.", "Enter your password."]),
        ({"username": "noelattorney"}, ["Enter your password."]),
        ({"username": " ", "password": "x"}, ["Enter your username."]),
        ({"username": "x" * 10_000, "password": "x"}, ["at most 45 characters"]),
        ({"username": "noelattorney", "password": "x" * 10_000}, ["too long to be a PACER"]),
        ({"username": "noel\x00attorney", "password": "x"}, ["Null characters are not allowed."]),
        ({"username": "noelattorney", "password": "x\x00"}, ["Null characters are not allowed."]),
        ({"username": "🦉" * 20, "password": "🦉"}, ["Invalid username or password"]),
        ({"username": "‮noel‬", "password": "‮x"}, ["Invalid username or password"]),
        (
            {"username": "noelattorney", "password": "x", "client_code": "c" * 33},
            ["at most 32 characters"],
        ),
    ],
)
def test_invalid_input_is_reported_and_does_not_sign_on(visitor, typed, messages):
    answer = visitor.post(CSO, typed)
    assert answer.status_code == 200
    assert not [word for word in messages if word not in text(answer)]
    assert "<title>Error: Login" in text(answer)
    assert not is_signed_on(visitor)


def test_client_code_of_32_characters_is_accepted(visitor):
    log_in(visitor, NOEL, client_code="c" * 32)
    assert "c" * 32 in text(visitor.get(COURTS))


def test_spaces_are_stripped_from_username_but_not_password(visitor):
    log_in(visitor, username=f" {NOEL.username} ", password=NOEL.password + " ")
    assert not is_signed_on(visitor)
    log_in(visitor, username=f" {NOEL.username} ", password=NOEL.password)
    assert is_signed_on(visitor)


def test_refused_login_shows_usual_reasons_and_service_center(visitor):
    page = text(log_in(visitor, username=NOEL.login, password=NOEL.ecf_password))
    assert "Invalid username or password" in page
    assert "You entered a CM/ECF login." in page
    assert "Caps Lock" in page
    assert "(800) 676-6856" in page
    assert NOEL.login not in page


@pytest.mark.parametrize("path", [CSO, PSC])
def test_only_right_password_reveals_disabled_account(visitor, path):
    visitor.rehearsal.pacer_accounts.filter(account_number=NOEL.number).update(is_disabled=True)
    wrong = log_in(visitor, username=NOEL.username, password="wrong", path=path)
    assert "disabled" not in text(wrong)
    owner = text(log_in(visitor, NOEL, path=path))
    assert "Your PACER account has been disabled" in owner
    assert "(800) 676-6856" in owner
    assert not is_signed_on(visitor)


@pytest.mark.parametrize(
    ("at", "nmd_is_listed", "text_shown"),
    [
        (SEED_MOMENT, False, "uses its own login until Friday, April 17, 2020, at 3:00 pm MT"),
        (JUST_BEFORE_OUTAGE, False, "uses its own login until"),
        (OUTAGE, False, "is closed for the move to NextGen"),
        (JUST_BEFORE_LIVE, False, "is closed for the move to NextGen"),
        (LIVE, True, ""),
    ],
)
def test_court_list_follows_court_time(visitor, at, nmd_is_listed, text_shown):
    log_in(visitor.at(at), NOEL)
    page = text(visitor.get(COURTS))
    assert (f">{NMD}</a>" in page) is nmd_is_listed
    assert NMB in page
    assert text_shown in page
    assert ("Not yet NextGen" in page) is not nmd_is_listed
    assert "Manage My Account" in page


def test_closed_page_redirects_to_login_of_its_site(visitor):
    mount = visitor.rehearsal.mount
    assert visitor.get(COURTS).url == f"{mount}{CSO}?" + urlencode({"appurl": mount + COURTS})
    menu = mount + "/ecf/ca10/cgi-bin/DisplayMenu.pl?Utilities"
    asked = urlencode({"pscCourtId": "10CA", "appurl": menu})
    assert visitor.get(menu).url == f"{mount}{CSO}?{asked}"
    assert visitor.get("/psc/account/").url == f"{mount}{PSC}?" + urlencode(
        {"next": mount + "/psc/account/"}
    )


@pytest.mark.parametrize("path", ["/cso/logout/", "/psc/logout/"])
def test_logout_link_asks_for_confirmation(visitor, path):
    log_in(visitor, NOEL)
    page = visitor.get(path)
    assert f"PACER {NOEL.number}" in text(page)
    assert is_signed_on(visitor)
    after = visitor.post(path, follow=True)
    assert "You are logged out" in text(after)
    assert "Log in again" in text(after)
    assert "Welcome" not in text(after)


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        (CSO, "GET, HEAD, POST"),
        ("/psc/logout/", "GET, HEAD, POST"),
        ("/cso/forgot-password/", "GET, HEAD, POST"),
    ],
)
def test_other_methods_get_405(visitor, path, methods):
    refused = visitor.client.options(visitor.rehearsal.mount + path)
    assert refused.status_code == 405
    assert refused.headers["Allow"] == methods


def test_logging_out_twice_logs_once(visitor):
    log_in(visitor, NOEL)
    for _ in range(2):
        assert visitor.post("/cso/logout/").status_code == 302
    assert Activity.objects.filter(what="cso.sign_off").count() == 1


def test_greeting_has_family_name_first(visitor):
    log_in(visitor, NOEL)
    assert "Welcome, Attorney Noel" in text(visitor.get(COURTS))


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/cso/forgot-password/", "Forgot Your Password?"),
        ("/cso/forgot-username/", "Forgot User Name?"),
    ],
)
def test_recovery_pages_show_service_center(visitor, path, title):
    page = text(visitor.get(path))
    assert f"<h1>{title}</h1>" in page
    assert "(800) 676-6856" in page
    assert "ECF Password Changes" in page  # the court's password is another one


@pytest.mark.parametrize("path", [CSO, PSC, "/cso/logout/"])
def test_form_without_csrf_token_is_refused(rehearsal, path):
    browser = Visitor(rehearsal, Client(enforce_csrf_checks=True))
    assert log_in(browser, NOEL, path=path).status_code == 403
    assert not is_signed_on(browser)


@pytest.mark.parametrize("more", [0, 40])
def test_login_runs_a_constant_number_of_queries(visitor, django_assert_num_queries, more):
    PacerAccountFactory.create_batch(more, rehearsal=visitor.rehearsal)
    with django_assert_num_queries(18):
        log_in(visitor, NOEL)
    with django_assert_num_queries(12):
        log_in(visitor, username=JOHN.username, password="wrong")
    with django_assert_num_queries(4):
        visitor.get(COURTS)


@pytest.mark.parametrize("path", [CSO, PSC, "/cso/forgot-password/", "/cso/forgot-username/"])
def test_public_page_reads_only_rehearsal_and_court(visitor, django_assert_num_queries, path):
    with django_assert_num_queries(2):
        visitor.get(path)
