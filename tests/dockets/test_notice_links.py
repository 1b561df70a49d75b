"""From the link in a notice to the document: with attachments, a second click, and a mail scanner."""

import re
from html import unescape

from rehearsals.models import Rehearsal
from rehearsals.web import mount
from tests.support.cast import ADELE, NOEL
from tests.support.docketed import add_entry, case_of, filer
from tests.support.moments import LAST_HOUR


def link_in_mail(rehearsal: Rehearsal, attachments: int) -> str:
    """The link of Noel's notice of what Adele files."""
    with mount.inside_rehearsal(rehearsal):
        case = case_of(rehearsal)
        add_entry(case, LAST_HOUR, filer(rehearsal, ADELE), attachments=attachments)
    email = rehearsal.mails.filter(to=NOEL.email).first()
    return unescape(re.search(r'href="([^"]*/doc1/[^"]+)"', email.body)[1])


def shows_document(answer) -> bool:
    """Whether it is the page with the PDF in a frame, and not a login page or a receipt."""
    return "<iframe" in answer.content.decode()


def test_the_first_click_opens_the_document_and_the_second_asks_for_a_login(visitor, rehearsal):
    visitor.at(LAST_HOUR)
    link = link_in_mail(rehearsal, attachments=0)
    assert shows_document(visitor.get(link))
    assert not shows_document(visitor.get(link))


def test_with_attachments_the_menu_opens_each_document_once(visitor, rehearsal):
    visitor.at(LAST_HOUR)
    menu = visitor.get(link_in_mail(rehearsal, attachments=2)).content.decode()
    links = [unescape(one) for one in re.findall(r'href="([^"]*/doc1/[^"]*magic_num[^"]*)"', menu)]
    assert len(set(links)) == 3
    assert [shows_document(visitor.get(one)) for one in dict.fromkeys(links)] == [True] * 3
    assert not shows_document(visitor.get(links[0]))


def test_after_the_scanner_the_first_click_asks_for_a_login(visitor, rehearsal):
    Rehearsal.objects.update(scans_mail=True)
    visitor.at(LAST_HOUR)
    link = link_in_mail(rehearsal, attachments=0)
    answer = visitor.get(link)
    assert not shows_document(answer)
