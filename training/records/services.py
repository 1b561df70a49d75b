from datetime import datetime

from django.db import transaction

from rehearsals.activity.services import record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from training.models import CompletionRecord
from training.records.codes import code_of
from training.records.refusals import RecordRefusal
from training.run.facts import Rows
from training.run.summary import Summary

MADE = "record.made"


@transaction.atomic
def make_record(
    *,
    rehearsal: Rehearsal,
    person: str,
    summary: Summary,
    facts: dict[str, Rows],
    name: str,
    at: datetime,
    wall_at: datetime,
) -> CompletionRecord:
    """Keep a record of a completed run. The same facts and name give the record already made.

    It doesn't belong to the rehearsal's content, so no bookmark is kept before it. `name`: the
    learner's, or "". `at`: court time; `wall_at`: wall time. Raises Refused(NOT_COMPLETE).
    """
    completed_at = summary.completed_at
    if completed_at is None:
        raise Refused(RecordRefusal.NOT_COMPLETE)
    court = rehearsal.home_court.name
    began = summary.began.wall_at if summary.began else None
    record, is_new = CompletionRecord.objects.get_or_create(
        code=code_of([rehearsal.code, began, person, court, completed_at, facts, name]),
        defaults={
            "name": name,
            "persona": person,
            "court": court,
            "completed_at": completed_at,
            "created_at": wall_at,
            "facts": {"sections": [[heading, rows] for heading, rows in facts.items()]},
        },
    )
    if is_new:
        record_activity(rehearsal, MADE, at=at, who=person)
    return record
