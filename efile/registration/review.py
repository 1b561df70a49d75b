"""What the last page shows before the request is sent."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cmecf.models import Court, EmailFormat, EmailFrequency, FilerRole
from efile.choices import Application
from efile.registration.rules import court_label
from efile.registration.steps import APPLICATION, ATTORNEY_FILER, COURT, DELIVERY
from pacer_accounts.wizards.drafts import Draft, Step


def rows(draft: Draft, court: Court, url_of: Callable[[Step], str]) -> list[dict[str, str]]:
    """For components/summary_list.html. `url_of`: the URL of a step, for "Change"."""
    kept = draft.pages()
    facts = (
        (COURT, "Court", court_label(court)),
        (APPLICATION, "Application", _label(Application, kept.get("application"))),
        (ATTORNEY_FILER, "State Bar", _joined(kept, "bar_state", "bar_number")),
        (ATTORNEY_FILER, "Date Admitted to the State Bar", _american(kept.get("bar_date"))),
        (ATTORNEY_FILER, "Role in Court", _label(FilerRole, kept.get("role"))),
        (ATTORNEY_FILER, "Title", kept.get("title")),
        (ATTORNEY_FILER, "Court Bar ID", kept.get("court_bar_id")),
        (ATTORNEY_FILER, "Other Names Used", kept.get("other_names")),
        (ATTORNEY_FILER, "Most Recent Case", kept.get("recent_case")),
        (DELIVERY, "Email for Notices", kept.get("email")),
        (DELIVERY, "Email Frequency", _label(EmailFrequency, kept.get("email_frequency"))),
        (DELIVERY, "Email Format", _label(EmailFormat, kept.get("email_format"))),
    )
    return [
        {"key": key, "value": value, "change_url": url_of(step)}
        for step, key, value in facts
        if value
    ]


def _label(choices: Any, value: str | None) -> str:
    return str(choices(value).label) if value else ""


def _joined(kept: dict[str, Any], *names: str) -> str:
    return ", ".join(kept[name] for name in names if kept.get(name))


def _american(iso: str | None) -> str:
    return date.fromisoformat(iso).strftime("%m/%d/%Y") if iso else ""
