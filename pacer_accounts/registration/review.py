"""What the last page shows before an account is created. It shows no secrets."""

from datetime import date
from typing import Any

from django.urls import reverse

from pacer_accounts.registration.steps import PAYMENT, PERSON, SECURITY, kind_of
from pacer_accounts.wizards.drafts import Draft, Step


def rows(draft: Draft) -> list[dict[str, str]]:
    """For components/summary_list.html; each row leads back to its page."""
    kept = draft.pages()
    name = "Contact person" if kind_of(draft).is_billing else "Name"
    facts = (
        (PERSON, name,  _joined(kept, " ", "prefix", "first_name", "middle_name", "last_name",
                                 "generation", "suffix")),
        (PERSON, "Date of Birth", _american(kept.get("date_of_birth", ""))),
        (PERSON, "Firm/Office", _joined(kept, ", ", "firm", "unit")),
        (PERSON, "Address", ", ".join((_joined(kept, ", ", "address", "room", "city"),
                                       _joined(kept, " ", "state", "zip_code"), kept["country"]))),
        (PERSON, "County", kept["county"]),
        (PERSON, "Primary Phone", kept["primary_phone"]),
        (PERSON, "Email", kept["email"]),
        (PERSON, "User Type", kept.get("user_type", "")),
        (PERSON, "Role in Court", kept.get("role", "")),
        (SECURITY, "Username", kept["username"]),
        (SECURITY, "Password and answers", "Saved. We never show them."),
        (PAYMENT, "Payment", _card(kept["card"])),
    )  # fmt: skip
    return [_row(step, key, value) for step, key, value in facts if value]


def _row(step: Step, key: str, value: str) -> dict[str, str]:
    change_url = reverse("account:register_step", args=[step.key])
    return {"key": key, "value": value, "change_url": change_url}


def _card(card: dict[str, Any] | None) -> str:
    return f"Practice card, {card['brand']} ending in {card['last_four']}" if card else "None"


def _joined(kept: dict[str, Any], joint: str, *names: str) -> str:
    return joint.join(kept[name] for name in names if kept.get(name))


def _american(iso: str) -> str:
    return date.fromisoformat(iso).strftime("%m/%d/%Y") if iso else ""
