"""What the last page shows of a draft before the request is sent."""

from datetime import date
from typing import Any

from django.urls import reverse

from cmecf.models import EmailFormat, EmailFrequency, FilerRole
from efile.choices import Application
from efile.registration.rules import court_label
from efile.registration.steps import APPLICATION, COURT, DELIVERY, Flow, Surroundings

FILER = "filer-information"


def rows(flow: Flow, around: Surroundings) -> list[dict[str, str]]:
    """For components/summary_list.html, each with the way back to its page."""
    kept = around.draft.pages()
    facts = (
        (COURT.key, "Court", court_label(around.court)),
        (APPLICATION.key, "Application", _label(Application, kept.get("application"))),
        (FILER, "State Bar", _joined(kept, "bar_state", "bar_number")),
        (FILER, "Date Admitted to the State Bar", _american(kept.get("bar_date"))),
        (FILER, "Role in Court", _label(FilerRole, kept.get("role"))),
        (FILER, "Title", kept.get("title")),
        (FILER, "Court Bar ID", kept.get("court_bar_id")),
        (FILER, "Other Names Used", kept.get("other_names")),
        (FILER, "Most Recent Case", kept.get("recent_case")),
        (DELIVERY.key, "Email for Notices", kept.get("email")),
        (DELIVERY.key, "Email Frequency", _label(EmailFrequency, kept.get("email_frequency"))),
        (DELIVERY.key, "Email Format", _label(EmailFormat, kept.get("email_format"))),
    )
    return [
        {"key": key, "value": value, "change_url": reverse(flow.step_name, args=[page])}
        for page, key, value in facts
        if value
    ]


def _label(choices: Any, value: str | None) -> str:
    return str(choices(value).label) if value else ""


def _joined(kept: dict[str, Any], *names: str) -> str:
    return ", ".join(kept[name] for name in names if kept.get(name))


def _american(iso: str | None) -> str:
    return date.fromisoformat(iso).strftime("%m/%d/%Y") if iso else ""
