import re

from django.db.models import Q, QuerySet

from rehearsals.models import Activity, Rehearsal


def lines_about(rehearsal: Rehearsal, *names: str) -> QuerySet[Activity]:
    """The log lines by or about `names`, as the log names them ("PACER 7030833"), newest first.

    A name that only starts like one of them ("CM/ECF jattorney2") is another one.
    """
    about = Q(who__in=names)
    for name in names:
        whole = rf"(^|\W){re.escape(name)}(\W|$)"
        about |= Q(detail__contains=name, detail__regex=whole)
    return Activity.objects.filter(about, rehearsal=rehearsal)


def at_court(lines: QuerySet[Activity], code: str) -> QuerySet[Activity]:
    """Those of `lines` about the court `code`, with which their detail starts."""
    return lines.filter(Q(detail=code) | Q(detail__startswith=f"{code}:"))
