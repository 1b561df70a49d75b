"""The menus: headings and lists of events, in the order of the page."""

from cmecf.models import CourtKind
from dockets.filing.catalog.event import APPEAL, BANKRUPTCY, CIVIL, CRIMINAL, Category

OPEN_A_CASE = "open-civil-case"
PLEADINGS = "Initial Pleadings and Service"
MOTIONS = "Motions and Related Filings"
OTHER = "Other Filings"

_BANKRUPTCY, _APPELLATE = CourtKind.BANKRUPTCY, CourtKind.APPELLATE

CATEGORIES = (
    Category(OPEN_A_CASE, CIVIL, "Open a Case", "Civil Case"),
    Category("complaints", CIVIL, PLEADINGS, "Complaints and Other Initiating Documents"),
    Category("service", CIVIL, PLEADINGS, "Service of Process"),
    Category("answers", CIVIL, PLEADINGS, "Answers to Complaints"),
    Category("other-answers", CIVIL, PLEADINGS, "Other Answers"),
    Category("motions", CIVIL, MOTIONS, "Motions"),
    Category("responses", CIVIL, MOTIONS, "Responses and Replies"),
    Category("discovery", CIVIL, OTHER, "Discovery Documents"),
    Category("notices", CIVIL, OTHER, "Notices"),
    Category("trial", CIVIL, OTHER, "Trial Documents"),
    Category("appeals", CIVIL, OTHER, "Appeal Documents"),
    Category("other", CIVIL, OTHER, "Other Documents"),
    Category("adr", CIVIL, OTHER, "ADR Documents"),
    Category("cr-pleas", CRIMINAL, "Pleas and Waivers", "Plea Documents"),
    Category("cr-waivers", CRIMINAL, "Pleas and Waivers", "Waivers"),
    Category("cr-motions", CRIMINAL, MOTIONS, "Motions"),
    Category("cr-responses", CRIMINAL, MOTIONS, "Responses and Replies"),
    Category("cr-discovery", CRIMINAL, OTHER, "Discovery Documents"),
    Category("cr-notices", CRIMINAL, OTHER, "Notices"),
    Category("cr-trial", CRIMINAL, OTHER, "Trial Documents"),
    Category("cr-sentencing", CRIMINAL, OTHER, "Sentencing Documents"),
    Category("cr-appeals", CRIMINAL, OTHER, "Appeal Documents"),
    Category("cr-cja", CRIMINAL, OTHER, "CJA Documents"),
    Category("cr-other", CRIMINAL, OTHER, "Other Documents"),
    Category("bk-motions", BANKRUPTCY, "Bankruptcy Events", "Motions/Applications", _BANKRUPTCY),
    Category("bk-responses", BANKRUPTCY, "Bankruptcy Events", "Answer/Response", _BANKRUPTCY),
    Category("bk-notices", BANKRUPTCY, "Bankruptcy Events", "Notices", _BANKRUPTCY),
    Category("bk-plans", BANKRUPTCY, "Bankruptcy Events", "Plan", _BANKRUPTCY),
    Category("bk-claims", BANKRUPTCY, "Bankruptcy Events", "Claim Actions", _BANKRUPTCY),
    Category("bk-trustee", BANKRUPTCY, "Bankruptcy Events", "Trustee/US Trustee", _BANKRUPTCY),
    Category("bk-other", BANKRUPTCY, "Bankruptcy Events", "Other", _BANKRUPTCY),
    Category("ap-motions", APPEAL, "Documents in Appeals", "Motions", _APPELLATE),
    Category("ap-responses", APPEAL, "Documents in Appeals", "Responses and Replies", _APPELLATE),
    Category("ap-briefs", APPEAL, "Documents in Appeals", "Briefs and Appendices", _APPELLATE),
    Category("ap-notices", APPEAL, "Documents in Appeals", "Notices and Forms", _APPELLATE),
)
