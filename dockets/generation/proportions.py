"""How generated cases are distributed. Our own assumptions of what a court looks like, not statistics."""

from dataclasses import dataclass

YEARS = 10  # before the pack's first moment, cases are spread evenly over this time
FIRST_SERIAL = 100_001  # six digits: neither a real number nor one of the pack (90001, 19001, 2901)
LAST_SERIAL = 999_999
CHUNK = 500  # cases in a transaction
MOST_WITH_BOOKMARKS = 1_000  # cases; a bookmark copies all rows of a rehearsal

CRIMINAL_SHARE = 0.22  # of a district court's cases
SECOND_OFFICE_SHARE = 0.35
CLOSED_SHARE = 0.72
DAYS_OPEN = (40, 1_100)
MEMBER_SHARE = 0.01  # member of the case before it
SEALED_CASE_SHARE = 0.002
PARTICIPANTS_SHARE = 0.01  # of entries
SEALED_SHARE = 0.003
PRO_SE_SHARE = 0.12  # of persons
TERMINATED_SHARE = 0.06  # of parties after the second
ANOTHER_PARTY = 0.35  # chance of one more defendant, and of one more after that
MOST_PARTIES = 8
SECOND_ATTORNEY_SHARE = 0.15
STALE_EMAIL_SHARE = 0.08  # of filers; mail to these addresses doesn't arrive
DAILY_SUMMARY_SHARE = 0.25
BUSY_FILERS = 3  # higher: fewer filers have most of the cases
TEXT_ONLY_SHARE = 0.12
OPINION_SHARE = 0.10  # of orders
ATTACHMENT_SHARE = 0.18
MOST_ATTACHMENTS = 3
DEADLINE_SHARE = 0.4  # of open cases

# Entries of a case are as likely to double as to halve: a long tail.
MEDIAN_ENTRIES = 9
TAIL = 0.8
MOST_ENTRIES = 400

PAGES = (2, 5, 9, 16)  # few sizes, so that practice documents are shared

NATURES_OF_SUIT = (  # with the cause, the jurisdiction and a weight
    ("110 Insurance", "28:1332 Diversity-Insurance Contract", "Diversity", 7),
    ("190 Contract: Other", "28:1332 Diversity-Breach of Contract", "Diversity", 9),
    ("350 Motor Vehicle", "28:1332 Diversity-Motor Vehicle", "Diversity", 6),
    ("360 P.I.: Other", "28:1332 Diversity-Personal Injury", "Diversity", 8),
    ("440 Civil Rights: Other", "42:1983 Civil Rights Act", "Federal Question", 13),
    ("442 Civil Rights: Jobs", "42:2000 Job Discrimination", "Federal Question", 8),
    ("530 Habeas Corpus (General)", "28:2254 Petition for Writ", "Federal Question", 9),
    ("550 Prisoner: Civil Rights", "42:1983 Prisoner Civil Rights", "Federal Question", 12),
    ("710 Labor: Fair Standards", "29:201 Fair Labor Standards Act", "Federal Question", 5),
    ("791 Labor: E.R.I.S.A.", "29:1132 E.R.I.S.A.", "Federal Question", 3),
    ("863 DIWC/DIWW", "42:405 Review of HHS Decision", "U.S. Government Defendant", 14),
    ("890 Other Statutory Actions", "28:1331 Federal Question", "Federal Question", 6),
)
CHARGES = (  # with a weight
    ("8:1326 REENTRY OF A REMOVED ALIEN", 40),
    ("21:841 POSSESSION WITH INTENT TO DISTRIBUTE", 25),
    ("18:922 FELON IN POSSESSION OF A FIREARM", 15),
    ("18:1343 WIRE FRAUD", 8),
    ("18:641 THEFT OF GOVERNMENT PROPERTY", 6),
)
CHAPTERS = (("7", 62), ("13", 33), ("11", 5))


@dataclass(frozen=True)
class EventShare:
    """An event of dockets.filing.catalog, or of the court, and how often it comes after the first entries."""

    event: str
    short_text: str
    text: str  # with {party}
    kind: str  # of the practice document
    weight: int
    by_court: bool = False


EVENTS = (
    EventShare(
        "motion-extend-time",
        "Motion for Extension of Time",
        "MOTION for Extension of Time by {party}.",
        "motion",
        9,
    ),
    EventShare("motion-dismiss", "Motion to Dismiss", "MOTION to Dismiss by {party}.", "motion", 6),
    EventShare("motion-compel", "Motion to Compel", "MOTION to Compel by {party}.", "motion", 4),
    EventShare(
        "response", "Response to Motion", "RESPONSE to Motion filed by {party}.", "response", 12
    ),
    EventShare(
        "reply",
        "Reply to Response to Motion",
        "REPLY to Response to Motion filed by {party}.",
        "reply",
        8,
    ),
    EventShare(
        "notice-appearance",
        "Notice of Appearance",
        "NOTICE of Appearance on behalf of {party}.",
        "notice",
        9,
    ),
    EventShare(
        "certificate-of-service",
        "Certificate of Service",
        "CERTIFICATE OF SERVICE by {party}.",
        "other",
        14,
    ),
    EventShare("notice-other", "Notice (Other)", "NOTICE by {party}.", "notice", 7),
    EventShare("order", "Order", "ORDER by {judge}.", "order", 20, by_court=True),
    EventShare(
        "minutes",
        "Clerk's Minutes",
        "Clerk's Minutes for proceedings before {judge}.",
        "other",
        8,
        by_court=True,
    ),
    EventShare(
        "transcript",
        "Transcript",
        "TRANSCRIPT of proceedings before {judge}.",
        "transcript",
        1,
        by_court=True,
    ),
)
