"""What a court already has on a PACER account that asks to register."""

from django.db.models import Q, QuerySet

from cmecf.models import CmecfAccount, Court
from efile.choices import OPEN_STATUSES
from efile.models import EfileRegistration
from pacer_accounts.models import PacerAccount


def record_of(account: PacerAccount, court: Court) -> CmecfAccount | None:
    """The account's CM/ECF account in this court: linked or registered, open or closed."""
    return account.cmecf_accounts.filter(court=court).first()


def open_request_of(account: PacerAccount, court: Court) -> EfileRegistration | None:
    rows = account.efileregistrations.filter(court=court, status__in=OPEN_STATUSES)
    return rows.first()


def earlier_accounts(account: PacerAccount, court: Court) -> QuerySet[CmecfAccount]:
    """Unlinked CM/ECF accounts in this court that look like the user's, who should link one instead."""
    return similar_accounts(account).filter(court=court)


def similar_accounts(account: PacerAccount) -> QuerySet[CmecfAccount]:
    """Unlinked CM/ECF accounts in any court with the PACER account's name or e-mail address."""
    same_name = Q(first_name__iexact=account.first_name, last_name__iexact=account.last_name)
    similar = same_name | (Q(email__iexact=account.email) if account.email else Q())
    unlinked = CmecfAccount.objects.filter(rehearsal_id=account.rehearsal_id, pacer_account=None)
    return unlinked.filter(similar, is_active=True)
