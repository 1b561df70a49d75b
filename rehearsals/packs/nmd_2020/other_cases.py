"""A party without an attorney (K4), a sealed case and a case that ended."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, DocumentSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    COVER_SHEET,
    GRANT,
    JUDGES,
    SIM,
    SUMMONS,
    TRN,
    WALTER,
    Counsel,
    assigned,
    complaint,
    entered,
    filed,
    motion,
    notice,
    order,
    other,
)
from rehearsals.packs.nmd_2020.moments import mt

DANA = Counsel("Dana", "Litigant", "dlitigant", ())

# fmt: off
LITIGANT = PartySpec(
    "Plaintiff", "Litigant", "Dana", login="dlitigant", is_pro_se=True
)
AUTHORITY = PartySpec(
    "Defendant", "Placeholder Housing Authority", attorneys=(GRANT.appears(),)
)

HOUSING = CaseSpec(  # K4
    court="nmd",
    number="1:20-cv-90004",
    initials="TRN-SIM",
    kind="cv",
    title="Litigant v. Placeholder Housing Authority",
    filed_on=date(2020, 1, 6),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="443 Civil Rights: Accommodations",
    cause="42:3601 Fair Housing Act",
    jurisdiction="Federal Question",
    jury_demand="None",
    parties=(LITIGANT, AUTHORITY),
    entries=(
        entered(
            mt(2020, 1, 6, 10, 0), "complaint", "Complaint",
            "COMPLAINT against Placeholder Housing Authority, filed by Dana Litigant on paper.",
            complaint(5), party=LITIGANT,
        ),
        entered(
            mt(2020, 1, 6, 10, 5), "motion-proceed-ifp", "Motion for Leave to Proceed in forma pauperis",
            "MOTION for Leave to Proceed in forma pauperis by Dana Litigant.", motion(3), party=LITIGANT,
        ),
        assigned(mt(2020, 1, 6, 13, 30), JUDGES),
        entered(
            mt(2020, 1, 10, 9, 45), "order", "Order on Motion for Leave to Proceed in forma pauperis",
            "ORDER by Magistrate Judge Sim U. Lation granting 2 Motion for Leave to Proceed in forma"
            " pauperis. The clerk issues the summons.",
            order(3), refers_to=(2,),
        ),
        entered(
            mt(2020, 1, 13, 8, 40), "summons-issued", "Summons Issued",
            "SUMMONS issued as to Placeholder Housing Authority.", SUMMONS,
        ),
        entered(
            mt(2020, 1, 21, 11, 30), "motion-appoint-counsel", "Motion to Appoint Counsel",
            "MOTION to Appoint Counsel by Dana Litigant.", motion(3), party=LITIGANT,
        ),
        entered(
            mt(2020, 1, 21, 11, 35), "motion-leave", "Motion for Leave to File Electronically",
            "MOTION for Leave to File Electronically in this case by Dana Litigant.", motion(2),
            party=LITIGANT,
        ),
        entered(
            mt(2020, 1, 28, 15, 20), "order", "Order on Motion for Leave",
            "ORDER by Magistrate Judge Sim U. Lation granting 6 Motion for Leave to File Electronically."
            " Dana Litigant may file electronically in this case only.",
            order(2), refers_to=(6,),
        ),
        filed(
            mt(2020, 2, 10, 14, 14), "notice-appearance", "Notice of Appearance",
            "NOTICE of Appearance by Grant Counsel on behalf of Placeholder Housing Authority.",
            GRANT, AUTHORITY, notice(),
        ),
        filed(
            mt(2020, 2, 18, 16, 2), "answer", "Answer to Complaint",
            "ANSWER to 1 Complaint by Placeholder Housing Authority.",
            GRANT, AUTHORITY, DocumentSpec("answer", 9), refers_to=(1,),
        ),
        entered(
            mt(2020, 3, 4, 10, 10), "order", "Order on Motion to Appoint Counsel",
            "ORDER by Magistrate Judge Sim U. Lation denying 5 Motion to Appoint Counsel.",
            order(3), refers_to=(5,),
        ),
        filed(
            mt(2020, 3, 16, 19, 52), "certificate-of-service", "Certificate of Service",
            "CERTIFICATE OF SERVICE of initial disclosures by Dana Litigant.", DANA, LITIGANT, other(),
        ),
    ),
    deadlines=(
        DeadlineSpec("Discovery due", date(2020, 8, 17)),
        DeadlineSpec(
            "Telephone status conference", date(2020, 5, 5), starts_at=mt(2020, 5, 5, 14),
            place="By telephone, before Magistrate Judge Sim U. Lation",
        ),
    ),
)

SEALED = CaseSpec(
    court="nmd",
    number="1:20-cv-90007",
    initials="TRN-SIM",
    kind="cv",
    title="Sealed Plaintiff v. Sealed Defendant",
    filed_on=date(2020, 2, 20),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="376 Qui Tam (31 U.S.C. 3729(a))",
    access="sealed",
    parties=(
        PartySpec("Plaintiff", "Sealed Plaintiff", attorneys=(GRANT.appears(),)),
        PartySpec("Defendant", "Sealed Defendant"),
    ),
    entries=(
        entered(
            mt(2020, 2, 20, 9, 15), "complaint", "Complaint",
            "COMPLAINT filed under seal.", complaint(16), restriction="sealed",
        ),
    ),
)

MILL = PartySpec("Plaintiff", "Dry Creek Mill Inc.", attorneys=(WALTER.appears(),))

OLD = CaseSpec(
    court="nmd",
    number="1:17-cv-90008",
    initials="TRN-SIM",
    kind="cv",
    title="Dry Creek Mill Inc. v. Sample Insurance Company",
    filed_on=date(2017, 5, 8),
    closed_on=date(2018, 3, 19),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="110 Insurance",
    cause="28:1332 Diversity-Insurance Contract",
    jurisdiction="Diversity",
    jury_demand="Defendant",
    demand="$120,000",
    parties=(MILL, PartySpec("Defendant", "Sample Insurance Company")),
    entries=(
        filed(
            mt(2017, 5, 8, 11, 20), "complaint", "Complaint",
            "COMPLAINT against Sample Insurance Company, filed by Dry Creek Mill Inc.",
            WALTER, MILL, complaint(16),
        ),
        filed(
            mt(2017, 5, 8, 11, 26), "civil-cover-sheet", "Civil Cover Sheet",
            "CIVIL COVER SHEET by Dry Creek Mill Inc.", WALTER, MILL, COVER_SHEET,
        ),
        filed(
            mt(2018, 3, 12, 15, 45), "stipulation-dismissal", "Stipulation of Dismissal",
            "STIPULATION of Dismissal by Dry Creek Mill Inc.", WALTER, MILL, other(),
        ),
        entered(
            mt(2018, 3, 19, 9, 0), "order", "Order Dismissing Case",
            "ORDER by District Judge Terra R. Nova dismissing the case with prejudice.",
            order(2), refers_to=(3,),
        ),
    ),
)
# fmt: on
