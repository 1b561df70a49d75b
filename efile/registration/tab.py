"""The frame of this floor's pages: a page below the Maintenance tab, in the pack's time zone."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from pacer_accounts.account_menu.pages import manage_page
from rehearsals.packs.pack import get_pack

REAL_ADDRESS = "pacer.psc.uscourts.gov/pscof/manage/maint.jsf"


def tab_page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """`template` extends psc/manage_page.html. Adds `zone`, the home court's time zone."""
    zone = get_pack(request.rehearsal.pack).home.time_zone
    shared = {"zone": zone, "real_address": REAL_ADDRESS}
    return manage_page(request, template, "Maintenance", shared | context)
