from collections.abc import Iterable, Sequence

from cmecf.models import CmecfAccount
from dockets.filing.catalog import CATALOG
from dockets.filing.catalog.event import Event
from dockets.filing.rules import Standing
from dockets.models import Appearance, Case, DocketEntry, Party, Restriction

MOST_REFERENCES = 100  # of the entries to refer to, the newest


def standing_of(account: CmecfAccount, case: Case) -> Standing:
    """What the filer is in the case; parties who were terminated don't count."""
    parties = Party.objects.filter(case=case, terminated_on=None)
    appearances = Appearance.objects.filter(
        party__in=parties, cmecf_account=account, terminated_on=None
    )
    return Standing(
        is_counsel=appearances.exists(), is_party=parties.filter(cmecf_account=account).exists()
    )


def parties_of(case: Case) -> list[Party]:
    """The parties of a case that aren't terminated, in the order of the docket."""
    return list(case.parties.filter(terminated_on=None).order_by("position"))


def without_association(account: CmecfAccount, parties: Iterable[Party]) -> list[Party]:
    """Those of `parties` for whom the attorney doesn't appear yet."""
    chosen = list(parties)
    known = set(
        Appearance.objects.filter(
            party__in=chosen, cmecf_account=account, terminated_on=None
        ).values_list("party", flat=True)
    )
    return [party for party in chosen if party.pk not in known]


def associated(account: CmecfAccount, case: Case) -> list[Party]:
    """The parties of `case` for whom the attorney appears."""
    parties = parties_of(case)
    new = {party.pk for party in without_association(account, parties)}
    return [party for party in parties if party.pk not in new]


def entries_to_refer_to(case: Case, event: Event) -> list[DocketEntry]:
    """The entries with a number that a filing of `event` may refer to, newest first."""
    entries = case.entries.exclude(number=None).exclude(restriction=Restriction.SEALED)
    if event.refers_to:
        keys = [one.key for one in CATALOG if one.nature in event.refers_to]
        entries = entries.filter(event__in=keys)
    return list(entries.order_by("-sequence")[:MOST_REFERENCES])


def entries_numbered(case: Case, numbers: Sequence[int]) -> list[DocketEntry]:
    """The entries with these numbers that can be referred to, in their order."""
    entries = case.entries.filter(number__in=numbers).exclude(restriction=Restriction.SEALED)
    return list(entries.order_by("number"))
