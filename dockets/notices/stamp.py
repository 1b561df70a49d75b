"""The electronic document stamp: it shows later whether a document is still the one that was filed."""

import zlib
from dataclasses import dataclass
from datetime import date

from django.utils.crypto import constant_time_compare, salted_hmac

from cmecf.models import Court

_SALT = "dockets.notices.stamp"


@dataclass(frozen=True)
class Stamp:
    """A stamp of a document. `file_number`: the number of the main document's row, and the attachment."""

    court_id: int
    filed_on: date
    file_number: str
    hash: str

    def __str__(self) -> str:
        day = f"{self.filed_on.month}/{self.filed_on.day}/{self.filed_on.year}"
        return (
            f"[STAMP dcecfStamp_ID={self.court_id} [Date={day}]"
            f" [FileNumber={self.file_number}] [{self.hash}]]"
        )


def make_stamp(
    court: Court, *, main_document: int, attachment: int, sha256: str, filed_on: date
) -> Stamp:
    """The stamp of a document of a filing. `main_document`: the primary key of the filing's main document."""
    file_number = f"{main_document}-{attachment}"
    stamp_id = zlib.crc32(court.ecf_address.encode())
    return Stamp(stamp_id, filed_on, file_number, stamp_hash(court, file_number, sha256))


def stamp_hash(court: Court, file_number: str, sha256: str) -> str:
    """The hash of a stamp: an HMAC with the server's secret key."""
    value = f"{court.rehearsal_id}:{court.code}:{file_number}:{sha256}"
    return salted_hmac(_SALT, value, algorithm="sha512").hexdigest()


def is_stamp_of(court: Court, file_number: str, sha256: str, typed: str) -> bool:
    """Whether `typed`, the hash of a stamp with any spaces, is that of a file with this SHA-256."""
    plain = "".join(typed.split()).casefold()
    return constant_time_compare(plain, stamp_hash(court, file_number, sha256))
