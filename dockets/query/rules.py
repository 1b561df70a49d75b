from dockets.models import Case
from dockets.query.refusals import QueryRefusal


def why_not_show(case: Case | None) -> QueryRefusal | None:
    """Why a case can't be shown; None if it can. Nobody but court staff sees a sealed case."""
    if case is None:
        return QueryRefusal.NOT_FOUND
    return QueryRefusal.SEALED if case.is_sealed else None
