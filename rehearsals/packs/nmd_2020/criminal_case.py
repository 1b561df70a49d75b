"""United States v. Sampleton (K3): two defendants, a CJA appointment, a restricted and a sealed entry."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    MIRIAM,
    PAULA,
    TRN,
    Counsel,
    assigned,
    entered,
    filed,
    motion,
    order,
    other,
)
from rehearsals.packs.nmd_2020.moments import mt

IVY = Counsel(
    "Ivy",
    "Interim",
    "",
    ("Interim Defense", "32 Example Alley", "Albuquerque, NM 87100", "505-555-0132"),
    "ivy.interim@example.net",
)
RELEASED = date(2020, 3, 6)

GOVERNMENT = PartySpec(
    "Plaintiff", "United States of America", attorneys=(PAULA.appears("Assistant U.S. Attorney"),)
)
SANDY = PartySpec(
    "Defendant",
    "Sampleton",
    "Sandy",
    attorneys=(MIRIAM.appears("CJA Appointment"),),
    defendant_number=1,
    charges={
        "pending": [
            {"count": "1", "charge": "18:1343 WIRE FRAUD"},
            {"count": "2", "charge": "18:1001 FALSE STATEMENT"},
        ],
        "opening_level": "Felony",
        "terminated": [
            {
                "count": "3",
                "charge": "18:1028A AGGRAVATED IDENTITY THEFT",
                "disposition": "Dismissed on motion of the United States",
            }
        ],
        "terminated_level": "Felony",
    },
)
QUINN = PartySpec(
    "Defendant",
    "Imaginary",
    "Quinn",
    attorneys=(IVY.appears(terminated_on=RELEASED),),
    defendant_number=2,
    charges={
        "terminated": [
            {
                "count": "1",
                "charge": "18:1343 WIRE FRAUD",
                "disposition": "Dismissed without prejudice",
            }
        ],
        "terminated_level": "Felony",
        "opening_level": "Felony",
    },
    terminated_on=RELEASED,
)

# fmt: off
SAMPLETON = CaseSpec(  # K3
    court="nmd",
    number="1:20-cr-90003",
    initials="TRN",
    kind="cr",
    title="United States v. Sampleton",
    filed_on=date(2020, 2, 11),
    presiding_judge=TRN,
    parties=(GOVERNMENT, SANDY, QUINN),
    entries=(
        entered(
            mt(2020, 2, 11, 15, 5), "indictment", "Indictment",
            "REDACTED INDICTMENT as to Sandy Sampleton (1) count(s) 1, 2, 3, and Quinn Imaginary (2)"
            " count(s) 1.",
            other(3),
        ),
        assigned(mt(2020, 2, 11, 16, 0), TRN),
        entered(
            mt(2020, 2, 12, 8, 50), "sealed-document", "Warrant Issued",
            "Arrest Warrant issued as to Sandy Sampleton.", other(), restriction="sealed",
        ),
        entered(
            mt(2020, 2, 18, 11, 40), "minutes", "Arraignment",
            "Clerk's Minutes for proceedings before Magistrate Judge Sim U. Lation: arraignment of Sandy"
            " Sampleton (1) and Quinn Imaginary (2) held on 2/18/2020. Not guilty pleas entered.",
            other(),
        ),
        entered(
            mt(2020, 2, 18, 13, 10), "cja-appointment", "CJA 20 Appointment",
            "CJA 20 as to Sandy Sampleton (1): appointment of attorney Miriam Esquire, by Magistrate Judge"
            " Sim U. Lation. [Text-only order.]",
        ),
        entered(
            mt(2020, 2, 18, 13, 15), "order", "Order Setting Conditions of Release",
            "ORDER Setting Conditions of Release as to Sandy Sampleton (1).", order(3),
        ),
        entered(
            mt(2020, 2, 24, 9, 30), "order", "Discovery Order",
            "DISCOVERY ORDER by Magistrate Judge Sim U. Lation as to all defendants.", order(3),
        ),
        entered(
            mt(2020, 3, 6, 10, 25), "order", "Order Dismissing Counts",
            "ORDER by District Judge Terra R. Nova dismissing count 3 as to Sandy Sampleton (1) and all"
            " counts as to Quinn Imaginary (2).",
            order(2),
        ),
        filed(
            mt(2020, 3, 10, 14, 40), "motion-continue", "Motion to Continue",
            "Unopposed MOTION to Continue the trial by Sandy Sampleton.", MIRIAM, SANDY, motion(3),
        ),
        entered(
            mt(2020, 3, 13, 9, 50), "order", "Order on Motion to Continue",
            "ORDER by District Judge Terra R. Nova granting 8 Motion to Continue as to Sandy Sampleton (1).",
            order(2), refers_to=(8,),
        ),
        entered(
            mt(2020, 3, 23, 16, 0), "plea-agreement", "Plea Agreement",
            "PLEA AGREEMENT as to Sandy Sampleton (1).", other(9), restriction="participants",
        ),
    ),
    deadlines=(
        DeadlineSpec(
            "Change of plea hearing", date(2020, 4, 28), starts_at=mt(2020, 4, 28, 10),
            place="Albuquerque, Rio Practice Courtroom, before District Judge Terra R. Nova",
        ),
        DeadlineSpec(
            "Jury trial", date(2020, 6, 15), starts_at=mt(2020, 6, 15, 9),
            place="Albuquerque, Rio Practice Courtroom, before District Judge Terra R. Nova",
        ),
    ),
)
# fmt: on
