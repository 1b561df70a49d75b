"""Hints for what is done at a court. Official labels are in [brackets]; a test finds each on its page."""

from training.hints.ladder import Instruction, Ladder, Place

COURT_SITE = Place("Open the court's web site", "site:home", ("{court}",))
MAILBOX = Place("Open the mailbox", "rehearsals:mail")
CALL = Place("See who to call", "rehearsals:who_to_call")
FIND_CMECF = Instruction(
    "On the court's web site, select [CM/ECF Electronic Case Filing System].", "site:home"
)
FIND_LOGIN_PAGE = Instruction("Select [{court} - Document Filing System].", "ecf:entry")
LOG_IN_AT_CSO = Instruction(
    "On the PACER login page, enter your PACER username and password. Select [Login].", "cso:login"
)
LOG_IN = Ladder(
    title="Log in to CM/ECF once",
    goal="Your CM/ECF login and password work, and the e-mail address on file is yours.",
    start=COURT_SITE,
    where=Instruction(
        "Start at the court's web site, {site}. Its first page has the button"
        " [CM/ECF Electronic Case Filing System].",
        "site:home",
    ),
    clicks=(
        FIND_CMECF,
        FIND_LOGIN_PAGE,
        Instruction("Enter your CM/ECF login and password. Select [Login].", "ecf:login"),
        Instruction(
            "Select [Utilities], then [Maintain Your E-mail]. Check the address.", "ecf:menu"
        ),
    ),
    exact=Place("CM/ECF login", "ecf:login", ("{court}",)),
)


def reset(coming_or_here: str) -> Ladder:
    link = f"[NextGen is {coming_or_here}: what e-filers must do]"
    return Ladder(
        title="Reset your CM/ECF password",
        goal="You know a CM/ECF password that works. The link page will ask for it.",
        start=COURT_SITE,
        where=Instruction(
            "Start at the court's web site, {site}. Its page about NextGen, "
            + link
            + ", has a link"
            " to reset your password.",
            "site:home",
        ),
        clicks=(
            Instruction("On the court's web site, select " + link + ".", "site:home"),
            Instruction(
                "Find [Know your current ECF Login and Password.] and click [here] after it.",
                "site:nextgen",
            ),
            Instruction("Enter your CM/ECF login and select [Submit].", "ecf:lost_password"),
            Instruction("Open your [Mailbox] and follow the link in the e-mail.", "training:home"),
        ),
        exact=Place("ECF Password Changes", "ecf:lost_password", ("{court}",)),
    )


READ_MAIL = Ladder(
    title="Set a new CM/ECF password",
    goal="You know a CM/ECF password that works.",
    start=MAILBOX,
    where=Instruction(
        "The court e-mailed you a link. In a rehearsal, all e-mail arrives in the [Mailbox].",
        "training:home",
    ),
    clicks=(
        Instruction("Select [Mailbox] at the top of any page.", "training:home"),
        Instruction("Open the newest e-mail from the court, and follow its link."),
        Instruction("Type the new password twice, and select Submit."),
    ),
    exact=MAILBOX,
    is_tool=True,
)
CALL_COURT = Ladder(
    title="Find out who can fix this",
    goal="You know which desk can fix it, and what to have ready when you call.",
    start=CALL,
    where=Instruction(
        "The page [Who do I call?] names one desk for each problem.", "training:home"
    ),
    clicks=(
        Instruction("Select [Who do I call?] at the top of any page.", "training:home"),
        Instruction(
            "Find your problem below [I can't log in to CM/ECF] or [Something is wrong with the"
            " link].",
            "rehearsals:who_to_call",
        ),
        Instruction("Call that desk. Have ready what the page names, never your password."),
    ),
    exact=CALL,
)
LINK = Ladder(
    title="Link your PACER account to your CM/ECF account",
    goal="Your CM/ECF menu shows {menus} when you log in with your PACER account.",
    start=COURT_SITE,
    where=Instruction(
        "Start at the court's web site, {site}. Log in through the button"
        " [CM/ECF Electronic Case Filing System]. The link is one of the Utilities.",
        "site:home",
    ),
    clicks=(
        FIND_CMECF,
        FIND_LOGIN_PAGE,
        LOG_IN_AT_CSO,
        Instruction("Select [Utilities] in the menu bar.", "ecf:menu"),
        Instruction("Select [Link a CM/ECF account to my PACER account].", "ecf:menu"),
        Instruction(
            "Enter your old login in [CM/ECF login:] and its password in [CM/ECF password:]. Select"
            " [Submit].",
            "link:form",
        ),
        Instruction(
            "Check below [Do you want to link these accounts?] that both names are yours. If they"
            " are, select [Submit].",
            "link:confirm",
        ),
    ),
    also=(
        Instruction("Or start at the PACER site: select [Case Search Sign In].", "pacer:home"),
        Instruction(
            "After you log in, select [{court} - Document Filing System].", "chooser:courts"
        ),
    ),
    exact=Place("Link", "link:form", ("{court}",)),
)
MOVE_CLOCK = Ladder(
    title="Wait for NextGen to open",
    goal="The court clock shows {opening}, or later.",
    start=Place("Change the court time", "rehearsals:clock"),
    where=Instruction(
        "In real life you wait. In a rehearsal, use [Change the time] at the bottom of any page.",
        "training:home",
    ),
    clicks=(
        Instruction("Select [Change the time] at the bottom of any page.", "training:home"),
        Instruction("Choose the moment [Go-live].", "rehearsals:clock"),
    ),
    exact=Place("Clock", "rehearsals:clock"),
    is_tool=True,
)
FILE = Ladder(
    title="You're ready to e-file",
    goal="Your CM/ECF menu shows Civil and Criminal.",
    start=COURT_SITE,
    where=Instruction(
        "Start at the court's web site, {site}. Log in through the button"
        " [CM/ECF Electronic Case Filing System], with your PACER account.",
        "site:home",
    ),
    clicks=(
        FIND_CMECF,
        FIND_LOGIN_PAGE,
        LOG_IN_AT_CSO,
        Instruction("Your menu bar has [Civil] and [Criminal].", "ecf:menu"),
    ),
    exact=Place("CM/ECF", "ecf:entry", ("{court}",)),
)
