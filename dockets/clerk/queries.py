from datetime import datetime

from django.db.models import Prefetch, Q
from django.urls import reverse

from cmecf.models import CmecfAccount
from dockets.models import Appearance, Case, DocketEntry, Party
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import names_agree
from rehearsals.models import Rehearsal
from rehearsals.staff.queues import WorkQueue

NEWEST = 20  # entries on the page of a case


def parties_of(case: Case) -> list[Party]:
    """The parties in the order of the docket, each with `appearances` and their CM/ECF accounts."""
    appearances = Appearance.objects.select_related("cmecf_account").order_by("pk")
    parties = case.parties.select_related("cmecf_account").order_by("position")
    return list(parties.prefetch_related(Prefetch("appearances", queryset=appearances)))


def newest_entries(case: Case) -> list[DocketEntry]:
    """The newest entries of the case, newest first."""
    entries = list(case.entries.order_by("-sequence")[:NEWEST])
    for entry in entries:
        entry.case = case
    return entries


def other_names(rehearsal: Rehearsal) -> Q:
    """The condition of the entries that a PACER account with another name than the filer's made.

    Two queries, and one row for each CM/ECF account and PACER account that filed together.
    """
    rows = DocketEntry.objects.filter(rehearsal=rehearsal, entered_with__isnull=False)
    pairs = set(rows.order_by().values_list("entered_by_id", "entered_with_id").distinct())
    filers = CmecfAccount.objects.in_bulk({filer for filer, _ in pairs if filer})
    accounts = PacerAccount.objects.in_bulk({account for _, account in pairs})
    condition = Q(pk=None)
    for filer, account in pairs:
        if filer in filers and not names_agree(filers[filer], accounts[account]):
            condition |= Q(entered_by=filer, entered_with=account)
    return condition


def entries_to_check(
    rehearsal: Rehearsal, *, at: datetime, wall_at: datetime
) -> tuple[WorkQueue, ...]:
    """For the staff home page: filings under another name that no clerk has corrected yet."""
    rows = DocketEntry.objects.filter(other_names(rehearsal), rehearsal=rehearsal, corrections=None)
    url = reverse("admin:dockets_docketentry_changelist")
    return (
        WorkQueue(
            label="Filings whose names differ",
            count=rows.count(),
            url=f"{url}?names=differ",
            empty="No filing is under another name. A filing appears here if it was made with a PACER"
            " account whose name isn't the filer's, for example through a wrong link.",
            permission="dockets.view_docketentry",
            order=35,
        ),
    )
