"""The steps of the path finder, each with one sentence and its page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """One thing to do.

    `page`: a URL name, or the role of a page that a higher app declares (see `page_url`), with
    `args`. The argument HOME_COURT means the code of the home court.
    """

    title: str
    sentence: str
    page: str
    link: str
    args: tuple[str, ...] = ()


HOME_COURT = "<the home court>"

NOTHING = Step(
    "Nothing to do",
    "If you only search cases, keep using your account. No action is needed.",
    "pacer:court_links", "Court Links",
)  # fmt: skip
FIRM_BILLING = Step(
    "Pay for your office with a PAA",
    "A PACER Administrative Account (PAA) gets one bill for the whole office. You can't use it to"
    " search, file or link.",
    "pacer:register_kind", "Firm Billing", ("firm-billing",),
)  # fmt: skip
ASK_FOR_ROLE = Step(
    "Ask the court whether you can already e-file",
    "The court's CM/ECF Help Desk can see whether you have a login.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ACCOUNT_TYPE = Step(
    "Check which account you have",
    "Log in to Manage My Account. Account Type says Upgraded, or Legacy with an Upgrade link. If you"
    " don't have your own login, register.",
    "account_login", "Manage My Account",
)  # fmt: skip
FIND_ACCOUNT = Step(
    "Recover your PACER account",
    "Use Forgot Username? and Forgot Your Password? For a legacy account, call the Service Center,"
    " then upgrade it. Do not register again.",
    "account_forgot_username", "Forgot Username?",
)  # fmt: skip
UPGRADE = Step(
    "Upgrade your PACER account",
    "You do this once, for all courts. If you are an attorney, choose the User Type ATTORNEY, or the"
    " one for your government office.",
    "account:upgrade", "Upgrade",
)  # fmt: skip
REGISTER = Step(
    "Register your own PACER account",
    "If you already e-file, PACER - Case Search Only is all you need.",
    "pacer:register_kind", "PACER - Case Search Only", ("pacer-case-search-only",),
)  # fmt: skip
LEAVE_SHARED = Step(
    "Don't use the office's account to file",
    "Keep it for research. Never upgrade it or link it in your name. Your office can open a billing"
    " account to pay for your own account.",
    "pacer:register_kind", "Firm Billing", ("firm-billing",),
)  # fmt: skip
REGISTER_ATTORNEY = Step(
    "Register as an attorney filer",
    "First get your own PACER account, with the User Type ATTORNEY.",
    "pacer:register_kind", "Attorney Filers", ("attorney-filers",),
)  # fmt: skip
REGISTER_OTHER = Step(
    "Register as a non-attorney filer",
    "Get your own PACER account. Choose the User Type that describes you, not ATTORNEY.",
    "pacer:register_kind", "Non-Attorney Filers", ("non-attorney-filers",),
)  # fmt: skip
TRUE_USER_TYPE = Step(
    "Keep your own account, with the right User Type",
    "If your account says ATTORNEY but you aren't one, ask the Service Center to correct it.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ORGANIZATION = Step(
    "Name your organization",
    "Choose the User Type of your government or organization and enter its office. The account is"
    " still yours alone.",
    "account:maintenance", "Maintenance",
)  # fmt: skip
KNOW_LOGIN = Step(
    "Test your CM/ECF login and password",
    "You got them from the court, and you need them to link. If CM/ECF hasn't moved yet, log in"
    " once to make sure that they work.",
    "court_cmecf", "The court's CM/ECF", (HOME_COURT,),
)  # fmt: skip
CALL_COURT = Step(
    "Call the court's CM/ECF Help Desk",
    "Ask which e-mail address is on file, and have it corrected if needed. Then reset your CM/ECF"
    " password. PACER can't do that.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
SAME_NAME = Step(
    "Ask the court to correct your name",
    "If the confirmation shows two different names, go back and call the court first. Do not"
    " request a second e-filing account.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
PLAIN_LOGIN = Step(
    "Ask the court to change your login",
    "Some courts can't link a login with a special character. Ask your court to change it before"
    " CM/ECF closes for the move.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
TWO_ROLES = Step(
    "Ask the court about your two roles",
    "You can link a PACER account to only one CM/ECF account in each court. Ask whether you need"
    " another PACER account for the other role.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
ONE_ACCOUNT = Step(
    "Choose the account you will file with",
    "Ask the Service Center to move the exempt status to your private account. Link that one.",
    "pacer:contact", "Contact Us",
)  # fmt: skip
LINK = Step(
    "Link your accounts, on or after the court's go-live",
    "Link once in each court, even if you have linked in another one. If you have a CM/ECF login, do"
    " not register to e-file.",
    "link_form", "Link my account", (HOME_COURT,),
)  # fmt: skip
ONLY_YOUR_CASE = Step(
    "File only in your own case",
    "The court's permission covers only that case.",
    "pacer:efile", "E-File",
)  # fmt: skip
ASK_TO_FILE = Step(
    "Ask the court for permission to e-file",
    "After the court's go-live, send a request under Maintenance in Manage My Account. You can file"
    " after the court approves it. You don't link anything.",
    "register_to_efile", "E-file registration",
)  # fmt: skip
ASK_TO_FILE_OTHER = Step(
    "Ask the court for your role",
    "The court decides which roles may e-file. If you are representing yourself, you first need its"
    " permission in your case.",
    "register_non_attorney", "Non-attorney e-file registration",
)  # fmt: skip
FILING_AGENT = Step(
    "Never use the attorney's login",
    "If the court offers it, register as a filing agent and have the attorney add you. Do not link"
    " the attorney's CM/ECF login to your account.",
    "register_non_attorney", "Non-attorney e-file registration",
)  # fmt: skip
