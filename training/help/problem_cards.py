"""The cards of "Who do I call?": what the user sees, and the one desk that can fix it.

Sources: the court's two help desks (seed, "CM/ECF & PACER HELP"), the legacy reset page (seed, Step 3:
ECF logins only) and the PACER FAQ (the Service Center can't reset a court's password, and the court
can't reset a PACER password). Only the clerk's office corrects a filing (the court's FAQ); the Service
Center bills for reading.
"""

from rehearsals.help.problem_cards import Group, Problem, Way
from rehearsals.help.refusals import Desk

CALL_PSC = "your name, the e-mail address of the account and, if you know it, the account number"

FORGOT_PASSWORD = Way("Forgot Your Password?", "cso:forgot_password")
FORGOT_USERNAME = Way("Forgot Username?", "cso:forgot_username")
RESET_ECF = Way("ECF Password Changes", "ecf:lost_password", of_court=True)
LINK_FORM = Way("Link a CM/ECF account to my PACER account", "link:form", of_court=True)
MAIL = Way("See the e-mail in the mailbox", "rehearsals:mail")
UNDO = Way("Undo", "training:bookmarks")
ACCOUNT = Way("Manage My Account", "account:landing")
REGISTER = Way("Register your own PACER account", "pacer:register")

PACER = Group(
    "I can't log in to PACER",
    (
        Problem(
            "pacer-password",
            "I forgot my PACER password",
            "Reset it from the login page. Call if the e-mail doesn't arrive, or if you forgot the"
            " answers to your security questions. The court can't reset a PACER password.",
            Desk.PSC,
            (FORGOT_PASSWORD,),
            CALL_PSC,
        ),
        Problem(
            "pacer-username",
            "I forgot my PACER username",
            "Request it from the login page. It arrives by e-mail. If it doesn't, call.",
            Desk.PSC,
            (FORGOT_USERNAME,),
            CALL_PSC,
        ),
        Problem(
            "pacer-locked",
            "My PACER username is locked",
            "Wait 15 minutes of real time, then enter the right password once. You don't need to"
            " call anyone. Moving the court clock doesn't shorten the wait.",
            Desk.NOBODY,
            (FORGOT_PASSWORD,),
        ),
        Problem(
            "account-disabled",
            "“Your PACER account has been disabled”",
            "Only the Service Center can enable it again. Trying again doesn't help.",
            Desk.PSC,
        ),
        Problem(
            "second-factor",
            "I lost the phone with my authenticator app (from 2025 on)",
            "Log in with a backup code and remove the lost app. If you have no codes, call.",
            Desk.PSC,
            (Way("Manage MFA Settings", "psc:mfa"),),
            CALL_PSC,
        ),
    ),
)
SEARCH = Group(
    "I can log in to PACER, but I can't search or file",
    (
        Problem(
            "search-not-active",
            "My case search status is not Active",
            "If it says “Not Activated”, enter the code from your activation letter in Manage My"
            " Account. Call if no letter came within ten business days, or if it says “Inactive”."
            " You can link even if it isn't Active.",
            Desk.PSC,
            (Way("Activate searching", "account:activate_search"),),
        ),
        Problem(
            "shared-account",
            "My office shares one PACER account",
            "Don't link it. Your office can keep it for research. Everyone who files must register an"
            " individual account. If you don't know who manages the shared account, ask in your office.",
            Desk.FIRM,
            (REGISTER,),
        ),
        Problem(
            "request-pending",
            "My e-file request is pending or was rejected",
            "The court decides, not PACER. First read the court's reason. If it tells you to link"
            " instead, you already have a CM/ECF account in that court.",
            Desk.COURT,
            (ACCOUNT,),
            "your name, the court, and the date of your request",
        ),
        Problem(
            "new-to-court",
            "I'm new to the court and never had a CM/ECF login",
            "You have nothing to link. Register for a PACER account, then ask the court for"
            " permission to e-file.",
            Desk.COURT,
            (Way("Which one are you?", "pacer:which_one"), REGISTER),
            "your name, and whether you are admitted to the bar of this court",
        ),
    ),
)
CMECF = Group(
    "I can't log in to CM/ECF",
    (
        Problem(
            "ecf-password",
            "I forgot my CM/ECF password",
            "Reset it on the court's page. If that fails, call the court. The Service Center can't"
            " reset it.",
            Desk.COURT,
            (RESET_ECF,),
        ),
        Problem(
            "old-email",
            "The e-mail to reset my CM/ECF password doesn't arrive",
            "It goes to the e-mail address that the court has on file. If that address is out of"
            " date, only the court can change it.",
            Desk.COURT,
            (MAIL,),
            "your name, CM/ECF login and current e-mail address, never your password",
        ),
        Problem(
            "ecf-locked",
            "My CM/ECF login is locked",
            "Wait five minutes without trying to log in. Each try restarts the five minutes. Then log in."
            " If you aren't sure of your password, reset it first.",
            Desk.NOBODY,
            (RESET_ECF,),
        ),
        Problem(
            "closed-weekend",
            "CM/ECF is closed this weekend and I have a filing due",
            "If CM/ECF is still open, file before it closes, or contact the Clerk's Office. If it is closed,"
            " call the court and ask how to file. This page doesn't give legal advice, and the rehearsal"
            " doesn't change any deadline.",
            Desk.COURT,
            (Way("What the court says about NextGen", "site:nextgen", of_court=True),),
            "the case number",
        ),
    ),
)
LINKING = Group(
    "Something is wrong with the link",
    (
        Problem(
            "names-differ",
            "The two names on the link page are different",
            "Don't press Submit. Go back. If both names are yours, an old one and a new one, ask the"
            " court which record to change. If one isn't yours, you're using the wrong account.",
            Desk.COURT,
            (LINK_FORM,),
            "both names as the page shows them",
        ),
        Problem(
            "wrong-link",
            "I linked the wrong account",
            "You can't undo it, and PACER can't either. The court can. In a rehearsal, you can also go"
            " back to before the link.",
            Desk.COURT,
            (Way("See your link", "link:done", of_court=True), UNDO),
            "the CM/ECF login and the PACER account number that you linked",
        ),
        Problem(
            "already-linked",
            "“That CM/ECF account is already linked to a PACER account”",
            "If you linked it, log in with the PACER account that you used then. If you didn't, tell"
            " the court. It can see who did.",
            Desk.COURT,
        ),
        Problem(
            "menus-missing",
            "I linked, but I don't see Civil and Criminal",
            "Reload the page, or log out and log in again. If you still don't see them, check under"
            " Utilities whether your accounts are linked.",
            Desk.NOBODY,
            (LINK_FORM,),
        ),
        Problem(
            "second-account",
            "I have a second CM/ECF account in the same court",
            "You can link a PACER account only once in each court. Ask the court whether to merge"
            " your CM/ECF accounts, or to keep both and link each to its own PACER account.",
            Desk.COURT,
            have_ready="both CM/ECF logins, never their passwords",
        ),
    ),
)
FILING = Group(
    "Something is wrong with a filing or a notice",
    (
        Problem(
            "wrong-filing",
            "I filed the wrong document, or in the wrong case",
            "You can't delete or change a filing. Only the Clerk's Office can correct it, so call before you"
            " file again. In a rehearsal, you can also go back to before the filing.",
            Desk.COURT,
            (UNDO,),
            "the case number, the document number, and what is wrong",
        ),
        Problem(
            "no-notice",
            "I pressed Submit, but I don't see the Notice of Electronic Filing",
            "Look in View Your Transaction Log under Utilities before you file again. If the filing is in the"
            " log, it was filed. If it isn't, nothing was filed.",
            Desk.NOBODY,
            (Way("View Your Transaction Log", "ecf:transactions", of_court=True), MAIL),
        ),
        Problem(
            "pdf-refused",
            "CM/ECF doesn't accept my PDF",
            "The error says why. Print the document to a new PDF, and choose that one. If it is too large,"
            " split it, and add the other parts as attachments.",
            Desk.COURT,
            have_ready="the words of the error, and the size of the PDF",
        ),
        Problem(
            "free-look-gone",
            "The link in my notice asks for a login or a fee",
            "Each e-mail address can open each document once for free, within 15 days. A second click, or a"
            " mail program that checks links, uses that up. Log in with PACER and accept the fee.",
            Desk.COURT,
            (MAIL,),
            "the case number and the document number",
        ),
        Problem(
            "unexpected-fee",
            "PACER charged me for something that I don't recognize",
            "Find the charge in Manage My Account, under Usage. If your fees in a quarter are $30.00 or less,"
            " you pay nothing. If a charge is wrong, call. The court can't change it.",
            Desk.PSC,
            (Way("Usage", "account:usage"),),
            CALL_PSC,
        ),
    ),
)
REHEARSAL = Group(
    "Something is wrong with this rehearsal",
    (
        Problem(
            "rehearsal",
            "The clock, the PACER rules or another person's work isn't what I expected",
            "In a private rehearsal, move the clock or undo changes yourself. In a class, ask your"
            " trainer. The real desks don't know about this rehearsal.",
            Desk.TRAINER,
            (Way("Clock", "rehearsals:clock"), UNDO),
        ),
    ),
)
GROUPS = (PACER, SEARCH, CMECF, LINKING, FILING, REHEARSAL)
