from datetime import datetime

from django.utils.module_loading import import_string

from rehearsals.app_config import declarations
from rehearsals.help.refusals import Refusal
from rehearsals.models import Activity, Outcome, Rehearsal


def before_change(
    rehearsal: Rehearsal, what: str, *, at: datetime, who: str = "", detail: str = ""
) -> None:
    """Say that `what` is about to change the rehearsal, so that a learner can go back to before it.

    Call it inside the service's transaction, before its first write: a refusal rolls it back. The
    arguments are those of `record_activity`. Calls each app's `before_change`.
    """
    for path in declarations("before_change"):
        import_string(path)(rehearsal, what, at=at, who=who, detail=detail)


def record_activity(
    rehearsal: Rehearsal,
    what: str,
    *,
    at: datetime,
    who: str = "",
    outcome: str = Outcome.DONE,
    detail: str = "",
) -> Activity:
    """Append an entry to the activity log at the court time `at` (UTC). No secrets, no unknown names.

    `what` is a key of the apps' activity_labels ("cso.sign_on"). `who` names a known account
    ("PACER 7030833") and is empty when no account has the name that was typed.
    """
    return Activity.objects.create(
        rehearsal=rehearsal,
        court_at=at,
        what=what,
        who=who[:120],
        outcome=outcome,
        detail=detail[:300],
    )


def record_refusal(
    rehearsal: Rehearsal,
    what: str,
    reason: Refusal,
    *,
    at: datetime,
    who: str = "",
    outcome: str = Outcome.REFUSED,
    detail: str = "",
) -> Activity:
    """Append an entry that says that `what` was refused and why. `detail` comes before the reason."""
    why = reason.name.lower().replace("_", " ")
    return record_activity(
        rehearsal,
        what,
        at=at,
        who=who,
        outcome=outcome,
        detail=f"{detail}: {why}" if detail else why,
    )
