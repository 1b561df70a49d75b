"""The simulated sites, as the home page lists them: where a person starts in real life."""

from typing import Any

from django.urls import reverse

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court


def sites(court: Court) -> list[dict[str, str]]:
    """The web site of `court`, and PACER's three sites."""
    return [
        {
            "label": "Court web site",
            "address": court.web_address,
            "url": reverse("site:home", args=[court.code]),
        },
        {"label": "PACER", "address": "www.pacer.gov", "url": reverse("pacer:home")},
        {
            "label": "Manage My Account",
            "address": "pacer.psc.uscourts.gov",
            "url": reverse("psc:login"),
        },
        {
            "label": "PACER Case Locator",
            "address": "pcl.uscourts.gov",
            "url": reverse("locator:search"),
        },
    ]


def cmecf_site(court: Court, phase: CourtPhase) -> dict[str, Any]:
    return {
        "label": f"CM/ECF, {court.name}",
        "url": reverse("ecf:entry", args=[court.code]),
        "phase": phase,
    }
