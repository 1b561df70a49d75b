from cmecf.courts.http import CourtRequest
from cmecf.courts.search_access import searcher_of
from pacer_accounts.group_billing.queries import is_paa, payer_of


def billed_to(request: CourtRequest) -> str:
    """Whom PACER bills for this request: "johnattorney, client code 20417-TRW"; "" if nobody.

    One query. An account is billed nothing while its fee exemption is switched on.
    """
    searcher = searcher_of(request)
    if searcher is None or searcher.is_exempt:
        return ""
    payer = payer_of(searcher.account)
    name = searcher.account.username
    if is_paa(payer):
        name = f"{payer.firm or payer.full_name} (PAA {payer.account_number})"
    return f"{name}, client code {searcher.client_code}" if searcher.client_code else name
