"""Restricted and sealed documents: who may read them, and when an address that was given out ends."""

from html import unescape

import pytest

from dockets.documents.refusals import DocumentRefusal
from dockets.models import Case, CaseAccess, DocketEntry, Restriction
from tests.support.cast import JOHN, NOEL
from tests.support.document_pages import (
    accept,
    accept_directly,
    as_filer_who_pays,
    charges,
    document_of,
    path_of,
    restrict,
    source_of,
)
from tests.support.pdfs import headers_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("restriction", "refusal"),
    [
        (Restriction.PARTICIPANTS, DocumentRefusal.NO_PERMISSION),
        (Restriction.SEALED, DocumentRefusal.SEALED),
    ],
)
def test_restricted_document_is_refused_to_others(skye, rehearsal, restriction, refusal):
    restrict(document_of(rehearsal), restriction)
    for page in (
        skye.get(path_of(document_of(rehearsal))),
        accept_directly(skye, document_of(rehearsal)),
    ):
        assert page.status_code == 403
        assert refusal.sentence in unescape(page.content.decode())
    assert charges(rehearsal) == []


def test_participant_reads_and_pays_for_a_restricted_document_of_the_case(
    visitor, new_visitor, rehearsal
):
    document = document_of(rehearsal)
    restrict(document, Restriction.PARTICIPANTS)
    noel = as_filer_who_pays(visitor, NOEL)
    _, page = accept(noel, document)
    assert charges(rehearsal) == [("Image1-0", 24, "2.40")]
    content = b"".join(new_visitor().get(source_of(page)).streaming_content)
    assert len(headers_of(content)) == 24
    john = as_filer_who_pays(new_visitor(), JOHN)
    answer = accept_directly(john, document)
    assert answer.status_code == 403
    assert DocumentRefusal.NO_PERMISSION.sentence in unescape(answer.content.decode())
    assert len(charges(rehearsal)) == 1


@pytest.mark.parametrize(
    ("restriction", "refusal"),
    [
        (Restriction.PARTICIPANTS, DocumentRefusal.NO_PERMISSION),
        (Restriction.SEALED, DocumentRefusal.SEALED),
    ],
)
def test_address_of_a_file_ends_when_the_document_is_restricted(
    skye, rehearsal, restriction, refusal
):
    document = document_of(rehearsal)
    source = source_of(accept(skye, document)[1])
    restrict(document, restriction)
    page = skye.get(source)
    assert page.status_code == 403
    assert refusal.sentence in unescape(page.content.decode())


def test_address_of_a_file_ends_when_the_case_or_the_entry_is_sealed(skye, rehearsal):
    document, sources = document_of(rehearsal), []
    for _ in range(2):
        sources.append(source_of(accept(skye, document)[1]))
    DocketEntry.objects.filter(pk=document.entry_id).update(restriction=Restriction.SEALED)
    assert skye.get(sources[0]).status_code == 403
    DocketEntry.objects.filter(pk=document.entry_id).update(restriction=Restriction.PUBLIC)
    Case.objects.filter(pk=document.entry.case_id).update(access=CaseAccess.SEALED)
    assert skye.get(sources[1]).status_code == 403


def test_address_made_for_a_participant_ends_when_the_document_is_sealed(visitor, rehearsal):
    document = document_of(rehearsal)
    source = source_of(accept(as_filer_who_pays(visitor, NOEL), document)[1])
    restrict(document, Restriction.SEALED)
    assert visitor.get(source).status_code == 403


def test_documents_of_a_closed_nature_of_suit_are_refused_but_for_opinions(skye, rehearsal):
    document = document_of(rehearsal)
    Case.objects.filter(pk=document.entry.case_id).update(nature_of_suit="863 DIWC/DIWW (405(g))")
    page = skye.get(path_of(document))
    assert page.status_code == 403
    assert DocumentRefusal.NATURE_OF_SUIT.sentence in unescape(page.content.decode())
    DocketEntry.objects.filter(pk=document.entry_id).update(is_opinion=True)
    assert source_of(skye.get(path_of(document)))
    assert charges(rehearsal) == []
