"""What stands on each tab of Manage My Account, as data. Labels are the Service Center's own."""

from dataclasses import dataclass

from pacer_accounts.choices import CaseSearchStatus


@dataclass(frozen=True)
class Item:
    """A line of a tab. `name`: its URL name. PAA: a billing account.

    `era`, `status`: the only era and Case Search Status that it is for; "" for all.
    """

    label: str
    name: str
    note: str = ""
    for_people: bool = True
    for_paa: bool = False
    era: str = ""
    status: str = ""


@dataclass(frozen=True)
class Tab:
    label: str
    name: str
    items: tuple[Item, ...] = ()
    for_people: bool = True
    for_paa: bool = True


SETTINGS = Tab(
    "Settings",
    "account:landing",
    (
        Item(
            "Change Username",
            "psc:change_username",
            "The name you log in with; the old one stops working.",
            for_paa=True,
        ),
        Item(
            "Change Password",
            "psc:change_password",
            "Logs out every other browser.",
            for_paa=True,
        ),
        Item(
            "Set Security Information",
            "psc:security_information",
            "The questions asked when you forgot your username or password.",
            for_paa=True,
        ),
        Item(
            "Update PACER Billing Email",
            "account:billing_email",
            "Where letters and billing notices of the Service Center go.",
            for_paa=True,
        ),
        Item(
            "Set PACER Billing Preferences",
            "account:billing_preferences",
            "Receipts, and whether searches need a client code.",
            for_paa=True,
        ),
        Item(
            "Remove Your PACER Account from a PAA",
            "account:leave_paa",
            "When a firm's billing account pays for you and should no longer.",
        ),
        Item(
            "Activate Case Search Privileges",
            "account:activate_search",
            "Enter the code of the letter, or add a card.",
            status=CaseSearchStatus.NOT_ACTIVATED,
        ),
        Item(
            "Manage My Sign-Ons",
            "psc:sign_ons",
            "Where you are logged in, and how to end it elsewhere.",
            for_paa=True,
        ),
        Item(
            "Manage MFA Settings",
            "psc:mfa",
            "Apps for one-time passcodes, and backup codes.",
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
            "efile:personal",
            "Your name and user type; courts must accept a new name.",
        ),
        Item(
            "Update Address Information",
            "efile:address",
            "At PACER at once; the courts you choose must accept it.",
        ),
        Item(
            "Update E-Filer Email Noticing and Frequency",
            "efile:delivery",
            "Where and how each court sends notices of electronic filing.",
        ),
        Item(
            "Attorney Admissions / E-File Registration",
            "efile:register",
            "For attorneys who are new to a court. Who e-filed there before its move links instead.",
        ),
        Item(
            "Non-Attorney E-File Registration",
            "efile:register_non_attorney",
            "For parties with the court's permission, trustees, filing agents and others.",
        ),
        Item(
            "Display Registered Courts",
            "efile:registered_courts",
            "Where you may file, and since when.",
        ),
        Item(
            "E-File Registration/Maintenance History",
            "efile:history",
            "What you asked of courts, and what became of it.",
        ),
        Item(
            "Check E-File Status",
            "efile:status",
            "Court by court: whether you may file, and what to do if not.",
        ),
    ),
)

PAYMENTS = Tab(
    "Payments",
    "account:payments",
    (
        Item(
            "Manage My Stored Payment Information",
            "account:stored_payment",
            "Up to three cards, and what each may be charged for.",
            for_paa=True,
        ),
        Item(
            "Make One-Time PACER Fee Payment",
            "account:one_time_payment",
            "Pay the account balance, or a part of it.",
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
            "account:statement",
            "What a quarter cost, what was waived and what was paid.",
            for_paa=True,
        ),
        Item(
            "View Detailed Transactions",
            "account:transactions",
            "Line by line, by date, client code or court; also as CSV.",
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
            "account:paa_add",
            "Ask the holder of an account to let this PAA pay for it.",
            for_paa=True,
        ),
        Item(
            "Remove PACER Account(s) from My PAA",
            "account:paa_remove",
            "Stop paying for accounts, or take invitations back.",
            for_paa=True,
        ),
    ),
    for_people=False,
)

TABS = (SETTINGS, MAINTENANCE, PAYMENTS, USAGE, PAA_MAINTENANCE)
"""The four tabs of Manage My Account, and the fifth of a PAA. Settings opens first: the landing."""
