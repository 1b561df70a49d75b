"""Load the pack's PACER accounts into a new rehearsal."""

from datetime import UTC, datetime, time

from pacer_accounts.choices import SECURITY_QUESTIONS_1, SECURITY_QUESTIONS_2
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import PacerSpec, Pack, PersonaSpec
from rehearsals.security.normalization import name_key


def load(pack: Pack, rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    """Insert all accounts in one statement; `hashes` maps practice passwords to their hashes."""
    PacerAccount.objects.bulk_create(
        _account(rehearsal, persona, spec, hashes) for persona, spec in pack.pacer_specs()
    )


def _account(
    rehearsal: Rehearsal, persona: PersonaSpec, spec: PacerSpec, hashes: dict[str, str]
) -> PacerAccount:
    opened_at = datetime.combine(spec.opened_on, time(18), tzinfo=UTC)  # around noon in the court
    return PacerAccount(
        rehearsal=rehearsal,
        persona=persona.key,
        account_number=spec.account_number,
        username=spec.username,
        username_key=name_key(spec.username),
        password=hashes[spec.password],
        account_type=spec.account_type,
        holder_kind=spec.holder,
        case_search_status=spec.status,
        opened_at=opened_at,
        first_name=spec.first_name,
        last_name=spec.last_name,
        firm=spec.firm,
        address="100 Practice Plaza",
        city=spec.city,
        state="New Mexico",
        zip_code="87199",
        primary_phone=spec.phone,
        email=spec.email,
        user_type=spec.user_type if spec.account_type == "upgraded" else "",
        is_cja=spec.cja,
        **_recovery_details(persona, spec, hashes),
    )


def _recovery_details(
    persona: PersonaSpec, spec: PacerSpec, hashes: dict[str, str]
) -> dict[str, object]:
    """Date of birth and security questions. Legacy accounts have none of them."""
    if spec.account_type == "legacy" or spec.holder != "individual" or not all(persona.answers):
        return {}
    return {
        "date_of_birth": persona.born_on,
        "question_1": SECURITY_QUESTIONS_1[0],
        "answer_1": hashes[persona.answers[0]],
        "question_2": SECURITY_QUESTIONS_2[0],
        "answer_2": hashes[persona.answers[1]],
    }
