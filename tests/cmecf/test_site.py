"""A court's web site, in each phase."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import resolve

from rehearsals.clock.clock import wall_now
from tests.support.factories import CourtFactory
from tests.support.moments import JUST_BEFORE_LIVE, LIVE, OUTAGE, REMINDER, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

NEXTGEN = "/www/nmd/cmecf-nextgen/"
LINKING = "/www/nmd/cmecf-nextgen/linking/"
HOME = "/www/nmd/"
REMINDER_PATH = "/www/nmd/news/nextgen-reminder/"


def bold(response):
    return re.findall(r"<strong>([^<]+)</strong>", response.content.decode())


@pytest.fixture
def nextgen_page(visitor):
    return visitor.get(NEXTGEN)


@pytest.mark.parametrize(
    "sentence",
    [
        "UNITED STATES DISTRICT COURT District of New Mexico"
        " Honorable William P. Johnson, Chief Judge Mitchell R. Elfers, Clerk of Court",
        "CM/ECF Next Generation (NextGen)",
        "Go Live Date: April 20, 2020",
        "NextGen is Coming!",
        "The U.S. District Court for the District of New Mexico will be upgrading its CM/ECF system"
        " to the Next Generation of CM/ECF (&quot;NextGen&quot;) on April 20, 2020."
        " NextGen is the culmination of a multi-year project headed by the Administrative Office of"
        " the U.S. Courts to provide for the current and future filing and case management needs of"
        " all CM/ECF users.",
        "Please note that for the upgrade to &quot;NextGen&quot;, CM/ECF will be unavailable from"
        " April 17, 2020 at 3:00 pm through April 20, 2020 at 8:00 am MT."
        " Please plan your filing activities accordingly.",
        "What is New for CM/ECF E-Filers in NextGen?",
        "NextGen Implements a new functionality called Central Sign-On or &quot;CSO&quot; that will"
        " allow attorneys and pro se parties with permission to electronically file"
        " (&quot;E-Filers&quot;) to maintain one account across all NextGen courts (appellate,"
        " bankruptcy, and district). What this means is that E-Filers will be able to use one login"
        " and password to access all NextGen courts where they have permission to file, as well as"
        " to access PACER for all courts.",
        "E-filers MUST do the following in order to continue to electronically file in NextGen:",
        "Obtain your own Individual PACER account (click here to learn more)"
        " OR Upgrade your existing PACER account (click here to learn more).",
        "Know your current ECF Login and Password. Click here to Reset your current ECF Password.",
        "On or after April 20, 2020, you will need to link your PACER account with ECF."
        " (Click here for Information on Linking your accounts).",
        "CONTACT INFORMATION Court: (505) 348-2075 cmecf@nmd.uscourts.gov"
        " PACER: (800) 676-6856 pacer@psc.uscourts.gov",
    ],
)
def test_nextgen_page_has_seed_sentences(nextgen_page, sentence):
    assert sentence in page_text(nextgen_page).replace('"', "&quot;")


def test_nextgen_page_corrects_seed_typo(nextgen_page):
    assert "your will need" not in page_text(nextgen_page)


def test_nextgen_page_has_seed_bold_text(nextgen_page):
    for fact in ("unavailable", "April 17, 2020 at 3:00 pm", "April 20, 2020 at 8:00 am MT"):
        assert fact in bold(nextgen_page)


def test_countdown_is_on_page_without_script(nextgen_page):
    html = nextgen_page.content.decode()
    digits = re.search(r'<p class="countdown__digits".*?</p>', html, re.S).group()
    assert re.sub(r"<[^>]+>", "", digits).strip() == "23:21:53:22"
    labels = re.search(r'<p class="countdown__labels".*?</p>', html, re.S).group()
    assert re.sub(r"<[^>]+>", "", labels).split() == ["Days", "Hours", "Mins", "Secs"]


def test_every_here_link_has_a_label_and_works(rehearsal, nextgen_page):
    heres = re.findall(
        r'<a href="([^"]+)" aria-label="([^"]+)">here</a>', nextgen_page.content.decode()
    )
    assert len(heres) == 4
    assert len({label for _, label in heres}) == 4
    for url, label in heres:
        assert label.startswith("here ")
        path = url.removeprefix(rehearsal.mount).split("?")[0]
        assert resolve(path, "config.rehearsal_urls")


@pytest.mark.parametrize("path", [HOME, NEXTGEN, LINKING, REMINDER_PATH])
@pytest.mark.parametrize("at", [REMINDER, WEEKEND, LIVE], ids=["before", "closed", "live"])
def test_every_link_of_site_works(rehearsal, visitor, path, at):
    html = visitor.at(at).get(path).content.decode()
    links = re.findall(r'href="(/r/[^"]+)"', html)
    assert links
    for url in links:
        assert resolve(url.removeprefix(rehearsal.mount).split("?")[0], "config.rehearsal_urls")


def test_pages_follow_changed_dates(rehearsal, visitor):
    court = rehearsal.courts.get(code="nmd")
    court.outage_starts_at += timedelta(days=35, hours=2)
    court.go_live_at += timedelta(days=35, hours=1)
    court.save()
    for path in (NEXTGEN, LINKING, HOME):
        text = page_text(visitor.get(path))
        assert "May 25, 2020" in text
        assert "April 20, 2020" not in text
    assert "from May 22, 2020 at 5:00 pm through May 25, 2020 at 9:00 am MT" in page_text(
        visitor.get(NEXTGEN)
    )


def test_other_court_shows_its_own_names_dates_and_time_zone(rehearsal, visitor):
    CourtFactory(
        rehearsal=rehearsal,
        code="nyx",
        name="District of Practice",
        help_phone="505-555-0191",
        go_live_at=datetime(2020, 4, 27, 12, tzinfo=UTC),
        outage_starts_at=datetime(2020, 4, 24, 20, 30, tzinfo=UTC),
    )
    text = page_text(visitor.get("/www/nyx/cmecf-nextgen/"))
    assert "The U.S. District Court for the District of Practice will be upgrading" in text
    assert "from April 24, 2020 at 4:30 pm through April 27, 2020 at 8:00 am ET" in text
    assert "Court: 505-555-0191" in text
    assert "New Mexico" not in text.split("CONTACT INFORMATION")[0].split("Go Live Date")[1]


def test_every_page_has_alert_during_outage(visitor):
    visitor.at(OUTAGE)
    for path in (HOME, NEXTGEN, LINKING, REMINDER_PATH):
        text = page_text(visitor.get(path))
        assert (
            "CM/ECF is unavailable until Monday, April 20, 2020, at 8:00 am MT. PACER is open."
            in text
        )


def test_alert_appears_only_during_outage(visitor):
    assert "Site alert" in visitor.at(JUST_BEFORE_LIVE).get(HOME).content.decode()
    assert "Site alert" not in visitor.at(LIVE).get(HOME).content.decode()
    assert "Site alert" not in visitor.at(SEED_MOMENT).get(HOME).content.decode()


def test_no_cmecf_link_during_outage(visitor):
    html = visitor.at(WEEKEND).get(NEXTGEN).content.decode()
    assert "lostPassword" not in html
    assert "It reopens on Monday, April 20, 2020, at 8:00 am MT" in html
    assert "NextGen is Coming!" in html


def test_nextgen_page_at_go_live(visitor):
    text = page_text(visitor.at(LIVE).get(NEXTGEN))
    assert "00: 00: 00: 00" in text.replace("00:00", "00: 00").replace(" :", ":")
    assert "NextGen is Here! Action is Required" in text
    assert "NextGen is Coming!" not in text
    assert "will be unavailable" not in text


def test_nextgen_page_one_second_before_go_live(visitor):
    text = page_text(visitor.at(JUST_BEFORE_LIVE).get(NEXTGEN))
    assert "NextGen is Coming!" in text
    assert "NextGen is Here!" not in text


@pytest.mark.parametrize("code", ["nmb", "ca10"])
def test_court_that_moved_long_ago_has_no_countdown(rehearsal, visitor, code):
    html = visitor.get(f"/www/{code}/cmecf-nextgen/").content.decode()
    assert "NextGen is Here!" in html
    assert "data-countdown" not in html
    home = visitor.get(f"/www/{code}/")
    assert rehearsal.courts.get(code=code).help_phone in page_text(home)
    assert "Its move to NextGen is complete." in page_text(home)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("nmb", "The U.S. Bankruptcy Court for the District of New Mexico upgraded"),
        ("ca10", "The U.S. Court of Appeals for the Tenth Circuit upgraded"),
    ],
)
def test_formal_name_of_each_court_kind(visitor, code, name):
    assert name in page_text(visitor.get(f"/www/{code}/cmecf-nextgen/"))


@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, LIVE], ids=["before", "closed", "live"])
def test_ecf_button_has_same_url_in_every_phase(rehearsal, visitor, at):
    html = visitor.at(at).get(HOME).content.decode()
    links = re.findall(r'href="([^"]+)">CM/ECF Electronic Case Filing System<', html)
    assert links == [rehearsal.mount + "/ecf/nmd/"]


def test_linking_page_has_seed_instructions(visitor):
    text = page_text(visitor.get(LINKING))
    for sentence in (
        "After the court goes live with NextGen on April 20, 2020, you MUST link your individual"
        " PACER account to your existing CM/ECF account.",
        "Navigate to the District of New Mexico's website: www.nmd.uscourts.gov and click on the"
        " CM/ECF Electronic Case Filing System option.",
        "You will be routed to the PACER login screen on/after April 20, 2020."
        " Login with your upgraded PACER username and password.",
        "Alternatively, if you login through PACER you may see this screen",
        "If so, click on the District of New Mexico – Document Filing System link.",
        "Click on Utilities on the top of menu bar.",
        "Click Link a CM/ECF account to my PACER account.",
        "Enter your current CM/ECF login and password. Click Submit.",
        "Ensure that the CM/ECF account and PACER account listed are accurate. If so, click Submit."
        " Note: Your individual PACER account should be listed.",
        "DO NOT link a shared PACER account to your CM/ECF account.",
    ):
        assert sentence in text


def test_linking_page_says_when_linking_opens(visitor):
    opens = "Linking opens on Monday, April 20, 2020, at 8:00 am MT."
    assert opens in page_text(visitor.at(JUST_BEFORE_LIVE).get(LINKING))
    assert opens not in page_text(visitor.at(LIVE).get(LINKING))


def test_unknown_court_site_gets_404(visitor):
    for path in ("/www/zzz/", "/www/zzz/cmecf-nextgen/", "/www/NMD/", "/www/nmd/news/other/"):
        assert visitor.get(path).status_code == 404


def test_court_of_other_rehearsal_gets_404(visitor, other_rehearsal):
    CourtFactory(rehearsal=other_rehearsal, code="only")
    assert visitor.get("/www/only/").status_code == 404


def test_site_refuses_post(visitor):
    assert visitor.post(NEXTGEN).status_code == 405


@pytest.mark.parametrize("path", [HOME, NEXTGEN, LINKING, REMINDER_PATH])
def test_public_page_takes_two_queries_and_starts_no_session(
    visitor, path, django_assert_num_queries
):
    with django_assert_num_queries(2):  # the rehearsal with its clock; the court
        response = visitor.get(path)
    assert response.status_code == 200
    assert not response.cookies


def test_query_count_is_independent_of_courts_and_notices(
    rehearsal, visitor, django_assert_num_queries
):
    for _ in range(5):
        CourtFactory(rehearsal=rehearsal)
    visitor.at(LIVE)
    with django_assert_num_queries(2):
        visitor.get(HOME)


def test_page_uses_court_clock(visitor):
    assert wall_now() > LIVE
    assert "NextGen is Coming!" in visitor.get(NEXTGEN).content.decode()
