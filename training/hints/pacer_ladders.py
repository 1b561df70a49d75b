"""Hints for what is done at PACER. Official labels are in [brackets]; a test finds each on its page."""

from training.hints.ladder import Instruction, Ladder, Place

PACER_SITE = Place("Open the PACER site", "pacer:home")
FIND_REGISTER = Instruction("On the PACER site, select [REGISTER] in the main menu.", "pacer:home")
FIND_ACCOUNT = Instruction("On the PACER site, select [Manage My Account].", "pacer:home")
LOG_IN_AT_PACER = Instruction(
    "Enter your PACER username and password, and select [Login].", "psc:login"
)
CREATE_ACCOUNT = Instruction(
    "Continue to the last page and select [Submit]. No account exists before that.",
    "account:register_step",
)
REGISTER = Ladder(
    title="Register for your own PACER account",
    goal="You get a seven-digit account number of your own.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. The main menu has the entry [REGISTER].", "pacer:home"
    ),
    clicks=(
        FIND_REGISTER,
        Instruction(
            "Select your filer type on the left: [Attorney Filers] if you are an attorney who is new"
            " to e-filing, otherwise [PACER - Case Search Only].",
            "pacer:register",
        ),
        Instruction("Select [Register Now] below it.", "pacer:register_kind"),
        Instruction(
            "Fill in [Account Information]. As [User Type], choose [ATTORNEY] if you are an"
            " attorney. Select [Next].",
            "account:register_step",
        ),
        CREATE_ACCOUNT,
    ),
    exact=Place("Register", "pacer:register"),
)
OPEN_BILLING = Ladder(
    title="Open a billing account for your office",
    goal="Your office has an account that only pays. Each attorney keeps an account of their own.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. The page [REGISTER] has a kind of account for firms.", "pacer:home"
    ),
    clicks=(
        FIND_REGISTER,
        Instruction("Select [Firm Billing] on the left.", "pacer:register"),
        Instruction("Select [Register Now] below it.", "pacer:register_kind"),
        CREATE_ACCOUNT,
    ),
    exact=Place("Firm Billing", "pacer:register_kind", ("firm-billing",)),
)
ADD_ACCOUNTS = Ladder(
    title="Add the attorneys' accounts to the billing account",
    goal="Each attorney in your office gets an invitation, and accepts it.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. [Manage My Account] has a tab for billing accounts only.",
        "pacer:home",
    ),
    clicks=(
        FIND_ACCOUNT,
        Instruction(
            "Enter the username and password of the billing account, and select [Login].",
            "psc:login",
        ),
        Instruction(
            "Select the tab [PAA Maintenance], then [Add Existing PACER Account to My PAA].",
            "account:paa_members",
        ),
    ),
    exact=Place("PAA Maintenance", "account:paa_members"),
)
RECOVER = Ladder(
    title="Recover your PACER username and password",
    goal="You can log in to Manage My Account again.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. The login page of [Manage My Account] has links for a forgotten"
        " username or password.",
        "pacer:home",
    ),
    clicks=(
        FIND_ACCOUNT,
        Instruction(
            "Select [Forgot Username?] below the login form. The answers are in your recovery"
            " details.",
            "psc:login",
        ),
        Instruction("Read the e-mail in your [Mailbox].", "training:home"),
        Instruction(
            "Go back to the login page and select [Forgot Your Password?]. Follow the link in the"
            " next e-mail.",
            "psc:login",
        ),
    ),
    exact=Place("Forgot Username?", "psc:forgot_username"),
)
UPGRADE = Ladder(
    title="Upgrade your PACER account",
    goal="Manage My Account shows the account type Upgraded PACER Account.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. The upgrade is in [Manage My Account].", "pacer:home"
    ),
    clicks=(
        FIND_ACCOUNT,
        LOG_IN_AT_PACER,
        Instruction("Beside [Account Type], select [Upgrade].", "account:landing"),
        Instruction("Fill in the first two tabs. Select [Next] on each.", "account:upgrade_step"),
        Instruction(
            "Fill in the tab [Security]. Select [Submit]. Nothing is saved before that.",
            "account:upgrade_step",
        ),
    ),
    exact=Place("Upgrade", "account:upgrade"),
)
ASK = Ladder(
    title="Register to e-file",
    goal="The court has your request for permission to e-file.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. Requests to courts are in [Manage My Account].", "pacer:home"
    ),
    clicks=(
        FIND_ACCOUNT,
        LOG_IN_AT_PACER,
        Instruction("Select the tab [Maintenance].", "account:landing"),
        Instruction("Select [Attorney Admissions / E-File Registration].", "account:maintenance"),
        Instruction("Choose the court {court}, and answer each page up to the last button."),
    ),
    exact=Place("E-File Registration", "efile:register"),
)
SEE_REQUEST = Ladder(
    title="See the status of your request",
    goal="You know what the court decided, or what it still needs from you.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. [Manage My Account] has the history of your requests.",
        "pacer:home",
    ),
    clicks=(
        FIND_ACCOUNT,
        LOG_IN_AT_PACER,
        Instruction("Select the tab [Maintenance].", "account:landing"),
        Instruction("Select [E-File Registration/Maintenance History].", "account:maintenance"),
    ),
    exact=Place("History", "efile:history"),
)
NOTHING = Ladder(
    title="You have nothing left to do",
    goal="You can search cases with a PACER account, before the move and after it.",
    start=PACER_SITE,
    where=Instruction(
        "Start at www.pacer.gov. To search, use [Case Search Sign In].", "pacer:home"
    ),
    clicks=(
        Instruction("On the PACER site, select [Case Search Sign In].", "pacer:home"),
        Instruction("Enter your PACER username and password. Select [Login].", "cso:login"),
        Instruction("Select a court. Its menu has [Query].", "ecf:menu"),
    ),
    exact=Place("Case Search Sign In", "cso:login"),
)
