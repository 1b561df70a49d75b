from datetime import datetime

from django.db import transaction

from cmecf.models import CmecfAccount
from dockets.models import Appearance, DocketEntry, FilingFee, NoticeRecipient, Party


@transaction.atomic
def move_to_kept_account(*, kept: CmecfAccount, closed: CmecfAccount, at: datetime) -> None:
    """Move what a filer did in cases from the account that a merge closed to the one that it kept.

    Docket texts and sent notices stay as they were. `at`: the court time of the merge.
    """
    represented = Appearance.objects.filter(cmecf_account=kept, terminated_on=None)
    appearances = Appearance.objects.filter(cmecf_account=closed)
    # One attorney appears once for a party: a second appearance of the same person says nothing new.
    appearances.filter(terminated_on=None, party__in=represented.values("party")).delete()
    appearances.update(cmecf_account=kept)
    Party.objects.filter(cmecf_account=closed).update(cmecf_account=kept)
    DocketEntry.objects.filter(entered_by=closed).update(entered_by=kept)
    NoticeRecipient.objects.filter(cmecf_account=closed).update(cmecf_account=kept)
    FilingFee.objects.filter(payer=closed).update(payer=kept)
