"""Filling in the pages of a request to e-file, at HTTP level."""

import re
from html import unescape

from django.core.files.uploadedfile import SimpleUploadedFile

from efile.models import EfileRegistration
from tests.support.cast import RUTH
from tests.support.pdfs import PDF

BASE = "/psc/account/maintenance/register/"
FILER = {
    "bar_state": "New Mexico", "bar_number": "SIM-0001", "bar_date": "09/30/2011",
    "role": "attorney", "title": "", "other_names": "", "recent_case": "",
}  # fmt: skip
DELIVERY = {"email": "", "email_frequency": "each", "email_format": "html"}
TERMS = {"accepts_terms": "on", "knows_local_rules": "on"}


def pdf(content=PDF, name="standing.pdf"):
    return SimpleUploadedFile(name, content, content_type="application/pdf")


def send(visitor, step, data, action="next", base=BASE):
    """Press a button on a page as its own form would; the page it leads to."""
    hidden = hidden_of(visitor.get(f"{base}{step}/"))
    return visitor.post(f"{base}{step}/", {**hidden, **data, "action": action}, follow=True)


def hidden_of(page):
    """What a page carries unseen: its draft and its edition."""
    found = re.findall(
        r'type="hidden" name="(draft|edition)" value="([^"]+)"', page.content.decode()
    )
    return dict(found)


def words(answer) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode())))


def fill_in(visitor, court="nmd", application="efile_only"):
    send(visitor, "court", {"court": court}, "continue")
    send(visitor, "application", {"application": application})
    send(visitor, "filer-information", FILER)
    send(visitor, "delivery", DELIVERY)
    return send(visitor, "payment", {})


def mine(visitor, member=RUTH):
    return EfileRegistration.objects.filter(
        rehearsal=visitor.rehearsal, pacer_account__account_number=member.number
    )
