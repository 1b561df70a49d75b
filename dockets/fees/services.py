from datetime import datetime

from cmecf.courts.search_access import Searcher
from cmecf.models import Court
from pacer_accounts.billing.services import charge
from pacer_accounts.models import UsageTransaction


def bill(
    *,
    searcher: Searcher,
    court: Court,
    description: str,
    criteria: str,
    pages: int,
    at: datetime,
) -> UsageTransaction:
    """Charge a report or document to the searcher's account, at the court time `at`.

    `description`: "Docket Report", "Image3-0", "Search". `criteria`: the case number or what was
    searched for. The transaction is the receipt.
    """
    return charge(
        account=searcher.account,
        court_code=court.code,
        description=description,
        search=criteria[:120],
        client_code=searcher.client_code,
        pages=pages,
        at=at,
    )
