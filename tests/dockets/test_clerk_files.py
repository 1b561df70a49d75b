"""The original file of a document, downloaded by court staff."""

from html import unescape

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from dockets.clerk.refusals import ClerkRefusal
from dockets.documents import store
from dockets.models import DocketEntry, EntryDocument
from tests.support.docketed import case_of
from tests.support.moments import SEED_MOMENT
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db


def file_of(document):
    return reverse("admin:dockets_entrydocument_file", args=[document.pk])


@pytest.mark.parametrize("group", ["Clerks", "Trainers"])
def test_staff_download_the_original_of_a_sealed_document(rehearsal, complaint, group):
    staff = staff_client(group, rehearsal)
    document = complaint.documents.get(attachment=0)
    DocketEntry.objects.filter(pk=complaint.pk).update(restriction="sealed")
    entry = staff.get(reverse("admin:dockets_docketentry_change", args=[complaint.pk]))
    assert f'href="{file_of(document)}"' in entry.content.decode()
    answer = staff.get(file_of(document))
    assert b"".join(answer.streaming_content) == store.read(document.path)
    assert answer["Content-Disposition"] == 'attachment; filename="nmd-1-20-cv-90001-1-0.pdf"'
    assert answer["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"
    line = rehearsal.activities.first()
    assert (line.what, line.detail) == ("dockets.file_opened", f"nmd: {document.log_name}")
    assert line.who.startswith("staff ")
    assert rehearsal.usage_transactions.filter(at__gte=SEED_MOMENT).count() == 0


def test_file_is_for_staff_who_work_in_its_rehearsal(clerk, client, rehearsal, other_rehearsal):
    other = case_of(other_rehearsal).entries.get(number=1).documents.get(attachment=0)
    mine = case_of(rehearsal).entries.get(number=1).documents.get(attachment=0)
    assert clerk.get(file_of(other)).status_code == 404
    assert "/login/" in client.get(file_of(mine))["Location"]
    assert not other_rehearsal.activities.filter(what="dockets.file_opened").exists()


def test_file_that_is_gone_is_explained_on_the_page_of_its_document(clerk, complaint):
    document = complaint.documents.get(attachment=0)
    EntryDocument.objects.filter(pk=document.pk).update(path="shared/gone.pdf")
    page = clerk.get(file_of(document), follow=True)
    assert ClerkRefusal.NO_FILE.sentence in unescape(page.content.decode())
    assert not complaint.rehearsal.activities.filter(what="dockets.file_opened").exists()


def test_staff_without_a_group_get_no_file_and_nothing_is_logged(clerk, complaint):
    address = file_of(complaint.documents.get(attachment=0))
    User.objects.get(username="clerk").groups.clear()
    assert clerk.get(address).status_code == 403
    assert not complaint.rehearsal.activities.filter(what="dockets.file_opened").exists()


def test_file_is_sent_to_get_only_and_no_cache_keeps_it(clerk, complaint):
    address = file_of(complaint.documents.get(attachment=0))
    assert [ask(address).status_code for ask in (clerk.head, clerk.post)] == [405, 405]
    assert not complaint.rehearsal.activities.filter(what="dockets.file_opened").exists()
    answer = clerk.get(address)
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert complaint.rehearsal.activities.filter(what="dockets.file_opened").count() == 1
