"""Uploads stay in memory and are cut at the size limit, on every page."""

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
def test_upload_is_cut_just_above_the_limit(size, kept):
    upload = received(size)
    assert isinstance(upload, InMemoryUploadedFile)  # never a file on disk
    assert (upload.size, len(upload.read())) == (size, kept)


def test_upload_name_loses_its_path():
    assert received(1, "../../etc/passwd").name == "passwd"


def test_too_many_files_are_refused(visitor):
    files = {f"file{number}": SimpleUploadedFile("a.pdf", b"x") for number in range(7)}
    assert visitor.post("/psc/login/", files).status_code == 400
