"""The areas by which staff filter the activity log. Each app declares its activities' areas."""

from functools import cache

from rehearsals.app_config import declared_mapping

AREAS = {
    "logins": "Logins and passwords",
    "accounts": "Registration, upgrade and accounts",
    "billing": "Fees and group billing",
    "linking": "Linking",
    "efile": "E-file requests and updates",
    "filing": "Filing and dockets",
    "mail": "Reset e-mails and letters",
    "rehearsal": "Clock, courts and rehearsal",
}


@cache
def area_of(what: str) -> str:
    """The area of the activity `what`: that of the longest declared beginning; "" if there is none."""
    declared = declared_mapping("activity_areas")
    beginnings = [start for start in declared if what.startswith(start)]
    return str(declared[max(beginnings, key=len)]) if beginnings else ""


@cache
def activities_in(area: str) -> dict[str, str]:
    """The activities of an area: key to label. Callers must not change it."""
    labels = declared_mapping("activity_labels")
    return {what: label for what, label in labels.items() if area_of(what) == area}
