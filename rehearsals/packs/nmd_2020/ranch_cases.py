"""A case with a response due on the Saturday of the outage (K5), and its member case."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, DocumentSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    COVER_SHEET,
    GILBERT,
    JUDGES,
    MAX,
    OWEN,
    SIM,
    SUMMONS,
    TRN,
    assigned,
    complaint,
    entered,
    exhibit,
    filed,
    motion,
    notice,
    order,
)
from rehearsals.packs.nmd_2020.moments import mt

RANCH = PartySpec("Plaintiff", "Example Ranch LLC", attorneys=(MAX.appears(),))
PIPELINE = PartySpec("Defendant", "Test Pipeline Inc.", attorneys=(GILBERT.appears(),))

RANCH_CASE = CaseSpec(  # K5: a response is due on the Saturday of the outage
    court="nmd",
    number="1:20-cv-90005",
    initials="TRN-SIM",
    kind="cv",
    title="Example Ranch LLC v. Test Pipeline Inc.",
    filed_on=date(2020, 1, 21),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="290 Real Property: Other",
    cause="28:1332 Diversity-Trespass",
    jurisdiction="Diversity",
    jury_demand="Both",
    demand="$900,000",
    related_cases=("1:20-cv-90006",),
    parties=(RANCH, PIPELINE),
    entries=(
        filed(
            mt(2020, 1, 21, 13, 30),
            "complaint",
            "Complaint",
            "COMPLAINT against Test Pipeline Inc., filed by Example Ranch LLC.",
            MAX,
            RANCH,
            complaint(16),
            exhibit("A - Easement"),
        ),
        filed(
            mt(2020, 1, 21, 13, 38),
            "civil-cover-sheet",
            "Civil Cover Sheet",
            "CIVIL COVER SHEET by Example Ranch LLC.",
            MAX,
            RANCH,
            COVER_SHEET,
        ),
        assigned(mt(2020, 1, 21, 15, 11), JUDGES),
        entered(
            mt(2020, 1, 22, 9, 0),
            "summons-issued",
            "Summons Issued",
            "SUMMONS issued as to Test Pipeline Inc.",
            SUMMONS,
        ),
        filed(
            mt(2020, 1, 30, 10, 2),
            "summons-returned",
            "Summons Returned Executed",
            "SUMMONS returned executed by Example Ranch LLC. Test Pipeline Inc. served on 1/28/2020, answer"
            " due 2/18/2020.",
            MAX,
            RANCH,
            SUMMONS,
        ),
        filed(
            mt(2020, 2, 6, 11, 50),
            "notice-appearance",
            "Notice of Appearance",
            "NOTICE of Appearance by Gilbert Barrister on behalf of Test Pipeline Inc.",
            GILBERT,
            PIPELINE,
            notice(),
        ),
        filed(
            mt(2020, 2, 18, 16, 41),
            "answer",
            "Answer to Complaint",
            "ANSWER to 1 Complaint by Test Pipeline Inc.",
            GILBERT,
            PIPELINE,
            DocumentSpec("answer", 9),
            refers_to=(1,),
        ),
        entered(
            mt(2020, 3, 5, 14, 25),
            "order-consolidate",
            "Order Consolidating Cases",
            "ORDER by District Judge Terra R. Nova consolidating 1:20-cv-90006 with this case. This case is"
            " the lead case.",
            order(3),
        ),
        filed(
            mt(2020, 3, 17, 10, 12),
            "motion-summary-judgment",
            "Motion for Partial Summary Judgment",
            "MOTION for Partial Summary Judgment on the scope of the easement by Example Ranch LLC.",
            MAX,
            RANCH,
            motion(24),
            exhibit("1 - Survey", 5),
            exhibit("2 - Affidavit"),
        ),
        filed(
            mt(2020, 3, 19, 9, 33),
            "motion-extend-time",
            "Motion for Extension of Time",
            "Unopposed MOTION for Extension of Time to File Response re 8 MOTION for Partial Summary"
            " Judgment by Test Pipeline Inc.",
            GILBERT,
            PIPELINE,
            motion(3),
            refers_to=(8,),
        ),
        entered(
            mt(2020, 3, 20, 15, 6),
            "order",
            "Order on Motion for Extension of Time",
            "ORDER by Magistrate Judge Sim U. Lation granting 9 Motion for Extension of Time. Test Pipeline"
            " Inc. files its response to 8 MOTION for Partial Summary Judgment no later than Saturday, April"
            " 18, 2020. [Text-only order.]",
            refers_to=(8, 9),
        ),
        entered(
            mt(2020, 3, 20, 15, 8),
            "set-deadlines",
            "Set/Reset Deadlines",
            "Set/Reset Deadlines as to 8 MOTION for Partial Summary Judgment. Response due 4/18/2020.",
            refers_to=(8,),
            has_number=False,
        ),
    ),
    deadlines=(
        DeadlineSpec("Response to motion due", date(2020, 4, 18), entry=8),
        DeadlineSpec(
            "Settlement conference",
            date(2020, 5, 12),
            starts_at=mt(2020, 5, 12, 9),
            place="Albuquerque, Rio Practice Courtroom",
        ),
    ),
)

GRAZING = PartySpec("Plaintiff", "Practice Grazing Association", attorneys=(OWEN.appears(),))

GRAZING_CASE = CaseSpec(  # the member case of K5
    court="nmd",
    number="1:20-cv-90006",
    initials="TRN-SIM",
    kind="cv",
    title="Practice Grazing Association v. Test Pipeline Inc.",
    filed_on=date(2020, 2, 12),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="290 Real Property: Other",
    cause="28:1332 Diversity-Trespass",
    jurisdiction="Diversity",
    jury_demand="Plaintiff",
    demand="$150,000",
    lead_case="1:20-cv-90005",
    related_cases=("1:20-cv-90005",),
    parties=(GRAZING, PIPELINE),
    entries=(
        filed(
            mt(2020, 2, 12, 8, 55),
            "complaint",
            "Complaint",
            "COMPLAINT against Test Pipeline Inc., filed by Practice Grazing Association.",
            OWEN,
            GRAZING,
            complaint(16),
        ),
        entered(
            mt(2020, 2, 13, 9, 10),
            "summons-issued",
            "Summons Issued",
            "SUMMONS issued as to Test Pipeline Inc.",
            SUMMONS,
        ),
        filed(
            mt(2020, 2, 27, 14, 20),
            "notice-appearance",
            "Notice of Appearance",
            "NOTICE of Appearance by Gilbert Barrister on behalf of Test Pipeline Inc.",
            GILBERT,
            PIPELINE,
            notice(),
        ),
        entered(
            mt(2020, 3, 5, 14, 27),
            "order-consolidate",
            "Order Consolidating Cases",
            "ORDER by District Judge Terra R. Nova consolidating this case with 1:20-cv-90005. File only in"
            " the lead case.",
            order(3),
        ),
    ),
)
