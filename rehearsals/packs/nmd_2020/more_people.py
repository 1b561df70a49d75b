"""Six more people, with conditions that the four steps alone don't cover. Named as in people.py."""

from datetime import date

from rehearsals.packs.nmd_2020.moments import mt
from rehearsals.packs.pack import CmecfSpec, PacerSpec, PersonaSpec

# One name and its credentials on each line.
# fmt: off
MORE_PERSONAS = (
    PersonaSpec(
        key="x01",
        given="Skye",
        family="Researcher",
        description="Reads dockets for a newspaper and never files.",
        condition="Doesn't need to do anything. People who only search cases have nothing to link.",
        born_on=date(1990, 4, 2),
        answers=("comet", "grants"),
        pacer=(
            PacerSpec(
                "7990021", "skyeresearcher", "Mesa-Skye-17", "upgraded", date(2017, 4, 3),
                "Skye", "Researcher", "skye@example.com", user_type="INDIVIDUAL",
                phone="505-555-0121",
            ),
        ),
        is_filer=False,
    ),
    PersonaSpec(
        key="x02",
        given="Nina",
        family="Newcomer",
        description="Attorney who was just admitted to the bar and is new to this court.",
        condition="Has no account. Must register with PACER and ask the court for permission to e-file.",
        is_newcomer=True,
        born_on=date(1993, 9, 14),
        answers=("cookie", "hobbs"),
    ),
    PersonaSpec(
        key="x03",
        given="Grant",
        family="Counsel",
        description="Attorney in a government office.",
        condition="Has a government user type. Linking works the same way.",
        born_on=date(1975, 2, 11),
        answers=("ranger", "artesia"),
        pacer=(
            PacerSpec(
                "7990023", "grantcounsel", "Mesa-Grant-15", "upgraded", date(2015, 6, 8),
                "Grant", "Counsel", "grant@example.org", user_type="STATE OR LOCAL GOVERNMENT",
                firm="Office of Practice Affairs", city="Santa Fe", phone="505-555-0123",
            ),
        ),
        cmecf=(
            CmecfSpec("nmd", "gcounsel", "Docket-Grant-23", "Grant", "Counsel", "grant@example.org"),
        ),
    ),
    PersonaSpec(
        key="x04",
        given="Max",
        family="Filer",
        description="Files in the bankruptcy court every day and has been linked there since it moved.",
        condition="Must enroll in multifactor authentication when the rehearsal uses the 2025 rules.",
        born_on=date(1981, 12, 29),
        answers=("turbo", "belen"),
        pacer=(
            PacerSpec(
                "7990024", "maxfiler2018", "Mesa-Quartz!-24", "upgraded", date(2018, 3, 5),
                "Max", "Filer", "max@example.com", phone="505-555-0124",
            ),
        ),
        cmecf=(
            CmecfSpec("nmd", "mfiler", "Docket-Max-24", "Max", "Filer", "max@example.com"),
            CmecfSpec(
                "nmb", "mfiler", "Chapter-Max-24", "Max", "Filer", "max@example.com",
                linked_to="7990024", linked_at=mt(2019, 9, 16, 8, 40),
            ),
        ),
    ),
    PersonaSpec(
        key="x05",
        given="Walter",
        family="Practitioner",
        description="Attorney who is back after two years away.",
        condition="Forgot the PACER username, the PACER password and the CM/ECF password.",
        born_on=date(1960, 1, 19),
        answers=("domino", "tucumcari"),
        pacer=(
            PacerSpec(
                "7990025", "wpractitioner60", "Mesa-Walter-16", "upgraded", date(2016, 10, 10),
                "Walter", "Practitioner", "walter@example.com", phone="505-555-0125",
                username_forgotten=True, password_forgotten=True,
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "wpractitioner", "Docket-Walter-25", "Walter", "Practitioner",
                "walter@example.com", password_forgotten=True,
            ),
        ),
    ),
    PersonaSpec(
        key="x06",
        given="Fern",
        family="Administrator",
        description="Bookkeeper of Three Rivers Trial Group.",
        condition="The firm shares one PACER account. Fern opens a billing account and adds each attorney.",
        shared_account="7990003",
        manages_billing=True,
        is_filer=False,
        born_on=date(1969, 5, 25),
        answers=("nutmeg", "espanola"),
    ),
)
