from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from rehearsals.activity.services import before_change, record_activity
from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.options.labels import change_text
from rehearsals.options.rules import why_not_change_rules

CHANGED = "rehearsal.changed"


def change_options(
    rehearsal: Rehearsal,
    *,
    values: Mapping[str, Any],
    at: datetime,
    who: str = "",
    by_staff: bool = True,
) -> list[str]:
    """Set fields of the rehearsal, such as its era; return what changed, in words.

    The next request follows the new rules. `at`: court time. Raises Refused if only a trainer may
    change the rules and the caller isn't staff.
    """
    if not by_staff and (reason := why_not_change_rules(rehearsal)):
        raise Refused(reason)
    with transaction.atomic():
        is_trainers = why_not_change_rules(Rehearsal.objects.lock_change(rehearsal.pk)) is not None
        stored = Rehearsal.objects.values(*values).get(pk=rehearsal.pk)
        changed = {name: value for name, value in values.items() if stored[name] != value}
        texts = [change_text(name, value) for name, value in changed.items()]
        if changed:
            detail = ". ".join(texts)
            if not is_trainers:  # going back wouldn't restore a trainer's rules
                before_change(rehearsal, CHANGED, at=at, who=who, detail=detail)
            Rehearsal.objects.filter(pk=rehearsal.pk).update(**changed)
            record_activity(rehearsal, CHANGED, at=at, who=who, detail=detail)
    for name, value in values.items():
        setattr(rehearsal, name, value)
    return texts
