"""The labels on screens in PACER's and courts' own hand-outs, for what is built here.

Screens whose wording no public source has aren't listed.
"""

from tests.support import (
    data_updates,
    efile_requests,
    link_steps,
    payment_pages,
    registration_pages,
    upgrade_pages,
)
from tests.support.cast import JOHN, MAX, MIRIAM, NOEL, RUTH, TERESA
from tests.support.login_pages import CSO, log_in
from tests.support.moments import LIVE
from tests.support.screens import Screen
from tests.support.second_factor import SECOND, backup_codes, enroll, give

UTILITIES = "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities"
ACCOUNT = "/psc/account/"
SETTINGS = f"{ACCOUNT}settings/"
QUERY = "/ecf/nmd/cgi-bin/iquery.pl"


def link(visitor) -> None:
    link_steps.prove(visitor, JOHN)
    link_steps.submit(visitor)


def as_paa(visitor) -> None:
    payment_pages.enter(visitor, payment_pages.make_paa(visitor.rehearsal))


def paa_with_a_member(visitor) -> None:
    paa = payment_pages.make_paa(visitor.rehearsal)
    payment_pages.add_membership(paa, payment_pages.make_person(visitor.rehearsal))
    payment_pages.enter(visitor, paa)


def with_facts(**facts):
    """Change John's account, log in, and follow to the next page."""

    def prepare(visitor):
        visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(**facts)
        return visitor.get(log_in(visitor, JOHN).url)

    return prepare


def type_at_login(**typed):
    return lambda visitor: log_in(visitor, JOHN, **typed)


def disabled(visitor):
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(is_disabled=True)
    return log_in(visitor, JOHN)


def query_without_code(visitor) -> None:
    visitor.rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(
        requires_client_code=True
    )
    log_in(visitor, JOHN)


def log_in_again(visitor):
    """The next login of a filer who has linked."""
    link_steps.link(visitor, JOHN)
    visitor.post("/cso/logout/")
    log_in(visitor, JOHN)
    return visitor.get(UTILITIES, follow=True)


def to_tab(step: str):
    """Fill in the upgrade up to this tab."""

    def prepare(visitor) -> None:
        tabs = list(upgrade_pages.TABS)
        upgrade_pages.fill(visitor, *tabs[: tabs.index(step)])

    return prepare


def to_page(page: str):
    return lambda visitor: registration_pages.fill(visitor, until=page)


def upgraded(visitor):
    return visitor.get(upgrade_pages.upgrade(visitor).url, follow=True)


def ask_until(step: str):
    """Fill in an e-file registration up to `step`, as Ruth, who has no CM/ECF account."""
    pages = {
        "application": {},
        "filer-information": {"application": "pro_hac_vice"},
        "delivery": efile_requests.FILER,
        "payment": efile_requests.DELIVERY,
        "terms": {},
    }

    def prepare(visitor):
        page = efile_requests.send(visitor, "court", {"court": "nmd"}, "continue")
        case = {"recent_case": "1:20-cv-90001-TRN-SIM"}
        before = "application"
        for key, typed in pages.items():
            if key != "application":
                page = efile_requests.send(
                    visitor, before, typed | (case if "bar_state" in typed else {})
                )
            before = key
            if key == step:
                return page
        return page

    return prepare


def ask(visitor) -> None:
    efile_requests.fill_in(visitor)
    efile_requests.send(visitor, "terms", efile_requests.TERMS)


def linked_teresa(visitor) -> None:
    data_updates.linked(visitor.rehearsal)
    log_in(visitor, TERESA)


def wrong_passcode(visitor):
    enroll(visitor.rehearsal, MAX)
    log_in(visitor, MAX)
    return give(visitor, "000000")


def enrolled(visitor) -> None:
    enroll(visitor.rehearsal, JOHN)
    codes = backup_codes(visitor.rehearsal, JOHN)
    log_in(visitor, JOHN)
    give(visitor, codes[0])


def skip_update(visitor) -> None:
    """John skips User Update Required and opens his account."""
    log_in(visitor, JOHN)
    visitor.post("/cso/update-required/", {"frmUserUpdate:bpmSkip": "Skip"})


MANAGE = (
    Screen("mma-settings", ACCOUNT, (
        "Settings Maintenance Payments Usage", "Change Username", "Change Password",
        "Set Security Information", "Update PACER Billing Email", "Set PACER Billing Preferences",
        "Remove Your PACER Account from a PAA",
    ), who=JOHN, in_order=True),
    Screen("mma-maintenance", f"{ACCOUNT}maintenance/", (
        "Update Personal Information", "Update Address Information",
        "Update E-Filer Email Noticing and Frequency",
        "Attorney Admissions / E-File Registration", "Non-Attorney E-File Registration",
        "Display Registered Courts", "E-File Registration/Maintenance History",
        "Check E-File Status",
    ), who=JOHN, in_order=True),
    Screen("mma-payments", f"{ACCOUNT}payments/", (
        "Manage My Stored Payment Information", "Make One-Time PACER Fee Payment",
    ), who=JOHN, in_order=True),
    Screen("mma-usage", f"{ACCOUNT}usage/", (
        "View Quarterly Invoice/Statement of Account", "View Detailed Transactions",
    ), who=JOHN, in_order=True),
    Screen("billing-email", f"{SETTINGS}billing-email/", (
        "Update PACER Billing Email", "Email *", "Confirm Email *", "Billing Notice Emails",
        "Submit Close",
    ), who=JOHN, in_order=True),
    Screen("transactions", f"{ACCOUNT}usage/transactions/", ("Client Code",), who=MIRIAM),
    Screen("mma-not-activated", ACCOUNT, (
        "Case Search Status Not Activated", "Activate Case Search Privileges",
    ), prepare=lambda visitor: with_facts(case_search_status="not_activated")(visitor) and None),
    Screen("mma-2025", ACCOUNT, ("Multifactor Auth Enroll", "Manage MFA Settings"), era="2025",
           prepare=skip_update),
    Screen("paa", ACCOUNT, (
        "Welcome, Administrator Fern Logout", "Account Status Active",
        "Settings Maintenance Payments Usage PAA Maintenance",
    ), prepare=as_paa, in_order=True),
    Screen("paa-maintenance", payment_pages.PAA, (
        "Add Existing PACER Account to My PAA", "Remove PACER Account(s) from My PAA",
    ), prepare=as_paa, in_order=True),
    Screen("paa-add", payment_pages.ADD, (
        "Add Existing PACER Account to My PAA", "Account Number *", "Last Name *", "Remark",
        "Submit",
    ), prepare=as_paa, in_order=True),
    Screen("paa-remove", payment_pages.REMOVE, (
        "Remove PACER Account(s) from My PAA", "Remark", "Submit",
    ), prepare=paa_with_a_member),
)  # fmt: skip

UPGRADE = (
    Screen("upgrade-person", upgrade_pages.path_of("person"), (
        "1 of 3 Person", "Prefix", "First Name *", "Middle Name", "Last Name *", "Generation",
        "Suffix", "Date of Birth *", "User Type *", "Next Reset Cancel",
    ), who=NOEL, in_order=True),
    Screen("upgrade-address", upgrade_pages.path_of("address"), (
        "2 of 3 Address", "Firm/Office", "Unit/Department", "Address *", "Room/Suite", "City *",
        "State *", "County *", "Zip/Postal Code *", "Country *", "Primary Phone *",
        "Alternate Phone", "Text Phone", "Fax Number", "Email *", "Next Back Reset Cancel",
    ), who=NOEL, prepare=to_tab("address"), in_order=True),
    Screen("upgrade-security", upgrade_pages.path_of("security"), (
        "3 of 3 Security", "Username *", "Password *", "Confirm Password *",
        "Security Question 1 *", "Security Answer 1 *", "Security Question 2 *",
        "Security Answer 2 *", "Submit Back Reset Cancel",
    ), who=NOEL, prepare=to_tab("security"), in_order=True),
    Screen("upgrade-complete", "", (
        "Upgrade Complete", "Account Number 7030833", "Upgraded PACER Account",
    ), who=NOEL, prepare=upgraded),
)  # fmt: skip

REGISTRATION = (
    Screen("register-page-1", registration_pages.FIRST, (
        "Prefix", "First Name *", "Middle Name", "Last Name *", "Generation", "Suffix",
        "Date of Birth *", "Firm/Office", "Unit/Department", "Address *", "Room/Suite", "City *",
        "State *", "Zip/Postal Code *", "Country *", "Primary Phone *",
        "Alternate Phone", "Text Phone", "Fax Number", "Email *", "Confirm Email *", "User Type *",
        "CJA Attorney Panel", "User Verification *", "Next Reset Cancel",
    ), in_order=True),
    Screen("register-page-2", registration_pages.SECOND, (
        "Username *", "Password *", "Confirm Password *", "Next Back Reset Cancel",
    ), prepare=to_page(registration_pages.SECOND), in_order=True),
    Screen("register-page-3", registration_pages.THIRD, (
        "Card Number", "Name on Card", "7 to 10 business days", "Next Back Reset Cancel",
    ), prepare=to_page(registration_pages.THIRD)),
    Screen("register-page-4", registration_pages.FOURTH, ("Submit Back Reset Cancel",),
           prepare=to_page(registration_pages.FOURTH)),
    Screen("register-done", registration_pages.DONE, ("Account Number", "Not Activated"),
           prepare=registration_pages.register),
    Screen("register-wizard", "/psc/register-wizard/", ("Registration Wizard",)),
    *(
        Screen(f"kind-{slug}", f"/psc/register/account-information/?kind={slug}", (title,))
        for slug, title in (
            ("attorney-filers", "ATTORNEY FILERS REGISTRATION"),
            ("non-attorney-filers", "NON-ATTORNEY FILERS REGISTRATION"),
            ("firm-billing", "FIRM BILLING REGISTRATION"),
        )
    ),
    Screen("court-links", "/pacer/court-links/", ("NextGen CM/ECF", "CurrentGen", "Help desk")),
)  # fmt: skip

LOGIN = (
    Screen("cso-wrong", CSO, ("Invalid username or password",), prepare=type_at_login(password="x")),
    Screen("cso-disabled", CSO, ("Your PACER account has been disabled",), prepare=disabled),
    Screen("cso-inactive", CSO, ("PACER User Inactive", "Continue"),
           prepare=with_facts(case_search_status="inactive")),
    Screen("cso-not-activated", CSO, ("PACER User Not Activated", "7 to 10 business days",
           "Continue"), prepare=with_facts(case_search_status="not_activated")),
    Screen("cso-code-missing", CSO, ("A required Client Code was not entered", "Continue"),
           prepare=with_facts(requires_client_code=True)),
    Screen("query-without-code", QUERY, ("A Client Code is required for PACER search",), at=LIVE,
           prepare=query_without_code),
    Screen("redaction", UTILITIES, (
        "Redaction Agreement", "IMPORTANT NOTICE OF REDACTION RESPONSIBILITY",
        "Fed. R. App. P. 25(a)(5)", "Civ. P. 5.2", "Crim. P. 49.1", "Bankr. P. 9037", "Continue",
    ), at=LIVE, prepare=log_in_again, in_order=True),
    Screen("mfa-wrong", SECOND, (
        "Invalid username, password, or one-time passcode.",
    ), era="2025", prepare=wrong_passcode),
    Screen("mfa-update", "/cso/update-required/", ("User Update Required", "Skip"), who=JOHN,
           era="2025"),
    Screen("mfa-settings", f"{ACCOUNT}mfa/", (
        "Manage MFA Settings", "Add App", "Backup codes", "Get New Codes",
    ), era="2025", prepare=enrolled, in_order=True),
)  # fmt: skip

CMECF = (
    Screen("menu-of-a-reader", UTILITIES, (
        "Query Reports Utilities Help Log Out", "Your Account",
        "Link a CM/ECF account to my PACER account", "Your PACER Account", "Change Client Code",
    ), who=JOHN, at=LIVE, in_order=True),
    Screen("menu-of-a-filer", UTILITIES, (
        "Civil Criminal Query Reports Utilities Search Help Log Out", "Your Account",
        "Maintain Your E-mail", "View Your Transaction Log", "Your PACER Account",
        "Change Client Code", "Manage My Account", "Review Billing History", "Show PACER Account",
        "Miscellaneous", "Internet Payment History",
    ), who=JOHN, at=LIVE, prepare=link, in_order=True),
)  # fmt: skip

E_FILE = (
    Screen("efile-court", f"{efile_requests.BASE}court/", (
        "Attorney Admissions / E-File Registration", "In what court do you want to practice?",
        "Court *", "U.S. District Courts New Mexico District Court - NextGen", "Next",
    ), who=RUTH, at=LIVE),
    Screen("efile-application", "", (
        "What would you like to apply/register for?", "Attorney Admissions and E-File",
        "E-File Registration Only", "Pro Hac Vice", "Federal Attorney",
    ), who=RUTH, at=LIVE, prepare=ask_until("application"), in_order=True),
    Screen("efile-filer", "", (
        "Attorney Bar Information", "Filer Information", "Role in Court *", "Title",
        "Additional Filer Information", "Already Admitted at Court", "Court Bar ID",
        "Other Names Used", "Most Recent Case",
    ), who=RUTH, at=LIVE, prepare=ask_until("filer-information"), in_order=True),
    Screen("efile-delivery", "", (
        "Delivery Method and Formatting", "Email Frequency *", "Email Format *", "HTML", "Text",
    ), who=RUTH, at=LIVE, prepare=ask_until("delivery")),
    Screen("efile-payment", "", ("Payment Information",), who=RUTH, at=LIVE,
           prepare=ask_until("payment")),
    Screen("efile-terms", "", (
        "E-Filing Terms of Use", "Document Upload", "Submit",
    ), who=RUTH, at=LIVE, prepare=ask_until("terms")),
    Screen("efile-history", f"{ACCOUNT}maintenance/history/", (
        "E-File Registration/Maintenance History", "Status", "Submitted",
    ), who=RUTH, at=LIVE, prepare=ask, in_order=True),
    Screen("efile-courts", f"{ACCOUNT}maintenance/registered-courts/", (
        "Display Registered Courts", "Role in Court", "Tenth Circuit Court of Appeals",
    ), who=MIRIAM, at=LIVE, in_order=True),
    Screen("efile-status", f"{ACCOUNT}maintenance/status/", ("Check E-File Status",), who=JOHN),
)  # fmt: skip

UPDATES = (
    Screen("update-personal", data_updates.PERSONAL, (
        "Update Personal Information", "First Name *", "Last Name *", "Date of Birth",
        "User Type *", "Submit",
    ), at=LIVE, prepare=linked_teresa),
    Screen("update-address", data_updates.ADDRESS, (
        "Update Address Information", "Address *", "County *", "Reason for Update",
        "All Cases Open Cases Closed Cases None", "Submit",
    ), at=LIVE, prepare=linked_teresa, in_order=True),
    Screen("update-delivery", data_updates.DELIVERY, (
        "Update E-Filer Email Noticing and Frequency", "Email Frequency, District of New Mexico *",
        "At The Time of Filing (One Email Per Filing)", "Once Per Day (Daily Summary)",
        "Email Format, District of New Mexico *", "HTML Text", "Submit",
    ), at=LIVE, prepare=linked_teresa, in_order=True),
)  # fmt: skip

HAND_OUTS = MANAGE + UPGRADE + REGISTRATION + LOGIN + CMECF + E_FILE + UPDATES
