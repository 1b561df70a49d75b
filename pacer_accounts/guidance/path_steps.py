"""The steps of which the path finder makes a path, each with its page and one sentence. Pure data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One thing to do. `url_name` with `args` is its page; the argument COURT is the home court."""

    title: str
    sentence: str
    url_name: str
    link: str
    args: tuple[str, ...] = ()


COURT = "<the home court>"
_SEARCH_ONLY = ("pacer-case-search-only",)

NOTHING = Step(
    "Nothing to do",
    "No action is needed: who only looks up cases goes on with the account as it is.",
    "pacer:court_links", "Court Links",
)  # fmt: skip
FIRM_BILLING = Step(
    "Pay for the office with a PAA",
    "A PACER Administrative Account gets one bill; it cannot search, file or be linked.",
    "pacer:register_kind", "Firm Billing", ("firm-billing",),
)  # fmt: skip
ASK_FOR_ROLE = Step(
    "Ask the court whether you e-file already",
    "The court's CM/ECF Help Desk can see whether it has given you a login.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ACCOUNT_TYPE = Step(
    "See which account you have",
    "Log in to Manage My Account: beside Account Type stands Upgraded, or Legacy with an Upgrade"
    " link. No login of your own? Then register.",
    "psc:login", "Manage My Account",
)  # fmt: skip
FIND_ACCOUNT = Step(
    "Get back into your PACER account",
    "Forgot Username? and Forgot Your Password? help; for a legacy account call the Service"
    " Center. Do not register a second time. If it is a legacy account, upgrade it then.",
    "psc:forgot_username", "Forgot Username?",
)  # fmt: skip
UPGRADE = Step(
    "Upgrade your PACER account",
    "Once, for all courts. Attorneys choose the User Type ATTORNEY, or that of their government.",
    "account:upgrade", "Upgrade",
)  # fmt: skip
REGISTER = Step(
    "Register your own PACER account",
    "PACER - Case Search Only is enough for who e-files already.",
    "pacer:register_kind", "PACER - Case Search Only", _SEARCH_ONLY,
)  # fmt: skip
LEAVE_SHARED = Step(
    "Leave the office's account alone",
    "Keep it for research, never upgrade or link it in your name; the office can pay for your own"
    " account through a billing account.",
    "pacer:register_kind", "Firm Billing", ("firm-billing",),
)  # fmt: skip
REGISTER_ATTORNEY = Step(
    "Register as an attorney filer",
    "Your own PACER account first, with the User Type ATTORNEY.",
    "pacer:register_kind", "Attorney Filers", ("attorney-filers",),
)  # fmt: skip
REGISTER_OTHER = Step(
    "Register as a non-attorney filer",
    "Your own PACER account; choose the User Type that is true of you, not ATTORNEY.",
    "pacer:register_kind", "Non-Attorney Filers", ("non-attorney-filers",),
)  # fmt: skip
TRUE_USER_TYPE = Step(
    "Keep your own account, with a true User Type",
    "If your account says ATTORNEY and you are none, ask the Service Center to correct it.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ORGANIZATION = Step(
    "Name your organization",
    "Choose the User Type of your government or organization, and enter its office in your"
    " account; it stays an account of yours alone.",
    "account:maintenance", "Maintenance",
)  # fmt: skip
KNOW_LOGIN = Step(
    "Test your CM/ECF login and password",
    "They come from the court, and the link asks for them. Before the move, sign in once and see"
    " that they work.",
    "ecf:entry", "The court's CM/ECF", (COURT,),
)  # fmt: skip
CALL_COURT = Step(
    "Call the court's CM/ECF Help Desk",
    "Ask which e-mail is on file and have it corrected first; then reset your CM/ECF password."
    " PACER cannot do that.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
SAME_NAME = Step(
    "Ask the court to bring your name in line",
    "If the confirmation shows two names, go back and call the court first; do not ask for a"
    " second e-filing account.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
PLAIN_LOGIN = Step(
    "Have the sign taken out of your login",
    "Some courts cannot link a login with a special character: ask yours to change it before its"
    " CM/ECF closes.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
TWO_ROLES = Step(
    "Ask the court about your two roles",
    "One PACER account links to one CM/ECF account in a court: each further role needs a PACER"
    " account of its own, or the court's help.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ONE_ACCOUNT = Step(
    "Choose the account you will file with",
    "Ask the Service Center to move the exempt status to your private account, and link that one.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
LINK = Step(
    "Link the two, from the court's go-live on",
    "In each court once, also when you are linked in another court. Do not register to e-file: you"
    " have that right already.",
    "link:form", "Link my account", (COURT,),
)  # fmt: skip
ONLY_YOUR_CASE = Step(
    "File only where the court lets you",
    "A permission to e-file in your own case is good for that case alone.",
    "pacer:efile", "E-File",
)  # fmt: skip
ASK_TO_FILE = Step(
    "Ask the court for e-filing",
    "After its go-live, from Maintenance in Manage My Account; you can file when the court has"
    " processed it. There is nothing to link.",
    "efile:register", "E-file registration",
)  # fmt: skip
ASK_TO_FILE_OTHER = Step(
    "Ask the court for your role",
    "The court decides which roles may e-file; who has a case of her own first needs its"
    " permission there.",
    "efile:register_non_attorney", "Non-attorney e-file registration",
)  # fmt: skip
FILING_AGENT = Step(
    "Never use the attorney's login",
    "Where the court offers it, register as a filing agent and let the attorney add you; do not"
    " link the attorney's CM/ECF login to your account.",
    "efile:register_non_attorney", "Non-attorney e-file registration",
)  # fmt: skip
