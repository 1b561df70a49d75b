""" "Who do I call?": what a person sees, and the one desk that can put it right. Data only.

Addresses of other floors are named as strings; a court page needs the home court's code.
Sources: the court's two desks (seed, "CM/ECF & PACER HELP"), the legacy reset page (seed, Step 3:
ECF logins only) and PACER FAQ (the Service Center cannot reset a court's password, nor the court
PACER's).
"""

from dataclasses import dataclass

from rehearsals.help.refusals import Desk

CALL_PSC = "your name, the e-mail address of the account and, if you know it, the account number"


@dataclass(frozen=True)
class Way:
    """A page that solves it. `of_court`: its address takes the home court's code."""

    label: str
    url_name: str
    of_court: bool = False


@dataclass(frozen=True)
class Problem:
    """One card. `anchor` is its place on the page; an empty `have_ready` leaves the desk's own."""

    anchor: str
    title: str
    todo: str
    desk: Desk
    ways: tuple[Way, ...] = ()
    have_ready: str = ""


@dataclass(frozen=True)
class Group:
    heading: str
    problems: tuple[Problem, ...]


FORGOT_PASSWORD = Way("Forgot Your Password?", "cso:forgot_password")
FORGOT_USERNAME = Way("Forgot Username?", "cso:forgot_username")
RESET_ECF = Way("ECF Password Changes", "ecf:lost_password", of_court=True)
LINK_FORM = Way("Link a CM/ECF account to my PACER account", "link:form", of_court=True)
ACCOUNT = Way("Manage My Account", "account:landing")
REGISTER = Way("Register your own PACER account", "pacer:register")

PACER = Group(
    "I cannot get into PACER",
    (
        Problem(
            "pacer-password",
            "I forgot my PACER password",
            "Ask for a new one on the login page. If the letter does not reach you, or you forgot"
            " the answers to your security questions, call. The court cannot reset it.",
            Desk.PSC,
            (FORGOT_PASSWORD,),
            CALL_PSC,
        ),
        Problem(
            "pacer-username",
            "I forgot my PACER username",
            "Ask for it on the login page: it comes by e-mail. If it does not, call.",
            Desk.PSC,
            (FORGOT_USERNAME,),
            CALL_PSC,
        ),
        Problem(
            "pacer-locked",
            "My PACER username is locked",
            "Wait 15 minutes of your own time, then type the right password once. Nobody needs to"
            " be called; the court clock does not shorten the wait.",
            Desk.NOBODY,
            (FORGOT_PASSWORD,),
        ),
        Problem(
            "account-disabled",
            "“Your PACER account has been disabled”",
            "Only the Service Center can open it again. Trying once more changes nothing.",
            Desk.PSC,
        ),
        Problem(
            "second-factor",
            "The phone with my authenticator app is lost (from 2025 on)",
            "Log in with one of your backup codes and remove the lost app. Without codes, call.",
            Desk.PSC,
            (Way("Manage MFA Settings", "psc:mfa"),),
            CALL_PSC,
        ),
    ),
)
SEARCH = Group(
    "I am in PACER, but cannot search or file",
    (
        Problem(
            "search-not-active",
            "My case search status is not Active",
            "“Not Activated”: the code that came by U.S. mail activates it under Manage My Account."
            " “Inactive”, or no letter after ten business days: call. Linking does not wait for it.",
            Desk.PSC,
            (Way("Activate searching", "account:activate_search"),),
        ),
        Problem(
            "shared-account",
            "My office shares one PACER account",
            "Do not link it. Ask in your office who is in charge of it, keep it for research, and"
            " register an individual account for everybody who files.",
            Desk.FIRM,
            (REGISTER,),
        ),
        Problem(
            "request-pending",
            "My e-file request is pending or was rejected",
            "The court decides, not PACER. Read its reason first: “link instead” means that you have"
            " a CM/ECF account there already.",
            Desk.COURT,
            (ACCOUNT,),
            "your name, and the court and the day of your request",
        ),
        Problem(
            "new-to-court",
            "I am new to the court and never had a CM/ECF login",
            "There is nothing to link. Get a PACER account of your own, then ask the court for"
            " permission to file.",
            Desk.COURT,
            (Way("Which one are you?", "pacer:which_one"), REGISTER),
            "your name, and whether you are admitted to the bar of this court",
        ),
    ),
)
CMECF = Group(
    "I cannot get into CM/ECF",
    (
        Problem(
            "ecf-password",
            "I forgot my CM/ECF password",
            "Ask for a reset on the court's page. If that fails, call the court: the Service"
            " Center cannot reset it.",
            Desk.COURT,
            (RESET_ECF,),
        ),
        Problem(
            "old-email",
            "The reset mail does not arrive",
            "It goes to the e-mail address the court has on file. If that is an old one, only the"
            " court can change it.",
            Desk.COURT,
            (Way("See what was mailed", "rehearsals:mail"),),
            "your name, CM/ECF login and present e-mail address, never your password",
        ),
        Problem(
            "ecf-locked",
            "My CM/ECF login is locked",
            "Wait five minutes without trying: each try starts them anew. Then log in, or reset the"
            " password first if you are not sure of it.",
            Desk.NOBODY,
            (RESET_ECF,),
        ),
        Problem(
            "closed-weekend",
            "CM/ECF is closed this weekend and something is due",
            "Ask the court before it closes how papers are filed meanwhile. This page gives no"
            " legal advice, and the rehearsal moves no deadline.",
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
            "The two names on the link page differ",
            "Do not press Submit: go back. If both are you under an old and a new name, ask the"
            " court which record to change; if one is not you, the wrong account is signed on.",
            Desk.COURT,
            (LINK_FORM,),
            "both names as the page shows them",
        ),
        Problem(
            "wrong-link",
            "I linked the wrong account",
            "You cannot undo it yourself, and PACER cannot either. The court can.",
            Desk.COURT,
            (Way("See your link", "link:done", of_court=True),),
            "the CM/ECF login and the PACER account number that were linked",
        ),
        Problem(
            "already-linked",
            "“That CM/ECF account is already linked to a PACER account”",
            "If you linked it, log in with the PACER account you used then. If you did not, tell the"
            " court: it sees who did.",
            Desk.COURT,
        ),
        Problem(
            "menus-missing",
            "I linked, but Civil and Criminal are missing",
            "Load the page anew, or log out and in. If they are still missing, look under Utilities"
            " whether the link was made.",
            Desk.NOBODY,
            (LINK_FORM,),
        ),
        Problem(
            "second-account",
            "I have a second CM/ECF account in the same court",
            "One PACER account takes one link in a court. Ask the court whether to merge the two, or"
            " to keep both with two PACER accounts.",
            Desk.COURT,
            have_ready="both CM/ECF logins, never their passwords",
        ),
    ),
)
PRACTICE = Group(
    "Something is wrong with this rehearsal",
    (
        Problem(
            "rehearsal",
            "The clock, the era or somebody else's work is not as it should be",
            "Your trainer can move the clock and put everything back to the beginning. The real"
            " desks know nothing of this rehearsal.",
            Desk.TRAINER,
            (Way("Clock", "rehearsals:clock"),),
        ),
    ),
)
GROUPS = (PACER, SEARCH, CMECF, LINKING, PRACTICE)
PROBLEMS = tuple(problem for group in GROUPS for problem in group.problems)
