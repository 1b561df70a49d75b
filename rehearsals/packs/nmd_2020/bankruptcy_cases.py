"""Bankruptcy cases: chapter 7 (K6), chapter 13 (K7), and a chapter 7 case that ended."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    HECTOR_AT_NMB,
    MAX,
    OWEN_AT_NMB,
    Counsel,
    entered,
    exhibit,
    filed,
    motion,
    notice,
    order,
    other,
)
from rehearsals.packs.nmd_2020.moments import mt

JUDGE = "Bankruptcy Judge Solva N. See"
TRUSTEE = Counsel("Hector", "Trustee", "htrustee", ())  # his trustee's login

SAM = PartySpec("Debtor", "Sample", "Samuel", "Q.", attorneys=(OWEN_AT_NMB.appears(),))
HECTOR = PartySpec(
    "Trustee", "Trustee", "Hector", login="htrustee", attorneys=(HECTOR_AT_NMB.appears(),)
)

# fmt: off
SAMPLE = CaseSpec(  # K6
    court="nmb",
    number="20-19001",
    initials="q7",
    kind="bk",
    title="In re Samuel Q. Sample",
    filed_on=date(2020, 2, 3),
    presiding_judge=JUDGE,
    chapter="7",
    parties=(SAM, HECTOR),
    entries=(
        filed(
            mt(2020, 2, 3, 10, 2), "petition-ch7", "Chapter 7 Voluntary Petition",
            "Chapter 7 Voluntary Petition for an Individual, filed by Samuel Q. Sample. Fee amount $335.",
            OWEN_AT_NMB, SAM, other(9), exhibit("Schedules", 24),
        ),
        entered(
            mt(2020, 2, 3, 10, 2), "clerk-notice", "Receipt of Filing Fee",
            "Receipt of the filing fee for 1 Chapter 7 Voluntary Petition. Amount $335.00.",
            has_number=False,
        ),
        entered(
            mt(2020, 2, 3, 14, 30), "meeting-341", "Meeting of Creditors",
            "Meeting of Creditors to be held on 3/12/2020 at 1:30 PM. Trustee Hector Trustee appointed."
            " Objections to discharge due 5/11/2020.",
            notice(),
        ),
        filed(
            mt(2020, 2, 4, 9, 18), "bk-certificate-course", "Certificate of Credit Counseling",
            "Certificate of Credit Counseling, filed by Samuel Q. Sample.", OWEN_AT_NMB, SAM, other(),
        ),
        filed(
            mt(2020, 3, 12, 16, 20), "trustee-report", "Meeting of Creditors Held",
            "Meeting of Creditors held and concluded on 3/12/2020. Debtor appeared. [Text-only entry.]",
            TRUSTEE, HECTOR,
        ),
        filed(
            mt(2020, 3, 18, 11, 5), "application-employ", "Application to Employ",
            "Application to Employ Hector Trustee as attorney for the trustee, filed by Hector Trustee.",
            HECTOR_AT_NMB, HECTOR, motion(3),
        ),
        entered(
            mt(2020, 3, 25, 9, 40), "order", "Order on Application to Employ",
            "Order Granting 5 Application to Employ.", order(2), refers_to=(5,),
        ),
    ),
    deadlines=(
        DeadlineSpec(
            "Meeting of creditors", date(2020, 3, 12), entry=2, starts_at=mt(2020, 3, 12, 13, 30),
            place="Albuquerque, Room 100", satisfied_on=date(2020, 3, 12),
        ),
        DeadlineSpec("Objections to discharge due", date(2020, 5, 11), entry=2),
    ),
)

FELIX = PartySpec("Debtor", "Fictional", "Felix", attorneys=(OWEN_AT_NMB.appears(),))
FIONA = PartySpec("Joint Debtor", "Fictional", "Fiona", attorneys=(OWEN_AT_NMB.appears(),))
UNION = PartySpec("Creditor", "Sample Credit Union", attorneys=(MAX.appears(),))

FICTIONAL = CaseSpec(  # K7
    court="nmb",
    number="20-19002",
    initials="x13",
    kind="bk",
    title="In re Fictional",
    filed_on=date(2020, 2, 24),
    presiding_judge=JUDGE,
    chapter="13",
    parties=(FELIX, FIONA, PartySpec("Trustee", "Standing", "Tessa"), UNION),
    entries=(
        filed(
            mt(2020, 2, 24, 13, 12), "petition-ch13", "Chapter 13 Voluntary Petition",
            "Chapter 13 Voluntary Petition for Individuals, filed by Felix Fictional and Fiona Fictional. Fee"
            " amount $310.",
            OWEN_AT_NMB, FELIX, other(9),
        ),
        filed(
            mt(2020, 2, 24, 13, 25), "ch13-plan", "Chapter 13 Plan",
            "Chapter 13 Plan, filed by Felix Fictional and Fiona Fictional.", OWEN_AT_NMB, FELIX, other(9),
        ),
        entered(
            mt(2020, 2, 25, 8, 55), "meeting-341", "Meeting of Creditors",
            "Meeting of Creditors to be held on 4/2/2020 at 10:00 AM. Confirmation hearing on 5/7/2020.",
            notice(),
        ),
        filed(
            mt(2020, 3, 9, 10, 36), "bk-appearance", "Notice of Appearance",
            "Notice of Appearance and Request for Notice, filed by Sample Credit Union.",
            MAX, UNION, notice(),
        ),
        filed(
            mt(2020, 3, 23, 15, 1), "objection-confirmation", "Objection to Confirmation of Plan",
            "Objection to Confirmation of 2 Chapter 13 Plan, filed by Sample Credit Union.",
            MAX, UNION, motion(3), refers_to=(2,),
        ),
    ),
    deadlines=(
        DeadlineSpec(
            "Meeting of creditors", date(2020, 4, 2), entry=3, starts_at=mt(2020, 4, 2, 10),
            place="Las Cruces, Room 200",
        ),
        DeadlineSpec(
            "Confirmation hearing", date(2020, 5, 7), entry=3, starts_at=mt(2020, 5, 7, 9),
            place=f"By telephone, before {JUDGE}",
        ),
    ),
)

STORE = PartySpec("Debtor", "Sample Feed Store LLC", attorneys=(OWEN_AT_NMB.appears(),))

FEED_STORE = CaseSpec(
    court="nmb",
    number="19-19003",
    initials="x7",
    kind="bk",
    title="In re Sample Feed Store LLC",
    filed_on=date(2019, 8, 5),
    closed_on=date(2019, 12, 16),
    presiding_judge=JUDGE,
    chapter="7",
    parties=(STORE, HECTOR),
    entries=(
        filed(
            mt(2019, 8, 5, 9, 33), "petition-ch7", "Chapter 7 Voluntary Petition",
            "Chapter 7 Voluntary Petition for Non-Individuals, filed by Sample Feed Store LLC.",
            OWEN_AT_NMB, STORE, other(9),
        ),
        filed(
            mt(2019, 9, 19, 14, 28), "bk-no-asset", "Report of No Distribution",
            "Chapter 7 Trustee's Report of No Distribution. [Text-only entry.]", TRUSTEE, HECTOR,
        ),
        entered(
            mt(2019, 12, 16, 10, 0), "order", "Final Decree",
            "Final Decree. The case is closed.", order(2),
        ),
    ),
)
# fmt: on
