"""The steps of the path finder: what each says before the outage, in it, and after go-live.

A step names the place where a user starts in real life and what to click there. It leads to that place,
never to a form behind it.
"""

from pacer_accounts.guidance.step import HOME_COURT, By, Saying, Step
from rehearsals.help.refusals import Desk

_SITE = ("court_site", "Court web site", (HOME_COURT,))
_NUMBER = "your seven-digit PACER account number"
_LOGIN = "your name and CM/ECF login"
_DETAILS = "your name, address, date of birth and e-mail address"


def _waiting(title: str, sentence: str) -> Saying:
    """Something that can't be done until NextGen opens. It leads to the court's dates."""
    return Saying(
        title, sentence, "court_nextgen", "The court's dates", (HOME_COURT,), can_start=False
    )


NOTHING = Step(
    Saying(
        "Nothing to do",
        "If you only search cases, keep using your account. No action is needed.",
        "pacer:court_links", "Court Links",
    ),
    desk=Desk.NOBODY,
)  # fmt: skip
FIRM_BILLING = Step(
    Saying(
        "Pay for your office with a PAA",
        "At www.pacer.gov choose REGISTER, then Firm Billing. A PACER Administrative Account (PAA) gets"
        " one bill for the whole office. You can't use it to search, file or link.",
        "pacer:home", "PACER",
    ),
    have_ready="your office's name and address",
)  # fmt: skip
ASK_FOR_ROLE = Step(
    Saying(
        "Ask the court whether you can already e-file",
        "The court's CM/ECF Help Desk can see whether you have a login.",
        "pacer:contact", "Contact Us",
    ),
    by=By.OPENING, desk=Desk.COURT, have_ready="your name and your bar number",
)  # fmt: skip
ACCOUNT_TYPE = Step(
    Saying(
        "Check which account you have",
        "At www.pacer.gov choose Manage My Account and log in. Account Type says Upgraded, or Legacy"
        " with an Upgrade link. If you don't have your own login, choose REGISTER instead.",
        "pacer:home", "PACER",
    ),
    by=By.OPENING, have_ready=_NUMBER,
)  # fmt: skip
FIND_ACCOUNT = Step(
    Saying(
        "Recover your PACER account",
        "On the login page of Manage My Account, use Forgot Username? and Forgot Your Password? For a"
        " legacy account, call the Service Center, then upgrade it. Do not register again.",
        "account_login", "Manage My Account",
    ),
    by=By.OPENING, have_ready="your e-mail address, date of birth and security answers",
)  # fmt: skip
UPGRADE = Step(
    Saying(
        "Upgrade your PACER account",
        "At www.pacer.gov choose Manage My Account, log in, and choose Upgrade beside Account Type. You"
        " do this once, for all courts. If you are an attorney, choose the User Type ATTORNEY, or the"
        " one for your government office.",
        "pacer:home", "PACER",
    ),
    by=By.OPENING, have_ready=f"{_NUMBER}, date of birth and county",
)  # fmt: skip
LEAVE_SHARED = Step(
    Saying(
        "Don't use the office's account to file",
        "Keep it for research. Never upgrade it or link it in your name. Your office can open a billing"
        " account to pay for your own account: at www.pacer.gov choose REGISTER, then Firm Billing.",
        "pacer:home", "PACER",
    ),
    desk=Desk.FIRM,
)  # fmt: skip
REGISTER = Step(
    Saying(
        "Register your own PACER account",
        "At www.pacer.gov choose REGISTER, then PACER - Case Search Only, then Register Now. If you"
        " already e-file, this account is all you need.",
        "pacer:home", "PACER",
    ),
    by=By.OPENING, have_ready=_DETAILS,
)  # fmt: skip
REGISTER_ATTORNEY = Step(
    Saying(
        "Register as an attorney filer",
        "First get your own PACER account. At www.pacer.gov choose REGISTER, then Attorney Filers, then"
        " Register Now. Choose the User Type ATTORNEY.",
        "pacer:home", "PACER",
    ),
    by=By.OPENING, have_ready=_DETAILS,
)  # fmt: skip
REGISTER_OTHER = Step(
    Saying(
        "Register as a non-attorney filer",
        "Get your own PACER account. At www.pacer.gov choose REGISTER, then Non-Attorney Filers, then"
        " Register Now. Choose the User Type that describes you, not ATTORNEY.",
        "pacer:home", "PACER",
    ),
    by=By.OPENING, have_ready=_DETAILS,
)  # fmt: skip
TRUE_USER_TYPE = Step(
    Saying(
        "Keep your own account, with the right User Type",
        "If your account says ATTORNEY but you aren't one, ask the Service Center to correct it.",
        "pacer:contact", "Contact Us",
    ),
    have_ready=_NUMBER,
)  # fmt: skip
ORGANIZATION = Step(
    Saying(
        "Name your organization",
        "In Manage My Account, open Maintenance. Choose the User Type of your government or"
        " organization and enter its office. The account is still yours alone.",
        "account_login", "Manage My Account",
    ),
    have_ready=_NUMBER,
)  # fmt: skip
KNOW_LOGIN = Step(
    Saying(
        "Test your CM/ECF login and password",
        "On the court's web site choose CM/ECF Electronic Case Filing System, and log in once with the"
        " login that you file with. Verify the e-mail address on file under Utilities.",
        *_SITE,
    ),
    _waiting(
        "Find your CM/ECF login and password",
        "You can't test them now: CM/ECF is closed. The link page will ask for them.",
    ),
    Saying(
        "Have your old CM/ECF login and password ready",
        "The old login page is gone, so you can't test them first. The link page checks them.",
        *_SITE,
    ),
    by=By.CLOSING, desk=Desk.COURT, have_ready=_LOGIN,
)  # fmt: skip
RESET = Step(
    Saying(
        "Reset your CM/ECF password",
        "On the court's CM/ECF login page, follow the link to request a password reset. The court"
        " e-mails you a link. PACER can't do that.",
        *_SITE,
    ),
    _waiting(
        "Reset your CM/ECF password when CM/ECF opens",
        "You can't reset it now: CM/ECF and its reset page are closed.",
    ),
    Saying(
        "Reset your CM/ECF password",
        "Open ECF Password Changes from the court's web site. The court e-mails you a link. The new"
        " password works only on the link page.",
        "court_nextgen", "The court's NextGen page", (HOME_COURT,),
    ),
    by=By.CLOSING, desk=Desk.COURT, have_ready=_LOGIN,
)  # fmt: skip
CALL_COURT = Step(
    Saying(
        "Call the court's CM/ECF Help Desk",
        "Ask which e-mail address is on file, and have it corrected. Password resets go to that"
        " address. PACER can't do that.",
        "pacer:contact", "Contact Us",
    ),
    by=By.CLOSING, desk=Desk.COURT, have_ready=f"{_LOGIN}, and your current e-mail address",
)  # fmt: skip
SAME_NAME = Step(
    Saying(
        "Ask the court to correct your name",
        "If the confirmation shows two different names, go back and call the court first. Do not"
        " request a second e-filing account.",
        "pacer:contact", "Contact Us",
    ),
    by=By.OPENING, desk=Desk.COURT, have_ready="both names, as PACER and as the court have them",
)  # fmt: skip
PLAIN_LOGIN = Step(
    Saying(
        "Ask the court to change your login",
        "Some courts can't link a login with a special character. Ask your court to change it before"
        " CM/ECF closes for the move.",
        "pacer:contact", "Contact Us",
    ),
    Saying(
        "Ask the court whether it can link your login",
        "Some courts can't link a login with a special character. Ask your court to change it before"
        " you link.",
        "pacer:contact", "Contact Us",
    ),
    by=By.CLOSING, desk=Desk.COURT, have_ready=_LOGIN,
)  # fmt: skip
TWO_ROLES = Step(
    Saying(
        "Ask the court about your two roles",
        "You can link a PACER account to only one CM/ECF account in each court. Ask whether you need"
        " another PACER account for the other role.",
        "pacer:contact", "Contact Us",
    ),
    by=By.OPENING, desk=Desk.COURT, have_ready="both CM/ECF logins",
)  # fmt: skip
ONE_ACCOUNT = Step(
    Saying(
        "Choose the account you will file with",
        "Ask the Service Center to move the exempt status to your private account. Link that one.",
        "pacer:contact", "Contact Us",
    ),
    by=By.OPENING, have_ready="both PACER account numbers",
)  # fmt: skip
_HOW_TO_LINK = (
    "On the court's web site choose CM/ECF Electronic Case Filing System and log in with your PACER"
    " username and password. Choose Utilities, then Link a CM/ECF account to my PACER account. Link once"
    " in each court, even if you have linked in another one. If you have a CM/ECF login, do not register"
    " to e-file."
)
_THEN_LINK = _waiting(
    "Link your accounts when NextGen opens",
    f"You can't link yet. When it opens, do this. {_HOW_TO_LINK}",
)
LINK = Step(
    _THEN_LINK,
    after=Saying("Link your accounts", _HOW_TO_LINK, *_SITE),
    desk=Desk.COURT,
    have_ready="your PACER username and your old CM/ECF login; type the passwords only on the pages",
)
ONLY_YOUR_CASE = Step(
    Saying(
        "File only in your own case",
        "The court's permission covers only that case.",
        "pacer:efile", "E-File",
    ),
    desk=Desk.COURT, have_ready="your case number",
)  # fmt: skip
_HOW_TO_ASK = (
    "In Manage My Account choose Maintenance, then Attorney Admissions / E-File Registration. You can"
    " file after the court approves your request. You don't link anything."
)
ASK_TO_FILE = Step(
    _waiting(
        "Ask the court for permission to e-file when NextGen opens",
        f"You can't ask yet. When it opens, do this. {_HOW_TO_ASK}",
    ),
    after=Saying(
        "Ask the court for permission to e-file", _HOW_TO_ASK, "account_login", "Manage My Account"
    ),
    desk=Desk.COURT,
    have_ready="your bar number and the date you were admitted",
)
_HOW_TO_ASK_OTHER = (
    "In Manage My Account choose Maintenance, then Non-Attorney E-File Registration. The court decides"
    " which roles may e-file. If you are representing yourself, you first need its permission in your"
    " case."
)
ASK_TO_FILE_OTHER = Step(
    _waiting(
        "Ask the court for your role when NextGen opens",
        f"You can't ask yet. When it opens, do this. {_HOW_TO_ASK_OTHER}",
    ),
    after=Saying(
        "Ask the court for your role", _HOW_TO_ASK_OTHER, "account_login", "Manage My Account"
    ),
    desk=Desk.COURT,
    have_ready="your role and your case number, if you have one",
)
FILING_AGENT = Step(
    Saying(
        "Never use the attorney's login",
        "If the court offers it, register as a filing agent when NextGen opens, and have the attorney"
        " add you. Do not link the attorney's CM/ECF login to your account.",
        "court_nextgen", "The court's dates", (HOME_COURT,),
    ),
    after=Saying(
        "Never use the attorney's login",
        "If the court offers it, register as a filing agent: in Manage My Account choose Maintenance,"
        " then Non-Attorney E-File Registration. Have the attorney add you. Do not link the attorney's"
        " CM/ECF login to your account.",
        "account_login", "Manage My Account",
    ),
    desk=Desk.COURT, have_ready="the attorney's name",
)  # fmt: skip
FILING_STEPS = frozenset({LINK, ASK_TO_FILE, ASK_TO_FILE_OTHER})  # after one of these, you can file
