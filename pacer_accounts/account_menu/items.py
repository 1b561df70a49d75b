"""The tabs of Manage My Account and the items on each. Labels are the Service Center's own."""

from dataclasses import dataclass

from pacer_accounts.choices import CaseSearchStatus


@dataclass(frozen=True)
class Item:
    """An item on a tab.

    `url_name`: its page in this app, or "". `page`: the role of its page in a higher app, or "".
    `for_paa`: whether a PACER Administrative Account has it; `for_people`: whether others have it.
    `era`, `status`: the only era and Case Search Status it is for; "" for all.
    """

    label: str
    note: str
    url_name: str = ""
    page: str = ""
    for_people: bool = True
    for_paa: bool = False
    era: str = ""
    status: str = ""


@dataclass(frozen=True)
class Tab:
    label: str
    url_name: str
    items: tuple[Item, ...] = ()
    for_people: bool = True
    for_paa: bool = True


SETTINGS = Tab(
    "Settings",
    "account:landing",
    (
        Item(
            "Change Username",
            "Change the name you log in with. Your old username stops working.",
            page="change_username",
            for_paa=True,
        ),
        Item(
            "Change Password",
            "Logs you out of every other browser.",
            page="change_password",
            for_paa=True,
        ),
        Item(
            "Set Security Information",
            "Questions we ask if you forget your username or password.",
            page="security_information",
            for_paa=True,
        ),
        Item(
            "Update PACER Billing Email",
            "Where the Service Center sends e-mail and billing notices.",
            "account:billing_email",
            for_paa=True,
        ),
        Item(
            "Set PACER Billing Preferences",
            "Receipts, and whether searches need a client code.",
            "account:billing_preferences",
            for_paa=True,
        ),
        Item(
            "Remove Your PACER Account from a PAA",
            "Use this if a firm's billing account pays for you and should stop.",
            "account:leave_paa",
        ),
        Item(
            "Activate Case Search Privileges",
            "Enter the code from your letter, or add a card.",
            "account:activate_search",
            status=CaseSearchStatus.NOT_ACTIVATED,
        ),
        Item(
            "Manage My Sign-Ons",
            "See where you are logged in, and log out other browsers.",
            page="sign_ons",
            for_paa=True,
        ),
        Item(
            "Manage MFA Settings",
            "Authenticator apps for one-time passcodes, and backup codes.",
            page="mfa",
            for_paa=True,
            era="2025",
        ),
    ),
)

MAINTENANCE = Tab(
    "Maintenance",
    "account:maintenance",
    (
        Item(
            "Update Personal Information",
            "Your name and user type. Each court must accept a new name.",
            page="update_personal",
        ),
        Item(
            "Update Address Information",
            "Changes at PACER right away. The courts you choose must accept it.",
            page="update_address",
        ),
        Item(
            "Update E-Filer Email Noticing and Frequency",
            "Where and how each court sends notices of electronic filing.",
            page="update_delivery",
        ),
        Item(
            "Attorney Admissions / E-File Registration",
            "For attorneys who are new to a court. If you e-filed there before its move, link instead.",
            page="register_to_efile",
        ),
        Item(
            "Non-Attorney E-File Registration",
            "For parties with the court's permission, trustees, filing agents and others.",
            page="register_non_attorney",
        ),
        Item(
            "Display Registered Courts",
            "The courts where you can file, and since when.",
            page="registered_courts",
        ),
        Item(
            "E-File Registration/Maintenance History",
            "Your requests to courts, and their status.",
            page="efile_history",
        ),
        Item(
            "Check E-File Status",
            "For each court: whether you can file, and what to do if you can't.",
            page="efile_status",
        ),
    ),
)

PAYMENTS = Tab(
    "Payments",
    "account:payments",
    (
        Item(
            "Manage My Stored Payment Information",
            "Store up to three cards, and choose what each pays for.",
            "account:stored_payment",
            for_paa=True,
        ),
        Item(
            "Make One-Time PACER Fee Payment",
            "Pay all or part of your account balance.",
            "account:one_time_payment",
            for_paa=True,
        ),
    ),
)

USAGE = Tab(
    "Usage",
    "account:usage",
    (
        Item(
            "View Quarterly Invoice/Statement of Account",
            "A quarter's charges, waived fees and payments.",
            "account:statement",
            for_paa=True,
        ),
        Item(
            "View Detailed Transactions",
            "Each transaction by date, client code or court. You can download a CSV file.",
            "account:transactions",
            for_paa=True,
        ),
    ),
)

PAA_MAINTENANCE = Tab(
    "PAA Maintenance",
    "account:paa_members",
    (
        Item(
            "Add Existing PACER Account to My PAA",
            "Invite an account holder to let this PAA pay.",
            "account:paa_add",
            for_paa=True,
        ),
        Item(
            "Remove PACER Account(s) from My PAA",
            "Stop paying for accounts, or withdraw invitations.",
            "account:paa_remove",
            for_paa=True,
        ),
    ),
    for_people=False,
)

TABS = (SETTINGS, MAINTENANCE, PAYMENTS, USAGE, PAA_MAINTENANCE)
