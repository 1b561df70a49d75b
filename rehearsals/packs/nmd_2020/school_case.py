"""J.E. v. Fictional County School District (K2), where a minor is named by initials, and its appeals (K8)."""

from datetime import date

from rehearsals.packs.cases import CaseSpec, DeadlineSpec, DocumentSpec, PartySpec
from rehearsals.packs.nmd_2020.docketing import (
    ADELE,
    COVER_SHEET,
    JOHN,
    JUDGES,
    SIM,
    SUMMONS,
    TERESA,
    TRN,
    Counsel,
    assigned,
    complaint,
    entered,
    exhibit,
    filed,
    motion,
    notice,
    order,
    other,
)
from rehearsals.packs.nmd_2020.moments import mt

HAL = Counsel(
    "Hal",
    "Holdover",
    "",
    ("Holdover Law", "31 Sample Street", "Las Cruces, NM 88000", "505-555-0131"),
    "hal.holdover@example.net",
)
SUBSTITUTED, DISMISSED = date(2019, 12, 17), date(2019, 9, 26)
NUMBER = "2:19-cv-90002"

MINOR = PartySpec(
    "Plaintiff", "J.E.", note="a minor, by and through next friend", attorneys=(JOHN.appears(),)
)
DISTRICT = PartySpec(
    "Defendant",
    "Fictional County School District",
    attorneys=(
        TERESA.appears(added_on=SUBSTITUTED),
        ADELE.appears(terminated_on=SUBSTITUTED),
    ),
)
PRINCIPAL = PartySpec(
    "Defendant",
    "Placeholder",
    "Pamela",
    note="principal",
    attorneys=(HAL.appears(terminated_on=DISMISSED),),
    terminated_on=DISMISSED,
)

# fmt: off
_PLEADINGS = (
    filed(
        mt(2019, 2, 19, 9, 41), "complaint", "Complaint",
        "COMPLAINT against Fictional County School District and Pamela Placeholder, filed by J.E.",
        JOHN, MINOR, complaint(16), exhibit("A"),
    ),
    filed(
        mt(2019, 2, 19, 9, 50), "civil-cover-sheet", "Civil Cover Sheet",
        "CIVIL COVER SHEET by J.E.", JOHN, MINOR, COVER_SHEET,
    ),
    assigned(mt(2019, 2, 19, 11, 30), JUDGES),
    filed(
        mt(2019, 2, 19, 14, 2), "motion-leave", "Motion for Leave",
        "MOTION for Leave to Proceed under Initials by J.E.", JOHN, MINOR, motion(12),
    ),
    entered(
        mt(2019, 2, 20, 8, 45), "summons-issued", "Summons Issued",
        "SUMMONS issued as to Fictional County School District and Pamela Placeholder.", SUMMONS,
    ),
    entered(
        mt(2019, 3, 1, 10, 20), "order", "Order on Motion for Leave",
        "ORDER by Magistrate Judge Sim U. Lation granting 3 Motion for Leave. All parties use the minor's"
        " initials and redact the date of birth to the year (Fed. R. Civ. P. 5.2).",
        order(3), refers_to=(3,),
    ),
    filed(
        mt(2019, 3, 5, 13, 15), "summons-returned", "Summons Returned Executed",
        "SUMMONS returned executed by J.E. Both defendants served on 3/1/2019, answers due 3/22/2019.",
        JOHN, MINOR, SUMMONS,
    ),
    filed(
        mt(2019, 3, 12, 9, 5), "notice-appearance", "Notice of Appearance",
        "NOTICE of Appearance by Adele Counsel on behalf of Fictional County School District.",
        ADELE, DISTRICT, notice(),
    ),
    filed(
        mt(2019, 3, 22, 15, 37), "answer", "Answer to Complaint",
        "ANSWER to 1 Complaint by Fictional County School District.",
        ADELE, DISTRICT, DocumentSpec("answer", 9), refers_to=(1,),
    ),
    entered(
        mt(2019, 4, 22, 11, 0), "order-scheduling", "Scheduling Order",
        "SCHEDULING ORDER by Magistrate Judge Sim U. Lation. Discovery closes on 12/2/2019.", order(5),
    ),
    entered(
        mt(2019, 5, 14, 16, 10), "minutes", "Scheduling Conference",
        "Clerk's Minutes for proceedings before Magistrate Judge Sim U. Lation: scheduling conference held"
        " on 5/14/2019.",
        other(),
    ),
)
_INJUNCTION = (
    filed(
        mt(2019, 6, 11, 14, 48), "motion-preliminary-injunction", "Motion for Preliminary Injunction",
        "MOTION for Preliminary Injunction by J.E.",
        JOHN, MINOR, motion(16), exhibit("A - Affidavit"),
        exhibit("B - School records", 5, "participants"),
    ),
    filed(
        mt(2019, 6, 25, 15, 55), "response", "Response to Motion",
        "RESPONSE in Opposition re 11 MOTION for Preliminary Injunction filed by Fictional County School"
        " District.",
        ADELE, DISTRICT, DocumentSpec("response", 16), refers_to=(11,),
    ),
    filed(
        mt(2019, 7, 9, 10, 33), "reply", "Reply to Response to Motion",
        "REPLY to Response to Motion re 11 MOTION for Preliminary Injunction filed by J.E.",
        JOHN, MINOR, DocumentSpec("reply", 5), refers_to=(11, 12),
    ),
    filed(
        mt(2019, 7, 16, 11, 26), "appendix", "Appendix/Supplement",
        "APPENDIX re 12 Response: redacted record of the administrative hearing, by Fictional County School"
        " District.",
        ADELE, DISTRICT, other(42), refers_to=(12,),
    ),
    entered(
        mt(2019, 8, 20, 16, 40), "minutes", "Motion Hearing",
        "Clerk's Minutes for proceedings before District Judge Terra R. Nova: hearing on 11 MOTION for"
        " Preliminary Injunction held on 8/20/2019.",
        other(), refers_to=(11,),
    ),
    entered(
        mt(2019, 9, 10, 8, 30), "transcript", "Transcript",
        "TRANSCRIPT of the motion hearing held on 8/20/2019 before District Judge Terra R. Nova. Redaction"
        " requests due 10/1/2019.",
        DocumentSpec("transcript", 186),
    ),
    entered(
        mt(2019, 9, 18, 13, 0), "opinion", "Memorandum Opinion and Order",
        "MEMORANDUM OPINION AND ORDER by District Judge Terra R. Nova denying 11 MOTION for Preliminary"
        " Injunction.",
        order(16), refers_to=(11,), is_opinion=True,
    ),
    filed(
        mt(2019, 9, 24, 9, 58), "notice-appeal", "Notice of Appeal",
        "NOTICE OF APPEAL as to 17 Memorandum Opinion and Order by J.E.",
        JOHN, MINOR, notice(), refers_to=(17,),
    ),
    entered(
        mt(2019, 9, 26, 10, 12), "order", "Order Dismissing Party",
        "ORDER by District Judge Terra R. Nova dismissing Pamela Placeholder by stipulation.", order(3),
    ),
)
_DISCOVERY = (
    filed(
        mt(2019, 10, 8, 10, 2), "motion-compel", "Motion to Compel",
        "MOTION to Compel answers to interrogatories by J.E.", JOHN, MINOR, motion(9),
    ),
    filed(
        mt(2019, 10, 22, 16, 18), "response", "Response to Motion",
        "RESPONSE in Opposition re 20 MOTION to Compel filed by Fictional County School District.",
        ADELE, DISTRICT, DocumentSpec("response", 9), refers_to=(20,),
    ),
    filed(
        mt(2019, 10, 29, 11, 40), "reply", "Reply to Response to Motion",
        "REPLY to Response to Motion re 20 MOTION to Compel filed by J.E.",
        JOHN, MINOR, DocumentSpec("reply", 5), exhibit("A - Deposition, redacted", 31),
        refers_to=(20, 21),
    ),
    filed(
        mt(2019, 11, 12, 15, 30), "motion-summary-judgment", "Motion for Partial Summary Judgment",
        "MOTION for Partial Summary Judgment on the first count by Fictional County School District.",
        ADELE, DISTRICT, motion(24),
    ),
    entered(
        mt(2019, 11, 19, 15, 22), "minutes", "Motion Hearing",
        "Clerk's Minutes for proceedings before Magistrate Judge Sim U. Lation: hearing on 20 MOTION to"
        " Compel held on 11/19/2019.",
        other(), refers_to=(20,),
    ),
    entered(
        mt(2019, 12, 4, 8, 40), "transcript", "Transcript",
        "TRANSCRIPT of the motion hearing held on 11/19/2019 before Magistrate Judge Sim U. Lation.",
        DocumentSpec("transcript", 131),
    ),
    filed(
        mt(2019, 12, 10, 14, 3), "response", "Response to Motion",
        "RESPONSE in Opposition re 23 MOTION for Partial Summary Judgment filed by J.E.",
        JOHN, MINOR, DocumentSpec("response", 16), refers_to=(23,),
    ),
    entered(
        mt(2019, 12, 11, 10, 30), "order", "Order on Motion to Compel",
        "ORDER by Magistrate Judge Sim U. Lation granting in part 20 Motion to Compel.",
        order(5), refers_to=(20,),
    ),
    filed(
        mt(2019, 12, 17, 9, 25), "notice-other", "Notice of Substitution of Counsel",
        "NOTICE of Substitution of Counsel: Teresa M. Counselor for Adele Counsel, on behalf of Fictional"
        " County School District.",
        TERESA, DISTRICT, notice(),
    ),
)
_APPEAL = (
    entered(
        mt(2020, 1, 15, 11, 45), "order", "Mandate of USCA",
        "MANDATE of USCA as to 18 Notice of Appeal, case 19-2907. The appeal is dismissed.",
        order(3), refers_to=(18,),
    ),
    entered(
        mt(2020, 1, 24, 14, 15), "opinion", "Memorandum Opinion and Order",
        "MEMORANDUM OPINION AND ORDER by District Judge Terra R. Nova granting 23 MOTION for Partial Summary"
        " Judgment and directing entry of judgment on the first count under Fed. R. Civ. P. 54(b).",
        order(24), refers_to=(23,), is_opinion=True,
    ),
    entered(
        mt(2020, 1, 24, 14, 20), "judgment", "Judgment",
        "JUDGMENT on the first count in favor of Fictional County School District.", order(2),
        refers_to=(30,),
    ),
    filed(
        mt(2020, 2, 3, 16, 50), "notice-appeal", "Notice of Appeal",
        "NOTICE OF APPEAL as to 31 Judgment by J.E.", JOHN, MINOR, notice(), refers_to=(31,),
    ),
    entered(
        mt(2020, 2, 5, 9, 15), "clerk-notice", "USCA Case Number",
        "USCA Case Number 20-2901 for 32 Notice of Appeal.", refers_to=(32,), has_number=False,
    ),
    entered(
        mt(2020, 3, 2, 10, 0), "sealed-document", "Sealed Document",
        "SEALED DOCUMENT: school records of a child who isn't a party.", other(5), restriction="sealed",
    ),
    filed(
        mt(2020, 3, 17, 13, 44), "notice-other", "Notice of Redaction",
        "NOTICE of redaction of personal identifiers in the exhibits for trial by J.E.",
        JOHN, MINOR, notice(),
    ),
)
# fmt: on

SCHOOL = CaseSpec(  # K2
    court="nmd",
    number=NUMBER,
    initials="TRN-SIM",
    kind="cv",
    title="J.E., a minor, v. Fictional County School District",
    filed_on=date(2019, 2, 19),
    presiding_judge=TRN,
    referral_judge=SIM,
    nature_of_suit="448 Civil Rights: Education",
    cause="20:1400 Civil Rights of Handicapped Child",
    jurisdiction="Federal Question",
    jury_demand="Plaintiff",
    related_cases=("19-2907", "20-2901"),
    parties=(MINOR, DISTRICT, PRINCIPAL),
    entries=_PLEADINGS + _INJUNCTION + _DISCOVERY + _APPEAL,
    deadlines=(
        DeadlineSpec(
            "Discovery closes", date(2019, 12, 2), entry=9, satisfied_on=date(2019, 12, 2)
        ),
        DeadlineSpec(
            "Pretrial conference",
            date(2020, 6, 9),
            starts_at=mt(2020, 6, 9, 13, 30),
            place="Las Cruces, Practice Courtroom, before District Judge Terra R. Nova",
        ),
    ),
)
