"""The words of the seed that stand on its screens, letter by letter, and where they must appear.

What the seed's transcription got wrong is left out: the text of the redaction notice, the check box
for "a government or other organization" (in truth the CJA panel's), and "Register Now" as a row of
the side panel. NOT_BUILT names the entries that lead to places the product does not have; a menu
shows only entries that work.
"""

from dataclasses import dataclass
from datetime import datetime

from tests.cast import JOHN, NOEL, Member
from tests.moments import LIVE, SEED_MOMENT


@dataclass(frozen=True)
class Screen:
    """`who` logs in at PACER first; `link` fills the link form too and reads the next page."""

    name: str
    path: str
    labels: tuple[str, ...]
    who: Member | None = None
    at: datetime = SEED_MOMENT
    upgrade: bool = False
    link: bool = False


WARNING = (
    "NOTICE: This is a restricted government web site for official PACER use only. Unauthorized"
    " entry is prohibited and subject to prosecution under Title 18 of the U.S. Code. All activities"
    " and access attempts are logged."
)
PACER_LINKS = ("PACER Links", "Court Links", "Frequently Asked Questions", "Resources")

SCREENS = (
    Screen("mma-login", "/psc/login/", (
        "MANAGE MY ACCOUNT",
        "Enter your PACER credentials to update personal information, register to e-file, make an"
        " online payment, or to perform other account maintenance functions.",
        "* Required Information", "Username *", "Password *", "Login", "Clear", "Cancel",
        "Need an Account?", "Forgot Your Password?", "Forgot Username?",
    )),
    Screen("pacer-register", "/pacer/register/", (
        "HOME", "REGISTER", "E-FILE", "QUICK LINKS", "HELP", "CONTACT US",
        "PACER - Case Search Only", "Attorney Filers", "Non-Attorney Filers",
        "District/Bankruptcy Filers (Legacy)", "Firm Billing", "Manage My Account",
        "Case Search Sign In", "PUBLIC ACCESS TO COURT ELECTRONIC RECORDS",
    )),
    Screen("register-now", "/pacer/register/attorney-filers/", ("Register Now",)),
    Screen("register-form", "/psc/register/account-information/", (
        "PACER - CASE SEARCH ONLY REGISTRATION", "Account Information", "Prefix", "Select Prefix",
        "First Name *", "Middle Name", "Last Name *", "User Type *", "ATTORNEY",
        "FEDERAL GOVERNMENT", "FEDERAL JUDICIARY", "STATE OR LOCAL GOVERNMENT",
        "***** Individual Accounts *****", "INDIVIDUAL", "STUDENT",
        "PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE",
        "User Verification *", "Next", "Reset", "Cancel",
    )),
    Screen("mma-legacy", "/psc/account/", (
        *PACER_LINKS, "MANAGE MY ACCOUNT", "Welcome, Attorney Noel", "Logout", "Account Number",
        "7030833", "Username", "noelattorney", "Account Balance", "$0.00", "Case Search Status",
        "Active", "Account Type", "Legacy PACER Account", "Upgrade",
    ), who=NOEL),
    Screen("mma-upgraded", "/psc/account/", (
        "Account Type Upgraded PACER Account", "Welcome, Attorney Noel",
    ), who=NOEL, upgrade=True),
    Screen("legacy-login", "/ecf/nmd/cgi-bin/login.pl", (
        "CM/ECF Filer or PACER Login", "Notice", "Restricted Web Site",
        "Unauthorized entry is prohibited and subject to prosecution",
        "All activities and access attempts are logged.",
        "If you forgot your CM/ECF password, you can request a password reset here",
        "Instructions for filing:",
        "Enter your CM/ECF filer login and password if you are electronically filing something with"
        " the court.",
        "If you received this login page as a result of a link from a Notice of Electronic Filing"
        " e-mail:",
        "If you have trouble viewing a document:",
        "Instructions for viewing filed documents and case information:",
        "If you do not need filing capabilities, enter your PACER login and password.",
        "Authentication", "Login:", "Password:", "client code:",
        "IMPORTANT NOTICE OF REDACTION RESPONSIBILITY",
        "I understand that, if I file, I must comply with the redaction requirements.",
    )),
    Screen("ecf-reset", "/ecf/nmd/cgi-bin/lostPassword.pl", (
        "ECF Password Changes - District of New Mexico",
        "This page is for ECF logins only. This will not work for PACER accounts.",
        "For a lost password on a PACER account, please contact the PACER Service Center",
        "Enter your ECF login ID here and click on \"Submit\":",
        "To log into CM/ECF without resetting your password, please click here",
        "attempts to circumvent access controls or PACER billing processes", "Submit",
    )),
    Screen("cso-login", "/cso/csologin/login.jsf", (
        "Username *", "Password *", "Client Code", "Login", "Clear", "Cancel", "Need an Account?",
        "Forgot Your Password?", "Forgot User Name?", WARNING,
    ), at=LIVE),
    Screen("courts", "/cso/courts/", (
        "District of New Mexico - Document Filing System",
    ), who=JOHN, at=LIVE),
    Screen("menu", "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities", (
        "Utilities", "Link a CM/ECF account to my PACER account",
    ), who=JOHN, at=LIVE),
    Screen("link-form", "/ecf/nmd/utilities/link/", (
        "Link a CM/ECF account to my PACER account",
        "This utility links your PACER account with your e-filer account in this court.",
        "If you use CM/ECF for PACER only, no action is necessary.",
        "If you had a CM/ECF e-filing account in this court before the court converted to NextGen"
        " CM/ECF, enter your old CM/ECF login and password below and press Submit. You will be"
        " prompted to confirm that you want to link your PACER account to your old CM/ECF e-filing"
        " account. Press Submit to link the accounts (or go back if the names don't match).",
        "CM/ECF login:", "CM/ECF password:", "Submit",
    ), who=JOHN, at=LIVE),
    Screen("link-confirm", "/ecf/nmd/utilities/link/", (
        "Link a CM/ECF account to my PACER account", "Do you want to link these accounts?",
        "CM/ECF John Attorney", "PACER John Attorney",
        "After you submit this screen, your old e-filing credentials for the CM/ECF account will be"
        " permanently linked to your upgraded PACER account. Use your upgraded PACER account to"
        " e-file in this court.",
        "Submit",
    ), who=JOHN, at=LIVE, link=True),
    Screen("court-home", "/www/nmd/", (
        "UNITED STATES DISTRICT COURT", "District of New Mexico",
        "Honorable William P. Johnson, Chief Judge", "Mitchell R. Elfers, Clerk of Court",
        "Home", "CM/ECF Electronic Case Filing System", "CM/ECF & PACER HELP",
        "NextGen CM/ECF – Contact the court", "PACER – PACER Service Center (PSC)",
        "https://www.pacer.gov/", "cmecf@nmd.uscourts.gov", "pacer@psc.uscourts.gov",
    )),
    Screen("court-nextgen", "/www/nmd/cmecf-nextgen/", (
        "CM/ECF Next Generation (NextGen)", "Go Live Date:", "April 20, 2020", "Days", "Hours",
        "Mins", "Secs", "NextGen is Coming!", "What is New for CM/ECF E-Filers in NextGen?",
        "CONTACT INFORMATION", "(505) 348-2075", "cmecf@nmd.uscourts.gov", "(800) 676-6856",
        "pacer@psc.uscourts.gov",
    )),
)  # fmt: skip

# Where they would stand: the path, and whether somebody is logged in.
NOT_BUILT = (
    Screen("find-a-case", "/pacer/register/", ("FIND A CASE",)),
    Screen(
        "pacer-links", "/psc/account/", ("Search PACER Case Locator", "Announcements"), who=NOEL
    ),
    Screen("court-menu", "/www/nmd/", ("Information", "Pro Se", "Jurors", "Visitors")),
)

# Of the hand-outs of PACER and of courts, not of the seed.
HAND_OUTS = (
    Screen("mma-tabs", "/psc/account/", (
        "Settings", "Maintenance", "Payments", "Usage", "Change Username", "Change Password",
        "Set Security Information", "Update PACER Billing Email", "Set PACER Billing Preferences",
    ), who=JOHN),
    Screen("mma-payments", "/psc/account/payments/", (
        "Manage My Stored Payment Information", "Make One-Time PACER Fee Payment",
    ), who=JOHN),
    Screen("mma-usage", "/psc/account/usage/", (
        "View Quarterly Invoice/Statement of Account", "View Detailed Transactions",
    ), who=JOHN),
)  # fmt: skip
