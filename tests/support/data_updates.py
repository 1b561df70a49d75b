"""A filer whose records in NextGen courts are linked, and the three pages of updates."""

import re
from html import unescape

from efile.models import MaintenanceRequest
from tests.support.cast import TERESA
from tests.support.factories import CmecfAccountFactory
from tests.support.moments import FIRST_RUSH, LIVE

PERSONAL = "/psc/account/maintenance/personal/"
ADDRESS = "/psc/account/maintenance/address/"
DELIVERY = "/psc/account/maintenance/delivery/"
ALL = (PERSONAL, ADDRESS, DELIVERY)

NAME = {
    "prefix": "", "first_name": "Teresa", "middle_name": "", "last_name": "Advocate",
    "generation": "", "suffix": "", "user_type": "ATTORNEY",
}  # fmt: skip
NEW_ADDRESS = {
    "firm": "Advocate Law", "unit": "", "address": "700 Practice Street NW", "room": "Suite 5",
    "city": "Santa Fe", "state": "New Mexico", "county": "Santa Fe", "zip_code": "87501",
    "country": "United States of America", "primary_phone": "505-555-0105",
    "alternate_phone": "", "text_phone": "", "fax_number": "",
}  # fmt: skip


def account_of(rehearsal, who=TERESA):
    return rehearsal.pacer_accounts.get(account_number=who.number)


def linked(rehearsal, who=TERESA, court="nmd"):
    """Her record in this court, linked at go-live."""
    record = rehearsal.cmecf_accounts.get(court__code=court, persona=who.key)
    record.pacer_account, record.linked_at = account_of(rehearsal, who), LIVE
    record.save()
    return record


def another_court(rehearsal, who=TERESA, code="nmb"):
    return CmecfAccountFactory(
        court=rehearsal.courts.get(code=code), pacer_account=account_of(rehearsal, who),
        linked_at=LIVE, first_name="Teresa", last_name="Counselor",
    )  # fmt: skip


def shown(page) -> str:
    """The mark of what the page showed."""
    return re.search(r'name="shown" value="(\w+)"', page.content.decode())[1]


def submit(visitor, path, **typed):
    """Open the page, type, press Submit; the last page of what follows."""
    mark = shown(visitor.get(path))
    return visitor.post(path, {"shown": mark} | typed, follow=True)


def words(page) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split()))


def waiting(record, kind="personal", *, after, **more):
    """A request in the queue."""
    return MaintenanceRequest.objects.create(
        rehearsal=record.rehearsal, court=record.court, pacer_account=record.pacer_account,
        cmecf_account=record, kind=kind, after=after, submitted_at=FIRST_RUSH,
        before={name: getattr(record, name) for name in after}, **more,
    )  # fmt: skip
