from cmecf.models import CmecfAccount, Court
from pacer_accounts.models import PacerAccount
from rehearsals.models import Rehearsal
from rehearsals.packs.pack import CmecfSpec, CourtSpec, Pack


def load(pack: Pack, rehearsal: Rehearsal, hashes: dict[str, str]) -> None:
    """Insert the pack's courts, then its CM/ECF accounts with their past links: one statement each."""
    courts = Court.objects.bulk_create(_court(rehearsal, spec) for spec in pack.courts)
    court_by_code = {court.code: court for court in courts}
    numbers = [spec.linked_to for _, spec in pack.cmecf_specs() if spec.linked_to]
    pacer_ids = dict(
        PacerAccount.objects.filter(rehearsal=rehearsal, account_number__in=numbers).values_list(
            "account_number", "pk"
        )
    )
    CmecfAccount.objects.bulk_create(
        _account(rehearsal, persona.key, spec, court_by_code[spec.court], hashes, pacer_ids)
        for persona, spec in pack.cmecf_specs()
    )


def _court(rehearsal: Rehearsal, spec: CourtSpec) -> Court:
    return Court(
        rehearsal=rehearsal,
        code=spec.code,
        cso_id=spec.cso_id,
        name=spec.name,
        title=spec.title,
        kind=spec.kind,
        document_prefix=spec.document_prefix,
        time_zone=spec.time_zone,
        outage_starts_at=spec.outage_starts_at,
        go_live_at=spec.go_live_at,
        help_phone=spec.help_desk.phone,
        help_email=spec.help_desk.email,
        masthead="\n".join(spec.masthead_lines),
        filer_roles=list(spec.filer_roles),
        applications=list(spec.applications),
        asks_for_document=spec.asks_for_document,
    )


def _account(
    rehearsal: Rehearsal,
    persona: str,
    spec: CmecfSpec,
    court: Court,
    hashes: dict[str, str],
    pacer_ids: dict[str, int],
) -> CmecfAccount:
    return CmecfAccount(
        rehearsal=rehearsal,
        court=court,
        persona=persona,
        login=spec.login,
        password=hashes[spec.password],
        first_name=spec.first_name,
        middle_name=spec.middle_name,
        last_name=spec.last_name,
        email=spec.email,
        role=spec.role,
        only_case=spec.only_case,
        pacer_account_id=pacer_ids.get(spec.linked_to),
        linked_at=spec.linked_at,
    )
