"""Uploads are held in memory, cut at what is taken, whatever is sent to whichever page."""

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.test import RequestFactory

from rehearsals.web.uploads import LARGEST

pytestmark = pytest.mark.django_db


def received(size: int, name: str = "a.pdf"):
    upload = SimpleUploadedFile(name, b"x" * size)
    return RequestFactory().post("/", {"document": upload}).FILES["document"]


@pytest.mark.parametrize(
    ("size", "kept"),
    [(0, 0), (1, 1), (LARGEST, LARGEST), (LARGEST + 1, LARGEST + 1), (LARGEST * 3, LARGEST + 1)],
    ids=["empty", "a byte", "as large as is taken", "a byte more", "three times as large"],
)
def test_no_more_is_kept_than_shows_that_it_is_too_much(size, kept):
    upload = received(size)
    assert isinstance(upload, InMemoryUploadedFile)  # never a file on disk
    assert (upload.size, len(upload.read())) == (size, kept)


def test_a_name_with_a_path_loses_the_path():
    assert received(1, "../../etc/passwd").name == "passwd"


def test_many_files_at_once_are_refused(visitor):
    files = {f"file{number}": SimpleUploadedFile("a.pdf", b"x") for number in range(3)}
    assert visitor.post("/psc/login/", files).status_code == 400
