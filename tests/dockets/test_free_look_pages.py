"""The link of a notice as its reader sees it: one free look, then a login page that says why."""

from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import pytest
from django.http import QueryDict

from dockets.documents.numbers import MENU
from dockets.notices.services import give_notice
from rehearsals.web import mount
from tests.support import login_pages
from tests.support.cast import JOHN, SKYE
from tests.support.document_pages import charges, document_of, path_of, source_of
from tests.support.legacy import as_reader
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from tests.support.pdfs import headers_of

pytestmark = pytest.mark.django_db


def noticed(rehearsal, at):
    document = document_of(rehearsal)
    with mount.inside_rehearsal(rehearsal):
        notice = give_notice(entry=document.entry, at=at)
    magic = notice.recipients.exclude(magic_number="").first().magic_number
    return document, f"{path_of(document)}?caseid={document.entry.case_id}&magic_num={magic}"


def test_free_look_opens_a_document_once_without_a_login(visitor, rehearsal):
    document, link = noticed(rehearsal, SEED_MOMENT)
    visitor.at(SEED_MOMENT)
    content = b"".join(visitor.get(source_of(visitor.get(link))).streaming_content)
    assert len(headers_of(content)) == 24
    again = visitor.get(link).content.decode()
    assert "CM/ECF Filer or PACER Login" in again
    assert "Your free look was used on" in again
    assert "Log in to view the document. It costs $0.10 a page, at most $3.00." in again
    assert "iframe" not in again
    as_reader(visitor, SKYE)
    page = visitor.get(link).content.decode()
    assert "Your free look was used on" in page
    assert "iframe" not in page
    assert charges(rehearsal) == []


def test_central_sign_on_says_why_a_used_free_look_asks_for_a_login(visitor, rehearsal):
    _, link = noticed(rehearsal, LIVE)
    visitor.at(LIVE).get(link)
    login = visitor.get(link)["Location"].removeprefix(rehearsal.mount)
    used = "Your free look was used on Monday, April 20, 2020, at 8:00 am MT."
    price = "Log in to view the document. It costs $0.10 a page, at most $3.00."
    words = page_text(visitor.get(login))
    assert used in words
    assert price in words
    answer = login_pages.log_in(visitor, JOHN, path=login)
    assert answer["Location"].endswith(link)


def test_login_page_shows_no_reason_that_it_did_not_sign_for_that_page(visitor, rehearsal):
    document, link = noticed(rehearsal, LIVE)
    visitor.at(LIVE).get(link)
    query = QueryDict(urlsplit(visitor.get(link)["Location"]).query)
    other = f"{rehearsal.mount}{path_of(document)}"
    for change in (
        {"why": "Call 505-555-0199 now"},
        {"appurl": other},
        {"why": query["why"] + "x"},
    ):
        page = page_text(visitor.get(f"{login_pages.CSO}?{urlencode(query.dict() | change)}"))
        assert "Log in to go to the page you asked for." in page
        assert "505-555-0199" not in page
        assert "free look" not in page


def test_free_look_ends_after_fifteen_days(visitor, rehearsal):
    _, link = noticed(rehearsal, SEED_MOMENT - timedelta(days=15))
    as_reader(visitor.at(SEED_MOMENT), SKYE)
    assert "Your free look ended on" in visitor.get(link).content.decode()


def test_menu_of_a_notice_needs_no_login(visitor, rehearsal):
    document, link = noticed(rehearsal, SEED_MOMENT)
    menu = link.replace(path_of(document), path_of(document, MENU))
    source = visitor.at(SEED_MOMENT).get(menu).content.decode()
    assert source.count("&amp;magic_num=") == 2
    assert "CM/ECF Filer or PACER Login" in visitor.get(menu + "9").content.decode()
