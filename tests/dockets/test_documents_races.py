"""A receipt page that is sent twice at the same time, on the configured database."""

import re
from html import unescape

import pytest

from dockets.models import DocumentView
from pacer_accounts.models import UsageTransaction
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from tests.support import races
from tests.support.cast import SKYE
from tests.support.document_pages import document_of, path_of
from tests.support.legacy import as_reader
from tests.support.moments import LAST_HOUR
from tests.support.visitor import Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.both_databases]


def pages(sent: list[Visitor]) -> list[str]:
    return [one.answer.content.decode() for one in sent]


def test_receipt_page_that_is_sent_four_times_at_once_is_billed_once(transactional_db):
    rehearsal = rehearsals.start(wall_at=wall_now(), title="Race")
    path = path_of(document_of(rehearsal))
    skye = as_reader(Visitor(rehearsal).at(LAST_HOUR), SKYE)
    form = re.search(r'name="form" value="(\w+)"', skye.get(path).content.decode())[1]
    sent = races.submit_at_once(skye, path, {"got_receipt": "1", "form": form}, times=4)
    sources = [re.search(r'<iframe src="([^"]+)"', page)[1] for page in pages(sent)]
    assert len(set(sources)) == 4
    for source in sources:  # a browser shows one of the answers, whichever was made first
        assert b"".join(skye.get(unescape(source)).streaming_content).startswith(b"%PDF-")
    rows = UsageTransaction.objects.filter(rehearsal=rehearsal, at__gte=LAST_HOUR)
    assert [(row.description, row.pages) for row in rows] == [("Image1-0", 24)]
    assert DocumentView.objects.filter(rehearsal=rehearsal, form=form).count() == 1
