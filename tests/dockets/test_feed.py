"""The court's RSS feed: what is in it, for whom, and when."""

from datetime import timedelta
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import fromstring

import pytest

from dockets.documents.numbers import document_number
from dockets.models import DocketEntry, EntryDocument
from tests.support.docketed import case_of
from tests.support.moments import FIRST_RUSH, SEED_MOMENT, WEEKEND
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db

FEED = "/ecf/nmd/cgi-bin/rss_outside.pl"


def add_entry(case, at, **columns):
    sequence = DocketEntry.objects.filter(case=case).count() + 1
    values = {
        "sequence": sequence,
        "number": sequence,
        "filed_on": at.date(),
        "entered_at": at,
        "event": "motion",
        "short_text": "Motion to Dismiss",
        "text": "MOTION",
    }
    return DocketEntry.objects.create(rehearsal=case.rehearsal, case=case, **values | columns)


def add_document(entry, attachment=0):
    return EntryDocument.objects.create(
        rehearsal=entry.rehearsal, entry=entry, attachment=attachment, file_name="a.pdf",
        path="shared/a.pdf", sha256="0" * 64, size=1, pages=1,
    )  # fmt: skip


def items(visitor, path=FEED):
    return fromstring(visitor.get(path).content).findall("channel/item")


@pytest.mark.parametrize("at", [SEED_MOMENT, FIRST_RUSH], ids=["legacy", "nextgen"])
def test_feed_has_the_entries_of_the_last_day_for_everyone(visitor, at):
    case = case_of(visitor.rehearsal)
    entry = add_entry(case, at - timedelta(hours=2))
    document = add_document(entry)
    add_entry(case, at - timedelta(hours=25), short_text="Too old")
    add_entry(case, at + timedelta(minutes=1), short_text="Not yet")
    answer = visitor.at(at).get(FEED)
    assert answer["Content-Type"] == "application/xml; charset=iso-8859-1"
    assert answer.content.startswith(b'<?xml version="1.0" encoding="iso-8859-1"?>')
    channel = fromstring(answer.content)[0]
    base = f"http://testserver{visitor.rehearsal.mount}/ecf/nmd/"
    assert channel.findtext("title") == "District of New Mexico - Recent Entries"
    assert channel.findtext("link") == base
    assert channel.findtext("description") == "Docket entries of type: all"
    assert channel.findtext("lastBuildDate").endswith(" GMT")
    [item] = channel.findall("item")
    docket = f"{base}cgi-bin/DktRpt.pl?{case.pk}"
    assert [child.tag for child in item] == ["title", "link", "description", "guid", "pubDate"]
    assert item.findtext("title") == f"1:20-cv-90001 {case.title}"
    assert item.findtext("link") == docket
    number = document_number("121", document.pk)
    url = f"{base}doc1/{number}?caseid={case.pk}&de_seq_num={entry.sequence}"
    assert (
        item.findtext("description") == f'[Motion to Dismiss] (<a href="{url}" >{entry.number}</a>)'
    )
    assert item.find("guid").attrib == {"isPermaLink": "true"}
    assert item.findtext("guid") == f"{docket}&{entry.sequence}"
    assert parsedate_to_datetime(item.findtext("pubDate")) == at - timedelta(hours=2)


def test_attachments_lead_to_the_menu_and_text_entries_to_nothing(visitor):
    case = case_of(visitor.rehearsal)
    entry = add_entry(case, FIRST_RUSH)
    first, _ = add_document(entry), add_document(entry, 1)
    add_entry(case, FIRST_RUSH, number=None, short_text="Order & <b>minutes</b>\x0b ě")
    text, menu = items(visitor.at(FIRST_RUSH))
    assert document_number("121", first.pk, "0") in menu.findtext("description")
    assert text.findtext("description") == "[Order &amp; &lt;b&gt;minutes&lt;/b&gt; ě]"


def test_restricted_entries_and_sealed_cases_are_not_in_the_feed(visitor):
    case = case_of(visitor.rehearsal)
    add_entry(case, FIRST_RUSH, restriction="participants")
    add_entry(case, FIRST_RUSH, restriction="sealed")
    assert items(visitor.at(FIRST_RUSH)) == []
    add_entry(case, FIRST_RUSH)
    assert len(items(visitor)) == 1
    assert items(visitor, "/ecf/nmb/cgi-bin/rss_outside.pl") == []
    case.access = "sealed"
    case.save()
    assert items(visitor) == []


def test_feed_is_closed_in_the_outage(visitor):
    assert visitor.at(WEEKEND).get(FEED).status_code == 503


@pytest.mark.parametrize("at", [SEED_MOMENT, FIRST_RUSH], ids=["legacy", "nextgen"])
def test_entry_page_and_court_links_lead_to_the_feed(visitor, at):
    address = visitor.rehearsal.mount + FEED
    assert f'href="{address}"' in visitor.at(at).get("/ecf/nmd/").content.decode()
    page = visitor.get("/pacer/court-links/")
    assert page.content.decode().count("rss_outside.pl") == 3
    assert f'href="{visitor.rehearsal.mount}/ecf/nmd/"' in page.content.decode()
    assert "RSS" in page_text(page)


def test_number_of_queries_does_not_grow_with_the_entries(visitor, django_assert_num_queries):
    case = case_of(visitor.rehearsal)
    for _ in range(30):
        add_document(add_entry(case, FIRST_RUSH))
    visitor.at(FIRST_RUSH)
    with django_assert_num_queries(4):
        assert len(items(visitor)) == 30
