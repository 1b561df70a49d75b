"""What the pages of one case show."""

from typing import Any

from django.db.models import Count, Max, Min, Prefetch, Q, QuerySet

from cmecf.models import CmecfAccount
from dockets.cases.queries import is_participant, sealed_among, shown_deadlines
from dockets.models import (
    Appearance,
    Case,
    CaseAccess,
    Deadline,
    DocketEntry,
    Party,
    Restriction,
)
from rehearsals.app_config import declared_function

ALIAS_BEGINS = (
    "also known as", "aka", "doing business as", "dba", "formerly known as", "fka",
)  # fmt: skip
MOST_ROWS = 1000
Context = dict[str, Any]


def readable_entries(case: Case, filer: CmecfAccount | None) -> QuerySet[DocketEntry]:
    """The entries of the case that `filer`, or anyone without a CM/ECF account, may see."""
    readable = [Restriction.PUBLIC]
    if is_participant(case, filer):
        readable.append(Restriction.PARTICIPANTS)
    return DocketEntry.objects.filter(case=case, restriction__in=readable).order_by("sequence")


def _parties(case: Case) -> QuerySet[Party]:
    """Each with its `appearances`, in the order of the docket. Two queries."""
    appearances = Appearance.objects.select_related("cmecf_account").order_by("-is_lead", "pk")
    parties = Party.objects.filter(case=case).order_by("position")
    return parties.prefetch_related(Prefetch("appearances", appearances))


def aliases(case: Case, filer: CmecfAccount | None) -> Context:
    parties = Party.objects.filter(case=case).exclude(note="").order_by("position")
    return {"parties": [party for party in parties if _is_alias(party.note)]}


def _is_alias(note: str) -> bool:
    return note.casefold().replace("/", "").startswith(ALIAS_BEGINS)


def associated_cases(case: Case, filer: CmecfAccount | None) -> Context:
    """The lead case, member cases, and related cases of all courts. Sealed cases are left out."""
    courts = declared_function("courts")(case.rehearsal)
    wanted = Q(court__in=courts, number__in=case.related_cases)
    if case.lead_case:
        wanted |= Q(court=case.court, number=case.lead_case)
    found = Case.objects.filter(wanted).union(
        Case.objects.filter(court=case.court, lead_case=case.number)
    )
    by_key = {court.pk: court for court in courts}
    rows = [
        {"case": other, "court": by_key[other.court_id], "how": _association(case, other)}
        for other in found
        if other.access == CaseAccess.OPEN and other.pk != case.pk
    ]
    return {"rows": sorted(rows, key=lambda row: (row["how"], row["case"].number))}


def _association(case: Case, other: Case) -> str:
    if other.number == case.lead_case:
        return "Lead case"
    return "Member case" if other.lead_case == case.number else "Related case"


def attorneys(case: Case, filer: CmecfAccount | None) -> Context:
    rows = Appearance.objects.filter(party__case=case).select_related("party", "cmecf_account")
    return {"appearances": rows.order_by("name", "party__position", "pk")}


def parties(case: Case, filer: CmecfAccount | None) -> Context:
    return {"parties": _parties(case)}


def summary(case: Case, filer: CmecfAccount | None) -> Context:
    """The parties, and the lead case if it isn't sealed."""
    lead = case.lead_case if not sealed_among(case, [case.lead_case]) else ""
    return parties(case, filer) | {"lead_case": lead}


def filers(case: Case, filer: CmecfAccount | None) -> Context:
    """Who filed in the case, with the number of entries and the first and last day."""
    entries = readable_entries(case, filer).exclude(filed_by="").order_by("filed_by")
    counts = entries.values("filed_by").annotate(
        count=Count("pk"), first=Min("filed_on"), last=Max("filed_on")
    )
    return {"filers": counts}


def status(case: Case, filer: CmecfAccount | None) -> Context:
    due = shown_deadlines().filter(case=case, satisfied_on=None, starts_at=None)
    return {"open_deadlines": due.count(), "entries": readable_entries(case, filer).count()}


def location(case: Case, filer: CmecfAccount | None) -> Context:
    return {"filed_at": case.court.name}


def deadlines(case: Case, *, with_satisfied: bool) -> QuerySet[Deadline]:
    """Deadlines and hearings by day, each with its entry."""
    rows = shown_deadlines().filter(case=case).select_related("entry").order_by("due_on", "pk")
    return rows if with_satisfied else rows.filter(satisfied_on=None)


def related_transactions(
    case: Case, filer: CmecfAccount | None, limits: dict[str, Any]
) -> list[dict[str, Any]]:
    """Entries that refer to earlier ones, each with those. `limits`: RelatedForm's cleaned data."""
    entries = readable_entries(case, filer)
    conditions = {
        "filed_on__gte": "filed_from",
        "filed_on__lte": "filed_to",
        "number__gte": "number_from",
        "number__lte": "number_to",
    }
    for condition, name in conditions.items():
        if limits.get(name):
            entries = entries.filter(**{condition: limits[name]})
    rows = list(entries.exclude(refers_to=[])[:MOST_ROWS])
    numbers = {number for entry in rows for number in entry.refers_to}
    earlier = {
        entry.number: entry for entry in readable_entries(case, filer).filter(number__in=numbers)
    }
    return [
        {
            "entry": entry,
            "earlier": [earlier[number] for number in entry.refers_to if number in earlier],
        }
        for entry in rows
    ]
