"""Uploaded files stay in memory during the request, cut at the size limit, and never go to disk."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 1_000_000  # bytes; the size limit of a document, which is stored in the database


class SmallUploads(FileUploadHandler):
    """Keeps one byte more than the limit, and counts the rest, so that a form can refuse the file."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        left = LARGEST + 1 - self.kept.tell()
        self.kept.write(raw_data[: max(left, 0)])

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
