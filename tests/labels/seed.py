"""The exact wording of the seed's screens, and the pages where it must appear.

`seed` gives the lines of the seed. Its slides are instructions, not screens: only those that a page of
ours repeats are here. See not_built.py for the rest.
"""

from tests.support.cast import JOHN, NOEL
from tests.support.moments import LIVE
from tests.support.screens import Screen
from tests.support.upgrade_pages import upgrade

WARNING = (
    "NOTICE: This is a restricted government web site for official PACER use only. Unauthorized"
    " entry is prohibited and subject to prosecution under Title 18 of the U.S. Code. All activities"
    " and access attempts are logged."
)
LINK_FORM = "/ecf/nmd/utilities/link/"
PACER_LINKS = (
    "PACER Links Court Links Search PACER Case Locator"
    " Announcements Frequently Asked Questions Resources Manage My Account",
)
COURT_TOP = (
    "UNITED STATES DISTRICT COURT District of New Mexico"
    " Honorable William P. Johnson, Chief Judge Mitchell R. Elfers, Clerk of Court",
    "Home Information Services Filing Attorneys Pro Se Jurors Visitors",
)
COURT_HELP = (
    "CM/ECF & PACER HELP",
    "NextGen CM/ECF – Contact the court",
    "cmecf@nmd.uscourts.gov",
    "PACER – PACER Service Center (PSC)",
    "https://www.pacer.gov/",
    "pacer@psc.uscourts.gov",
    "(800) 676-6856",
)


def upgrade_then_look(visitor) -> None:
    upgrade(visitor)


def fill_link_form(visitor):
    typed = {"login": JOHN.login, "password": JOHN.ecf_password}
    return visitor.post(LINK_FORM, typed, follow=True)


PACER = (
    Screen("mma-login", "/psc/login/", (
        "MANAGE MY ACCOUNT",
        "Enter your PACER credentials to update personal information, register to e-file, make an"
        " online payment, or to perform other account maintenance functions.",
        "Login", "* Required Information", "Username *", "Password *", "Login Clear Cancel",
        "Need an Account? Forgot Your Password? Forgot Username?",
    ), in_order=True, seed="35"),
    Screen("pacer-register", "/pacer/register/", (
        "PACER PUBLIC ACCESS TO COURT ELECTRONIC RECORDS", "Manage My Account",
        "Case Search Sign In", "RSS", "HOME REGISTER FIND A CASE E-FILE QUICK LINKS HELP CONTACT US",
        "REGISTER PACER - Case Search Only Attorney Filers Non-Attorney Filers"
        " District/Bankruptcy Filers (Legacy) Firm Billing",
    ), in_order=True, seed="66"),
    Screen("pacer-nextgen", "/pacer/nextgen/", (
        "NEXTGEN INTRODUCTION",
        "Multi-year project headed by the Administrative Office of the U.S. Courts", "GOALS:",
        "Greater efficiency using new technology and tools",
        "Shared data with other judiciary systems", "CSO & PACER", "Central Sign-On (CSO)",
        "Central Sign-On allows you to use one login and password to access any NextGen court.",
        "PACER Service Center (PSC)",
        "A centralized web site where you register for PACER and/or electronic filing (E-FILE).",
        "PACER Login", "Login to NextGen CM/ECF via PSC.",
    ), in_order=True, seed="15-33"),
    Screen("register-now", "/pacer/register/pacer-case-search-only/", (
        "PACER - Case Search Only Register Now Attorney Filers",
    ), seed="62, 66"),
    Screen("register-form", "/psc/register/account-information/", (
        "PACER - CASE SEARCH ONLY REGISTRATION", "Account Information", "Prefix", "Select Prefix",
        "First Name *", "Middle Name", "Last Name *", "User Type *", "FEDERAL GOVERNMENT",
        "FEDERAL JUDICIARY", "STATE OR LOCAL GOVERNMENT", "***** Individual Accounts *****",
        "INDIVIDUAL STUDENT PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE ATTORNEY",
        "User Verification *", "Next Reset Cancel",
    ), in_order=True, seed="66, 74-91"),
    Screen("mma-legacy", "/psc/account/", (
        *PACER_LINKS, "MANAGE MY ACCOUNT Welcome, Attorney Noel Logout",
        "Account Number 7030833 Username noelattorney Account Balance $0.00"
        " Case Search Status Active Account Type Legacy PACER Account (Upgrade)",
    ), who=NOEL, in_order=True, seed="115-132"),
    Screen("mma-upgraded", "/psc/account/", (
        *PACER_LINKS, "MANAGE MY ACCOUNT Welcome, Attorney Noel Logout",
        "Account Number 7030833 Username noelattorney Account Balance $0.00"
        " Case Search Status Active Account Type Upgraded PACER Account",
    ), who=NOEL, prepare=upgrade_then_look, in_order=True, seed="134-151"),
    Screen("cso-login", "/cso/csologin/login.jsf", (
        "Login", "Username *", "Password *", "Client Code", "Login Clear Cancel",
        "Need an Account? Forgot Your Password? Forgot User Name?", WARNING,
    ), at=LIVE, in_order=True, seed="235"),
)  # fmt: skip

CMECF = (
    Screen("legacy-login", "/ecf/nmd/cgi-bin/login.pl", (
        "CM/ECF Filer or PACER Login", "Notice",
        "This is a Restricted Web Site for Official Court Business only. Unauthorized entry is"
        " prohibited and subject to prosecution. All activities and access attempts are logged.",
        "If you forgot your CM/ECF password, you can request a password reset here",
        "Instructions for filing:",
        "Enter your CM/ECF filer login and password if you are electronically filing something with"
        " the court.",
        "If you received this login page as a result of a link from a Notice of Electronic Filing"
        " e-mail:",
        "Enter your CM/ECF filer login and password. The system prompts customers for a CM/ECF login"
        " and password.",
        "If you have trouble viewing a document:",
        "After successful entry of your CM/ECF login, you should be able to view the document. If you"
        " receive the message that the document is restricted to attorneys of record in the case and"
        " the system does not recognize you as such, it means that the \"free look\" link has"
        " expired. You will need to enter your PACER login and password.",
        "Instructions for viewing filed documents and case information:",
        "If you do not need filing capabilities, enter your PACER login and password. If you do not"
        " have a PACER account, you can request one here.",
        "Authentication", "Login:", "Password:", "client code:",
        "IMPORTANT NOTICE OF REDACTION RESPONSIBILITY",
        "I understand that, if I file, I must comply with the redaction requirements.",
    ), in_order=True, seed="164-200"),
    Screen("ecf-reset", "/ecf/nmd/cgi-bin/lostPassword.pl", (
        "ECF Password Changes - District of New Mexico",
        "This page is for ECF logins only. This will not work for PACER accounts.",
        "For a lost password on a PACER account, please contact the PACER Service Center.",
        "Notice",
        "This is a Restricted Web Site for Official Court Business only. Unauthorized entry or use or"
        " any use that attempts to circumvent access controls or PACER billing processes is"
        " prohibited and subject to prosecution under Title 18 of the U.S. Code. All activities and"
        " access attempts are logged.",
        "Enter your ECF login ID here and click on \"Submit\":", "Submit",
        "To log into CM/ECF without resetting your password, please click here.",
    ), in_order=True, seed="202-215"),
    Screen("courts", "/cso/courts/", (
        "District of New Mexico - Document Filing System",
    ), who=JOHN, at=LIVE, seed="241"),
    Screen("menu", "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities", (
        "Utilities", "Link a CM/ECF account to my PACER account",
    ), who=JOHN, at=LIVE, seed="252-253"),
    Screen("link-form", LINK_FORM, (
        "Link a CM/ECF account to my PACER account",
        "This utility links your PACER account with your e-filer account in this court.",
        "If you use CM/ECF for PACER only, no action is necessary.",
        "If you had a CM/ECF e-filing account in this court before the court converted to NextGen"
        " CM/ECF, enter your old CM/ECF login and password below and press Submit. You will be"
        " prompted to confirm that you want to link your PACER account to your old CM/ECF e-filing"
        " account. Press Submit to link the accounts (or go back if the names don't match).",
        "CM/ECF login:", "CM/ECF password:", "Submit",
    ), who=JOHN, at=LIVE, in_order=True, seed="267-278"),
    Screen("link-confirm", LINK_FORM, (
        "Link a CM/ECF account to my PACER account", "Do you want to link these accounts?",
        "CM/ECF John Attorney", "PACER John Attorney",
        "After you submit this screen, your old e-filing credentials for the CM/ECF account will be"
        " permanently linked to your upgraded PACER account. Use your upgraded PACER account to"
        " e-file in this court.",
        "Submit",
    ), who=JOHN, at=LIVE, prepare=fill_link_form, in_order=True, seed="283-290"),
)  # fmt: skip

COURT_SITE = (
    Screen("court-home", "/www/nmd/", (
        *COURT_TOP, "CM/ECF Electronic Case Filing System",
        "THE COURT GOES LIVE WITH NEXTGEN ON: Monday, April 20, 2020",
        "CM/ECF will be unavailable from April 17, 2020, at 3:00 pm through April 20, 2020, at 8:00 am"
        " MT.",
        *COURT_HELP,
    ), in_order=True, seed="5-13, 229, 298-303, 360-371"),
    Screen("court-attorneys", "/www/nmd/attorneys/", (
        "Attorney Training Central Sign-on (CSO)", "AGENDA:",
        "Step 1: REGISTER for your own individual PACER account",
        "If your office or firm uses one shared PACER account, then you must create your own"
        " individual PACER account to E-FILE using NextGen CM/ECF.",
        "Visit www.pacer.gov", "Select Register from main menu bar",
        "Select filer type from left-side panel.",
        "Select Register Now under the appropriate filer type",
        "Complete the PACER registration form and select ATTORNEY as the User Type, then click NEXT.",
        "Step 2: UPGRADE current PACER account",
        "Do you already have your own individual PACER account?", "Prior to August 11, 2014",
        "Must upgrade your account to E-File using NextGen CM/ECF", "After August 11, 2014",
        "Upgraded account", "Login to PACER, then click Manage My Account",
        "Click on the Upgrade link", "Step 3: KNOW your current CM/ECF login and password",
        "Step 4: LINK PACER account to CM/ECF account", "Court Web Site Resources",
        "Court's Website: www.nmd.uscourts.gov/cmecf-nextgen",
    ), in_order=True, seed="3, 37-43, 52, 97-105, 294-296"),
    Screen("court-nextgen", "/www/nmd/cmecf-nextgen/", (
        "www.nmd.uscourts.gov/cmecf-nextgen", *COURT_TOP, "Home",
        "CM/ECF Next Generation (NextGen)", "Go Live Date: April 20, 2020", "23:21:53:22",
        "Days Hours Mins Secs", "NextGen is Coming!",
        "The U.S. District Court for the District of New Mexico will be upgrading its CM/ECF system"
        " to the Next Generation of CM/ECF (\"NextGen\") on April 20, 2020. NextGen is the"
        " culmination of a multi-year project headed by the Administrative Office of the U.S. Courts"
        " to provide for the current and future filing and case management needs of all CM/ECF"
        " users.",
        "Please note that for the upgrade to \"NextGen\", CM/ECF will be unavailable from April 17,"
        " 2020 at 3:00 pm through April 20, 2020 at 8:00 am MT. Please plan your filing activities"
        " accordingly.",
        "What is New for CM/ECF E-Filers in NextGen?",
        "NextGen Implements a new functionality called Central Sign-On or \"CSO\" that will allow"
        " attorneys and pro se parties with permission to electronically file (\"E-Filers\") to"
        " maintain one account across all NextGen courts (appellate, bankruptcy, and district). What"
        " this means is that E-Filers will be able to use one login and password to access all"
        " NextGen courts where they have permission to file, as well as to access PACER for all"
        " courts.",
        "E-filers MUST do the following in order to continue to electronically file in NextGen:",
        "Obtain your own Individual PACER account (click here to learn more) OR Upgrade your existing"
        " PACER account (click here to learn more).",
        "Know your current ECF Login and Password. Click here to Reset your current ECF Password.",
        "On or after April 20, 2020, you will need to link your PACER account with ECF. (Click here"
        " for Information on Linking your accounts).",
        "Know Your Current CM/ECF Login and Password",
        "We recommend you login to your CM/ECF account now and verify the email address you have on"
        " file is correct.",
        "You will need your current (legacy) CM/ECF login and password to link your PACER and NextGen"
        " CM/ECF accounts when we go live on April 20th.",
        "Your legacy CM/ECF login and password is the login and password you are currently using to"
        " file documents in our Court.",
        "CONTACT INFORMATION", "Court: (505) 348-2075", "cmecf@nmd.uscourts.gov",
        "PACER: (800) 676-6856", "pacer@psc.uscourts.gov",
    ), in_order=True, seed="155-160, 296-334"),
    Screen("court-reminder", "/www/nmd/news/nextgen-reminder/", (
        *COURT_TOP, "Home",
        "***REMINDER*** Next Generation CM/ECF (NextGen) is Coming - Action Required!",
        "Friday, March 20, 2020",
        "Second Important Notice from the U.S. District Court, District of New Mexico - Upcoming"
        " CM/ECF Upgrade - Action is Required.",
        "The U.S. District Court, District of New Mexico will be upgrading its CM/ECF software to the"
        " Next Generation of CM/ECF (\"NextGen\") on April 20, 2020. On that date, attorneys will no"
        " longer be able to log into their CM/ECF accounts as they currently do. Instead, attorneys"
        " will log into CM/ECF through a Central Sign-On (PACER) to electronically file documents.",
        "If you have not already done so, current filers are reminded to complete steps #1 and #2 in"
        " order to prepare for NextGen and to continue to electronically file:",
        "BEFORE APRIL 20, 2020 - ATTORNEYS WILL NEED TO OBTAIN THEIR OWN INDIVIDUAL UPGRADED PACER"
        " ACCOUNTS. (Accounts created after August 11, 2014, are already upgraded accounts.)",
        "Each attorney must have a unique Individual PACER account. To obtain a new PACER account or"
        " upgrade an existing PACER account, please visit www.pacer.gov (select \"Register\" to"
        " obtain a new PACER account; select \"Manage My Account\" to upgrade an existing account)."
        " Shared PACER accounts will not work with NextGen.",
        "ATTORNEYS WILL NEED TO KNOW THEIR CURRENT CM/ECF LOGIN AND PASSWORD.",
        "If you do not know your current CM/ECF login or password, please click here to get started."
        " If you have difficulty using the password reset feature, please email the CM/ECF Help Desk"
        " for assistance at cmecf@nmd.uscourts.gov.",
        "ON OR AFTER APRIL 20, 2020 - YOU MUST LINK YOUR CM/ECF ACCOUNT TO YOUR INDIVIDUAL UPGRADED"
        " PACER ACCOUNT IN ORDER TO FILE. Upon first login on or after April 20, 2020, you are"
        " required to link your accounts by accessing the Utilities menu in CM/ECF and selecting the"
        " \"Link a CM/ECF account to my PACER account\" option. Step by step instructions on how to"
        " link your CM/ECF account to your upgraded PACER account are available on our NextGen"
        " Information Page.",
        "For more information, please click here OR visit www.pacer.gov/nextgen. Any questions may be"
        " emailed to the NMD CM/ECF helpdesk at cmecf@nmd.uscourts.gov.",
        *COURT_HELP,
    ), in_order=True, seed="336-371"),
    Screen("court-linking", "/www/nmd/cmecf-nextgen/linking/", (
        "Link PACER Account to CM/ECF Account",
        "After the court goes live with NextGen on April 20, 2020, you MUST link your individual"
        " PACER account to your existing CM/ECF account.",
        "Navigate to the District of New Mexico's website: www.nmd.uscourts.gov and click on the"
        " CM/ECF Electronic Case Filing System option.",
        "You will be routed to the PACER login screen on/after April 20, 2020. Login with your"
        " upgraded PACER username and password.",
        "Alternatively, if you login through PACER you may see this screen",
        "If so, click on the District of New Mexico – Document Filing System link.",
        "Click on Utilities on the top of menu bar.",
        "Click Link a CM/ECF account to my PACER account.",
        "Enter your current CM/ECF login and password. Click Submit.",
        "Ensure that the CM/ECF account and PACER account listed are accurate. If so, click Submit."
        " Note: Your individual PACER account should be listed.",
        "DO NOT link a shared PACER account to your CM/ECF account.",
    ), in_order=True, seed="217-265"),
)  # fmt: skip

SCREENS = PACER + CMECF + COURT_SITE
