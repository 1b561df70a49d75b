"""Uploaded files stay in memory during the request, cut at a size limit, and never go to disk."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 1_000_000  # bytes; the size limit of a document, which is stored in the database
FILES_AT_ONCE = 3  # of the largest size, that one request may hold in memory

View = TypeVar("View", bound=Callable[..., Any])


def takes_files(largest: int) -> Callable[[View], View]:
    """For views that take larger files. `largest`: bytes of one file. Other views keep LARGEST.

    With decorators above it that use functools.wraps, it counts too.
    """

    def decorate(view: View) -> View:
        view.largest_file = largest  # type: ignore[attr-defined]
        return view

    return decorate


class SmallUploads(FileUploadHandler):
    """Keeps one byte more than the limit, and counts the rest, so that a form can refuse the file.

    All files of a request together get FILES_AT_ONCE times the limit. A file that finds no more room is
    refused as one that is too large.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        view = getattr(getattr(request, "resolver_match", None), "func", None)
        self.largest: int = getattr(view, "largest_file", LARGEST)
        self.room = (self.largest + 1) * FILES_AT_ONCE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept, self.is_cut = BytesIO(), False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        left = min(self.largest + 1 - self.kept.tell(), self.room)
        self.is_cut = self.is_cut or len(raw_data) > left
        self.room -= self.kept.write(raw_data[: max(left, 0)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=max(file_size, self.largest + 1) if self.is_cut else file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
