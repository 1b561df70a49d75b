"""Cases drawn at random, as plain data. The same arguments give the same cases on every database.

Each case has a random source of its own, made from the seed and the case's place.
"""

from datetime import date, timedelta
from math import log
from random import Random

from dockets.generation import proportions as of
from dockets.generation import words
from dockets.generation.drawn import DrawnCase, DrawnEntry, DrawnFiler, DrawnParty, Source


def draw_filer(seed: int, number: int, dead_domain: str) -> DrawnFiler:
    """The filer with this number, from 1. `dead_domain`: where mail doesn't arrive; empty: none."""
    random = Random(f"filer {seed} {number}")  # noqa: S311
    login = f"gen{number:06}"
    stale = random.random() < of.STALE_EMAIL_SHARE and dead_domain
    return DrawnFiler(
        login=login,
        first_name=random.choice(words.GIVEN),
        last_name=random.choice(words.FAMILY),
        email=f"{login}@{dead_domain if stale else 'example.com'}",
        is_daily=random.random() < of.DAILY_SUMMARY_SHARE,
    )


def draw_case(source: Source, place: int) -> DrawnCase:
    """The case at this place, from 0. Cases at later places were filed later."""
    random = Random(f"case {source.seed} {place}")  # noqa: S311
    kind = _kind(random, source.court_kind)
    filed_on = _filed_on(source, place)
    closed_on = _closed_on(random, filed_on, source.today)
    parties = _parties(random, source, kind, filed_on, closed_on or source.today)
    judge, referral, initials = _judges(random, kind)
    nature, cause, jurisdiction = _nature(random) if kind == "cv" else ("", "", "")
    chapter = _weighted(random, of.CHAPTERS) if kind == "bk" else ""
    last_day = closed_on or source.today
    return DrawnCase(
        serial=source.first_serial + place,
        kind=kind,
        office=("2" if random.random() < of.SECOND_OFFICE_SHARE else "1") if kind[0] == "c" else "",
        initials=initials + chapter,
        title=_title(kind, parties),
        filed_on=filed_on,
        closed_on=closed_on,
        presiding_judge=judge,
        referral_judge=referral,
        nature_of_suit=nature,
        cause=cause,
        jurisdiction=jurisdiction,
        jury_demand=random.choice(("None", "Plaintiff", "Both")) if kind == "cv" else "",
        chapter=chapter,
        is_sealed=random.random() < of.SEALED_CASE_SHARE,
        is_member=kind == "cv" and place > 0 and random.random() < of.MEMBER_SHARE,
        parties=parties,
        entries=_entries(random, source, kind, judge, parties, filed_on, last_day),
        deadline_on=_deadline(random, source.today, is_open=closed_on is None),
    )


def _kind(random: Random, court_kind: str) -> str:
    if court_kind == "district":
        return "cr" if random.random() < of.CRIMINAL_SHARE else "cv"
    return "bk" if court_kind == "bankruptcy" else "ap"


def _filed_on(source: Source, place: int) -> date:
    span = of.YEARS * 365
    return _workday(source.today - timedelta(days=span - span * place // source.cases))


def _workday(day: date) -> date:
    """The day, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _closed_on(random: Random, filed_on: date, today: date) -> date | None:
    is_closed = random.random() < of.CLOSED_SHARE
    closed_on = _workday(filed_on + timedelta(days=random.randint(*of.DAYS_OPEN)))
    return closed_on if is_closed and closed_on <= today else None


def _judges(random: Random, kind: str) -> tuple[str, str, str]:
    if kind == "ap":
        return "", "", ""
    if kind == "bk":
        judge, initials = random.choice(words.BANKRUPTCY_JUDGES)
        return judge, "", initials
    judge, initials = random.choice(words.DISTRICT_JUDGES)
    if kind == "cr":
        return judge, "", initials
    referral, more = random.choice(words.MAGISTRATE_JUDGES)
    return judge, referral, f"{initials}-{more}"


def _nature(random: Random) -> tuple[str, str, str]:
    place = random.choices(range(len(of.NATURES_OF_SUIT)), [row[3] for row in of.NATURES_OF_SUIT])[
        0
    ]
    nature, cause, jurisdiction, _ = of.NATURES_OF_SUIT[place]
    return nature, cause, jurisdiction


def _weighted(random: Random, choices: tuple[tuple[str, int], ...]) -> str:
    return random.choices([name for name, _ in choices], [weight for _, weight in choices])[0]


_ROLES = {
    "cv": ("Plaintiff", "Defendant"),
    "cr": ("Plaintiff", "Defendant"),
    "bk": ("Debtor", "Creditor"),
    "ap": ("Plaintiff - Appellant", "Defendant - Appellee"),
}


def _parties(
    random: Random, source: Source, kind: str, filed_on: date, last_day: date
) -> tuple[DrawnParty, ...]:
    first, other = _ROLES[kind]
    parties = [_party(random, source, kind, first, terminated_on=None, is_first=True)]
    while len(parties) < of.MOST_PARTIES:
        ended = len(parties) > 1 and random.random() < of.TERMINATED_SHARE
        day = filed_on + (last_day - filed_on) // 2 if ended else None
        parties.append(_party(random, source, kind, other, terminated_on=day))
        if random.random() >= of.ANOTHER_PARTY:
            break
    return tuple(parties)


def _party(
    random: Random,
    source: Source,
    kind: str,
    role: str,
    *,
    terminated_on: date | None,
    is_first: bool = False,
) -> DrawnParty:
    first_name, last_name = _name(random, kind, is_first)
    is_pro_se = bool(first_name) and random.random() < of.PRO_SE_SHARE
    return DrawnParty(
        role=role,
        last_name=last_name,
        first_name=first_name,
        is_pro_se=is_pro_se,
        filers=() if is_pro_se else _filers(random, source.filers),
        terminated_on=terminated_on,
        charge=_weighted(random, of.CHARGES) if kind == "cr" and not is_first else "",
    )


def _name(random: Random, kind: str, is_first: bool) -> tuple[str, str]:
    """The first and last name. An organization has no first name."""
    if kind == "cr" and is_first:
        return "", "United States of America"
    if kind == "cr" or (kind == "bk" and is_first) or random.random() < 0.5:
        return random.choice(words.GIVEN), random.choice(words.FAMILY)
    company = (words.COMPANY, words.TRADE, words.FORM)
    return "", " ".join(random.choice(part) for part in company)


def _filers(random: Random, filers: int) -> tuple[int, ...]:
    """One or two filers; the first of the list have the most cases."""
    if not filers:
        return ()
    count = 2 if random.random() < of.SECOND_ATTORNEY_SHARE and filers > 1 else 1
    places = [int(filers * random.random() ** of.BUSY_FILERS) for _ in range(count)]
    return tuple(sorted(set(places)))


def _title(kind: str, parties: tuple[DrawnParty, ...]) -> str:
    first, second = parties[0], parties[1]
    if kind == "bk":
        return f"In re {first.full_name}"
    if kind == "cr":
        return f"United States v. {second.last_name}"
    more = " et al" if len(parties) > 2 else ""
    return f"{first.last_name} v. {second.last_name}{more}"


def _entries(
    random: Random,
    source: Source,
    kind: str,
    judge: str,
    parties: tuple[DrawnParty, ...],
    filed_on: date,
    last_day: date,
) -> tuple[DrawnEntry, ...]:
    count = int(random.lognormvariate(log(of.MEDIAN_ENTRIES), of.TAIL))
    count = max(1, min(count, source.most_entries))
    span = (last_day - filed_on).days
    offsets = sorted(random.randint(0, span) for _ in range(count - 1))
    entries = [_first_entry(random, kind, parties[0], filed_on)]
    for offset in offsets:
        day = max(filed_on, _workday(filed_on + timedelta(days=offset)))
        entries.append(_entry(random, judge, parties, day, entries[-1]))
    return tuple(entries)


_FIRST = {
    "cv": ("complaint", "Complaint", "COMPLAINT filed by {party}.", "complaint"),
    "cr": ("indictment", "Indictment", "INDICTMENT. {party}.", "other"),
    "bk": ("petition-ch7", "Voluntary Petition", "Voluntary Petition filed by {party}.", "other"),
    "ap": ("appeal-docketed", "Appeal Docketed", "Appeal by {party} docketed.", "other"),
}


def _first_entry(random: Random, kind: str, party: DrawnParty, day: date) -> DrawnEntry:
    event, short_text, text, document = _FIRST[kind]
    return DrawnEntry(
        event=event,
        short_text=short_text,
        text=text.format(party=party.full_name),
        filed_on=day,
        minute=random.randint(480, 720),
        filer=next(iter(party.filers), None) if kind in ("cv", "bk") else None,
        filed_by=party.full_name,
        restriction="public",
        is_opinion=False,
        kind=document,
        pages=(random.choice(of.PAGES), *_attachments(random)),
    )


def _attachments(random: Random) -> tuple[int, ...]:
    if random.random() >= of.ATTACHMENT_SHARE:
        return ()
    return (of.PAGES[0],) * random.randint(1, of.MOST_ATTACHMENTS)


_WEIGHTS = [event.weight for event in of.EVENTS]


def _entry(
    random: Random, judge: str, parties: tuple[DrawnParty, ...], day: date, last: DrawnEntry
) -> DrawnEntry:
    event = random.choices(of.EVENTS, _WEIGHTS)[0]
    party = random.choice(parties)
    is_text_only = event.kind == "order" and random.random() < of.TEXT_ONLY_SHARE
    minute = random.randint(480, 1_060)
    return DrawnEntry(
        event=event.event,
        short_text=event.short_text,
        text=event.text.format(party=party.full_name, judge=judge or "the Clerk"),
        filed_on=day,
        minute=minute if day > last.filed_on else max(minute, last.minute),
        filer=None if event.by_court else next(iter(party.filers), None),
        filed_by="" if event.by_court else party.full_name,
        restriction=_restriction(random),
        is_opinion=event.event == "order" and random.random() < of.OPINION_SHARE,
        kind=event.kind,
        pages=() if is_text_only else (random.choice(of.PAGES), *_attachments(random)),
    )


def _restriction(random: Random) -> str:
    drawn = random.random()
    if drawn < of.SEALED_SHARE:
        return "sealed"
    return "participants" if drawn < of.SEALED_SHARE + of.PARTICIPANTS_SHARE else "public"


def _deadline(random: Random, today: date, *, is_open: bool) -> date | None:
    days = random.randint(1, 60)
    if is_open and random.random() < of.DEADLINE_SHARE:
        return _workday(today + timedelta(days=days + 2))
    return None
