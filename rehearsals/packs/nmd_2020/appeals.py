"""Two appeals from J.E. v. Fictional County School District: one that ended, and K8."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    MIRIAM,
    TERESA_AT_CA10,
    entered,
    filed,
    motion,
    notice,
    order,
    other,
)
from rehearsals.packs.nmd_2020.moments import mt

BELOW = "2:19-cv-90002"
TITLE = "J.E. v. Fictional County School District"
CIVIL_RIGHTS = "3448 Civil Rights: Education"

MINOR = PartySpec("Plaintiff - Appellant", "J.E.", note="a minor", attorneys=(MIRIAM.appears(),))
DISTRICT = PartySpec(
    "Defendant - Appellee",
    "Fictional County School District",
    attorneys=(TERESA_AT_CA10.appears(),),
)

# fmt: off
FIRST_APPEAL = CaseSpec(
    court="ca10",
    number="19-2907",
    kind="ap",
    title=TITLE,
    filed_on=date(2019, 9, 25),
    closed_on=date(2020, 1, 15),
    nature_of_suit=CIVIL_RIGHTS,
    related_cases=(BELOW, "20-2901"),
    parties=(MINOR, DISTRICT),
    entries=(
        entered(
            mt(2019, 9, 25, 10, 30), "appeal-docketed", "Appeal Docketed",
            f"Civil case docketed. Notice of appeal from {BELOW} received and filed.", other(),
        ),
        filed(
            mt(2019, 10, 2, 11, 14), "ap-appearance", "Entry of Appearance",
            "ENTRY OF APPEARANCE by Miriam Esquire for J.E.", MIRIAM, MINOR, notice(),
        ),
        entered(
            mt(2019, 10, 11, 9, 0), "appellate-record", "Record on Appeal",
            "Record on appeal filed. One volume.", other(42),
        ),
        filed(
            mt(2019, 10, 15, 15, 20), "ap-docketing-statement", "Docketing Statement",
            "DOCKETING STATEMENT by J.E.", MIRIAM, MINOR, other(),
        ),
        filed(
            mt(2019, 11, 6, 16, 1), "appellate-brief", "Appellant's Brief",
            "APPELLANT'S OPENING BRIEF by J.E.", MIRIAM, MINOR, other(58),
        ),
        filed(
            mt(2020, 1, 9, 13, 35), "ap-dismiss", "Motion to Dismiss Appeal",
            "Unopposed MOTION to Dismiss the Appeal by J.E.", MIRIAM, MINOR, motion(3),
        ),
        entered(
            mt(2020, 1, 15, 11, 0), "order", "Order Dismissing Appeal",
            "ORDER granting the motion of J.E. and dismissing the appeal. Mandate issued.",
            order(3), refers_to=(6,),
        ),
    ),
)

APPEAL = CaseSpec(  # K8
    court="ca10",
    number="20-2901",
    kind="ap",
    title=TITLE,
    filed_on=date(2020, 2, 4),
    nature_of_suit=CIVIL_RIGHTS,
    related_cases=(BELOW, "19-2907"),
    parties=(MINOR, DISTRICT),
    entries=(
        entered(
            mt(2020, 2, 4, 14, 12), "appeal-docketed", "Appeal Docketed",
            f"Civil case docketed. Notice of appeal from {BELOW} received and filed. Fee paid.", other(),
        ),
        filed(
            mt(2020, 2, 10, 10, 8), "ap-appearance", "Entry of Appearance",
            "ENTRY OF APPEARANCE by Miriam Esquire for J.E.", MIRIAM, MINOR, notice(),
        ),
        entered(
            mt(2020, 2, 18, 9, 30), "ap-appearance", "Entry of Appearance",
            "ENTRY OF APPEARANCE by Teresa M. Counselor for Fictional County School District, on paper.",
            notice(), party=DISTRICT,
        ),
        entered(
            mt(2020, 2, 26, 9, 5), "appellate-record", "Record on Appeal",
            "Record on appeal filed. One volume.", other(42),
        ),
        entered(
            mt(2020, 2, 26, 9, 10), "order", "Briefing Schedule",
            "Briefing schedule: appellant's brief and appendix due 4/27/2020. [Text-only entry.]",
        ),
    ),
    deadlines=(DeadlineSpec("Appellant's brief due", date(2020, 4, 27), entry=5),),
)
# fmt: on
