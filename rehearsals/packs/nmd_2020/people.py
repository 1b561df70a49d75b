"""Ten people who go through the move, each with a condition to handle.

Names follow the seed's style: a given name and a role. No real court or person has these numbers, phones
or domains, except for account 7030833, which is the seed's.
"""

from datetime import date

from rehearsals.packs.nmd_2020.moments import mt
from rehearsals.packs.pack import CmecfSpec, PacerSpec, PersonaSpec

# One name and its credentials on each line.
# fmt: off
PERSONAS = (
    PersonaSpec(
        key="p01",
        given="Noel",
        family="Attorney",
        description="Solo practitioner in Albuquerque.",
        condition="Has a legacy PACER account. It must be upgraded before it can be linked.",
        born_on=date(1962, 5, 4),
        answers=("buttons", "raton"),
        pacer=(
            PacerSpec(
                "7030833", "noelattorney", "Mesa-Noel-09", "legacy", date(2009, 6, 2),
                "Noel", "Attorney", "noel@example.com", phone="505-555-0101",
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
        description="Attorney in a two-lawyer firm in Santa Fe.",
        condition="Has no problems. The account is upgraded and ready to link on the go-live morning.",
        born_on=date(1971, 11, 23),
        answers=("captain", "taos"),
        pacer=(
            PacerSpec(
                "7990002", "johnattorney", "Mesa-John-16", "upgraded", date(2016, 3, 14),
                "John", "Attorney", "john@example.com", city="Santa Fe", phone="505-555-0102",
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
        description="Attorney at Three Rivers Trial Group, a firm of three lawyers.",
        condition="The whole firm shares one PACER account. It must not be linked. Adele needs her own.",
        born_on=date(1968, 2, 17),
        answers=("pepper", "gallup"),
        pacer=(
            PacerSpec(
                "7990003", "tr0042", "Mesa-Firm-04", "legacy", date(2004, 2, 9),
                "", "Three Rivers Trial Group", "office@example.net", holder="shared",
                user_type="LAW FIRM", firm="Three Rivers Trial Group", phone="505-555-0103",
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
        description="Attorney who changed firms in 2018.",
        condition="Forgot the CM/ECF password. The court has an old e-mail address and must update it first.",
        born_on=date(1966, 8, 9),
        answers=("scout", "clovis"),
        pacer=(
            PacerSpec(
                "7990004", "gilbertbarrister", "Mesa-Gilbert-15", "upgraded", date(2015, 1, 20),
                "Gilbert", "Barrister", "gilbert@example.com", phone="505-555-0104",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "gbarrister", "Browser-Saved-4", "Gilbert", "Barrister",
                "gb@oldfirm.example.net", password_forgotten=True,
            ),
        ),
    ),
    PersonaSpec(
        key="p05",
        given="Teresa",
        family="Advocate",
        description="Attorney who changed her name in 2018.",
        condition="The court's records still say Teresa M. Counselor, so the two names don't match.",
        born_on=date(1979, 1, 30),
        answers=("ginger", "silver city"),
        pacer=(
            PacerSpec(
                "7990005", "teresaadvocate", "Mesa-Teresa-18", "upgraded", date(2018, 10, 1),
                "Teresa", "Advocate", "teresa@example.com", phone="505-555-0105",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "tcounselor", "Docket-Teresa-5", "Teresa", "Counselor",
                "teresa@example.com", middle_name="M.",
            ),
        ),
    ),
    PersonaSpec(
        key="p06",
        given="Owen",
        family="Solicitor",
        description="Debtors' counsel in Las Cruces who files in two courts.",
        condition="Has a legacy account, two courts to link, and a special character in one login.",
        born_on=date(1958, 12, 12),
        answers=("lobo", "deming"),
        pacer=(
            PacerSpec(
                "7990006", "owensolicitor", "Mesa-Owen-11", "legacy", date(2011, 11, 3),
                "Owen", "Solicitor", "owen@example.com", city="Las Cruces", phone="505-555-0106",
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
        description="Paralegal who works for Adele Counsel at Three Rivers.",
        condition="Has no CM/ECF account and has been using Adele's. Ruth has nothing to link.",
        born_on=date(1988, 6, 21),
        answers=("misty", "roswell"),
        pacer=(
            PacerSpec(
                "7990007", "ruthparalegal", "Mesa-Ruth-19", "upgraded", date(2019, 5, 6),
                "Ruth", "Paralegal", "ruth@example.com", phone="505-555-0107",
            ),
        ),
        is_filer=False,
    ),
    PersonaSpec(
        key="p08",
        given="Hector",
        family="Trustee",
        description="Panel trustee and attorney.",
        condition="Has two CM/ECF accounts in one court but one PACER account, so he can link only one.",
        born_on=date(1964, 3, 3),
        answers=("duke", "socorro"),
        pacer=(
            PacerSpec(
                "7990008", "hectortrustee", "Mesa-Hector-14", "upgraded", date(2014, 8, 11),
                "Hector", "Trustee", "hector@example.com", phone="505-555-0108",
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "htrustee2", "Docket-Hector-8", "Hector", "Trustee", "hector@example.com"
            ),
            CmecfSpec(
                "nmb", "htrustee", "Estate-Hector-8", "Hector", "Trustee",
                "hector@example.com", role="trustee",
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
        description="Represents herself and has permission to e-file in one case, 1:20-cv-90004.",
        condition="Has no PACER account and must register as a party, not as an attorney.",
        born_on=date(1983, 10, 7),
        answers=("patches", "aztec"),
        cmecf=(
            CmecfSpec(
                "nmd", "dlitigant", "Docket-Dana-9", "Dana", "Litigant",
                "dana@example.com", role="party", only_case="1:20-cv-90004-TRN-SIM",
            ),
        ),
    ),
    PersonaSpec(
        key="p10",
        given="Miriam",
        family="Esquire",
        description="Appellate and CJA attorney.",
        condition="Linked at the Tenth Circuit in 2017, but each court needs its own link.",
        born_on=date(1970, 7, 15),
        answers=("olive", "las vegas"),
        pacer=(
            PacerSpec(
                "7990010", "miriamesquire", "Mesa-Miriam-15", "upgraded", date(2015, 9, 21),
                "Miriam", "Esquire", "miriam@example.com", phone="505-555-0110",
            ),
            PacerSpec(
                "7990011", "miriamcja", "Mesa-Exempt-17", "upgraded", date(2017, 1, 9),
                "Miriam", "Esquire", "miriam.cja@example.com", phone="505-555-0110", cja=True,
            ),
        ),
        cmecf=(
            CmecfSpec(
                "nmd", "mesquire", "Docket-Miriam-10", "Miriam", "Esquire", "miriam@example.com"
            ),
            CmecfSpec(
                "ca10", "mesquire", "Circuit-Miriam-10", "Miriam", "Esquire",
                "miriam@example.com", linked_to="7990010", linked_at=mt(2017, 5, 15, 9, 12),
            ),
        ),
    ),
)
