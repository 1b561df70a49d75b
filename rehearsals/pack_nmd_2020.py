"""The District of New Mexico's move to NextGen CM/ECF, April 2020 (seed), and ten people it happens to.

Names follow the seed's style: a given name and a role word. Numbers, phones and domains are ones
that real courts and people do not have, but for the seed's own account 7030833.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from rehearsals.packs import CmecfSpec, CourtSpec, Desk, Moment, PacerSpec, Pack, PersonaSpec

DENVER = "America/Denver"


def mt(*parts: int) -> datetime:
    """Mountain Time, the court's own zone."""
    return datetime(*parts, tzinfo=ZoneInfo(DENVER))


OUTAGE_STARTS = mt(2020, 4, 17, 15)
GO_LIVE = mt(2020, 4, 20, 8)

MOMENTS = (
    Moment("reminder", "The reminder", mt(2020, 3, 20, 9), "The court's second notice appears."),
    Moment(
        "seed-moment",
        "Three weeks to go",
        mt(2020, 3, 27, 10, 6, 38),
        "The countdown reads 23:21:53:22.",
    ),
    Moment("last-hour", "The last hour", mt(2020, 4, 17, 14), "CM/ECF closes at 3:00 pm."),
    Moment("freeze", "CM/ECF closes", OUTAGE_STARTS, "The outage begins."),
    Moment("weekend", "The dark weekend", mt(2020, 4, 18, 11), "Only the PACER steps are open."),
    Moment("eve", "Five minutes before", mt(2020, 4, 20, 7, 55), "Still closed."),
    Moment("live", "Go-live", GO_LIVE, "NextGen opens; linking is possible."),
    Moment("first-rush", "The first rush", mt(2020, 4, 20, 8, 5), "Everybody signs in."),
    Moment("day-two", "The day after", mt(2020, 4, 21, 9), "Who is not ready?"),
)

COURTS = (
    CourtSpec(
        code="nmd",
        cso_id="NMDC",
        name="District of New Mexico",
        title="United States District Court",
        kind="district",
        time_zone=DENVER,
        outage_starts_at=OUTAGE_STARTS,
        go_live_at=GO_LIVE,
        help_desk=Desk("(505) 348-2075", "cmecf@nmd.uscourts.gov"),
        masthead_lines=(
            "Honorable William P. Johnson, Chief Judge",
            "Mitchell R. Elfers, Clerk of Court",
        ),
    ),
    CourtSpec(
        code="nmb",
        cso_id="NMBK",
        name="Bankruptcy Court, District of New Mexico",
        title="United States Bankruptcy Court",
        kind="bankruptcy",
        time_zone=DENVER,
        outage_starts_at=mt(2019, 9, 13, 15),
        go_live_at=mt(2019, 9, 16, 8),
        help_desk=Desk("505-555-0160", "helpdesk@nmb.example.org"),
        note="Its real date is not known to us: assumed for practice.",
    ),
    CourtSpec(
        code="ca10",
        cso_id="10CA",
        name="Tenth Circuit Court of Appeals",
        title="United States Court of Appeals",
        kind="appellate",
        time_zone=DENVER,
        outage_starts_at=mt(2017, 5, 12, 15),
        go_live_at=mt(2017, 5, 15, 8),
        help_desk=Desk("505-555-0170", "helpdesk@ca10.example.org"),
    ),
)

PERSONAS = (
    PersonaSpec(
        key="p01",
        given="Noel",
        family="Attorney",
        story="Solo practitioner in Albuquerque.",
        planted="A legacy PACER account: it must be upgraded before it can be linked.",
        pacer=(
            PacerSpec(
                "7030833",
                "noelattorney",
                "Mesa-Noel-09",
                "legacy",
                date(2009, 6, 2),
                "Noel",
                "Attorney",
                "noel@example.com",
                phone="505-555-0101",
            ),
        ),
        cmecf=(
            CmecfSpec("nmd", "nattorney", "Docket-Noel-1", "Noel", "Attorney", "noel@example.com"),
        ),
    ),
    PersonaSpec(
        key="p02",
        given="John",
        family="Attorney",
        story="Two-lawyer firm in Santa Fe.",
        planted="Nothing is wrong: the account is upgraded and ready to link on go-live morning.",
        pacer=(
            PacerSpec(
                "7990002",
                "johnattorney",
                "Mesa-John-16",
                "upgraded",
                date(2016, 3, 14),
                "John",
                "Attorney",
                "john@example.com",
                city="Santa Fe",
                phone="505-555-0102",
            ),
        ),
        cmecf=(
            CmecfSpec("nmd", "jattorney", "Docket-John-2", "John", "Attorney", "john@example.com"),
        ),
    ),
    PersonaSpec(
        key="p03",
        given="Adele",
        family="Counsel",
        story="Three Rivers Trial Group, three lawyers.",
        planted="The whole firm uses one PACER account. It must not be linked: she needs her own.",
        pacer=(
            PacerSpec(
                "7990003",
                "tr0042",
                "Mesa-Firm-04",
                "legacy",
                date(2004, 2, 9),
                "Three Rivers",
                "Trial Group",
                "office@example.net",
                holder="shared",
                user_type="LAW FIRM",
                firm="Three Rivers Trial Group",
                phone="505-555-0103",
            ),
        ),
        cmecf=(
            CmecfSpec("nmd", "acounsel", "Docket-Adele-3", "Adele", "Counsel", "adele@example.com"),
        ),
    ),
    PersonaSpec(
        key="p04",
        given="Gilbert",
        family="Barrister",
        story="Moved to another firm in 2018.",
        planted="Forgot the CM/ECF password, and the e-mail on file is at the old firm. "
        "The court must fix the e-mail first.",
        pacer=(
            PacerSpec(
                "7990004",
                "gilbertbarrister",
                "Mesa-Gilbert-15",
                "upgraded",
                date(2015, 1, 20),
                "Gilbert",
                "Barrister",
                "gilbert@example.com",
                phone="505-555-0104",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd",
                "gbarrister",
                "Browser-Saved-4",
                "Gilbert",
                "Barrister",
                "gb@oldfirm.example.net",
                password_forgotten=True,
            ),
        ),
    ),
    PersonaSpec(
        key="p05",
        given="Teresa",
        family="Advocate",
        story="Changed her name in 2018.",
        planted="The court still knows her as Teresa M. Counselor: two names, one person.",
        pacer=(
            PacerSpec(
                "7990005",
                "teresaadvocate",
                "Mesa-Teresa-18",
                "upgraded",
                date(2018, 10, 1),
                "Teresa",
                "Advocate",
                "teresa@example.com",
                phone="505-555-0105",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd",
                "tcounselor",
                "Docket-Teresa-5",
                "Teresa",
                "Counselor",
                "teresa@example.com",
                middle_name="M.",
            ),
        ),
    ),
    PersonaSpec(
        key="p06",
        given="Owen",
        family="Solicitor",
        story="Debtors' counsel in Las Cruces, files in two courts.",
        planted="A legacy account, two courts to link, and a special character in one login.",
        pacer=(
            PacerSpec(
                "7990006",
                "owensolicitor",
                "Mesa-Owen-11",
                "legacy",
                date(2011, 11, 3),
                "Owen",
                "Solicitor",
                "owen@example.com",
                city="Las Cruces",
                phone="505-555-0106",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "o&solicitor", "Docket-Owen-6", "Owen", "Solicitor", "owen@example.com"
            ),
            CmecfSpec(
                "nmb", "osolicitor", "Chapter-Owen-6", "Owen", "Solicitor", "owen@example.com"
            ),
        ),
    ),
    PersonaSpec(
        key="p07",
        given="Ruth",
        family="Paralegal",
        story="Works for Adele Counsel at Three Rivers.",
        planted="Has no CM/ECF account of her own and has been using Adele's. There is nothing to link.",
        pacer=(
            PacerSpec(
                "7990007",
                "ruthparalegal",
                "Mesa-Ruth-19",
                "upgraded",
                date(2019, 5, 6),
                "Ruth",
                "Paralegal",
                "ruth@example.com",
                phone="505-555-0107",
            ),
        ),
        is_filer=False,
    ),
    PersonaSpec(
        key="p08",
        given="Hector",
        family="Trustee",
        story="Panel trustee and attorney.",
        planted="Two CM/ECF accounts in one court, one PACER account: only one of the two can be linked.",
        pacer=(
            PacerSpec(
                "7990008",
                "hectortrustee",
                "Mesa-Hector-14",
                "upgraded",
                date(2014, 8, 11),
                "Hector",
                "Trustee",
                "hector@example.com",
                phone="505-555-0108",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "htrustee2", "Docket-Hector-8", "Hector", "Trustee", "hector@example.com"
            ),
            CmecfSpec(
                "nmb",
                "htrustee",
                "Estate-Hector-8",
                "Hector",
                "Trustee",
                "hector@example.com",
                role="trustee",
            ),
            CmecfSpec(
                "nmb", "hattyfile", "Chapter-Hector-8", "Hector", "Trustee", "hector@example.com"
            ),
        ),
    ),
    PersonaSpec(
        key="p09",
        given="Dana",
        family="Litigant",
        story="Represents herself, with the court's permission to e-file in one case.",
        planted="Has no PACER account: she registers as a party, not as an attorney.",
        cmecf=(
            CmecfSpec(
                "nmd",
                "dlitigant",
                "Docket-Dana-9",
                "Dana",
                "Litigant",
                "dana@example.com",
                role="party",
                only_case="1:20-cv-90004-TRN-SIM",
            ),
        ),
    ),
    PersonaSpec(
        key="p10",
        given="Miriam",
        family="Esquire",
        story="Appellate and CJA lawyer.",
        planted="Linked at the Tenth Circuit in 2017 and thinks she is done. Links are made court by court.",
        pacer=(
            PacerSpec(
                "7990010",
                "miriamesquire",
                "Mesa-Miriam-15",
                "upgraded",
                date(2015, 9, 21),
                "Miriam",
                "Esquire",
                "miriam@example.com",
                phone="505-555-0110",
            ),
            PacerSpec(
                "7990011",
                "miriamcja",
                "Mesa-Exempt-17",
                "upgraded",
                date(2017, 1, 9),
                "Miriam",
                "Esquire",
                "miriam.cja@example.com",
                phone="505-555-0110",
                cja=True,
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "mesquire", "Docket-Miriam-10", "Miriam", "Esquire", "miriam@example.com"
            ),
            CmecfSpec(
                "ca10",
                "mesquire",
                "Circuit-Miriam-10",
                "Miriam",
                "Esquire",
                "miriam@example.com",
                linked_to="7990010",
                linked_at=mt(2017, 5, 15, 9, 12),
            ),
        ),
    ),
)

PACK = Pack(
    code="nmd-2020",
    title="District of New Mexico, April 2020",
    home_court="nmd",
    start="seed-moment",
    moments=MOMENTS,
    courts=COURTS,
    personas=PERSONAS,
    dead_mail_domains=frozenset({"oldfirm.example.net"}),
)
