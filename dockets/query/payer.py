from cmecf.courts.http import CourtRequest
from cmecf.courts.search_access import searcher_of
from pacer_accounts.group_billing.queries import is_paa, payer_of
from pacer_accounts.models import PacerAccount


def billed_to(request: CourtRequest) -> str:
    """Whom PACER bills for this request: "johnattorney, client code 20417-TRW"; "" if nobody.

    One query. An account is billed nothing while its fee exemption is switched on.
    """
    searcher = searcher_of(request)
    if searcher is None or searcher.is_exempt:
        return ""
    return payer_text(searcher.account, searcher.client_code)


def payer_text(account: PacerAccount, client_code: str) -> str:
    """Whom PACER bills for what `account` reads: "johnattorney, client code 20417-TRW". One query."""
    payer = payer_of(account)
    name = account.username
    if is_paa(payer):
        name = f"{payer.firm or payer.full_name} (PAA {payer.account_number})"
    return f"{name}, client code {client_code}" if client_code else name
