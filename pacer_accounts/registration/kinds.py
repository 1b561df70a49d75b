"""The five kinds of registration in the left panel of REGISTER (seed, Step 1), in our words."""

from dataclasses import dataclass

from rehearsals.refusals import Desk


@dataclass(frozen=True)
class Kind:
    """`can_register`: whether "Register Now" leads to the form of an individual account."""

    slug: str
    label: str
    in_short: str
    for_whom: str
    gives: tuple[str, ...]
    what_next: str
    desk: Desk
    can_register: bool = False


KINDS = (
    Kind(
        slug="pacer-case-search-only",
        label="PACER - Case Search Only",
        in_short="Your own individual account. Right for you if you e-file already.",
        for_whom=(
            "For everybody who wants to look up cases, and for attorneys who already e-file: an"
            " existing e-filer needs just this account and later links it to the CM/ECF account."
        ),
        gives=(
            "An individual account, upgraded from the start, good for every NextGen court.",
            "Searching, at once with a card or after a letter of 7 to 10 business days.",
            "No right to file by itself: that comes from the link, or from the court.",
        ),
        what_next=(
            "If your office shares one PACER account, register here for an account of your own."
            " The shared one can stay for research; it must not be linked."
        ),
        desk=Desk.PSC,
        can_register=True,
    ),
    Kind(
        slug="attorney-filers",
        label="Attorney Filers",
        in_short="Attorneys who file. It starts with the same individual account.",
        for_whom=(
            "For attorneys who want to file electronically. Existing e-filers and new ones begin"
            " alike: with an individual PACER account and the User Type ATTORNEY."
        ),
        gives=(
            "The same individual account as PACER - Case Search Only.",
            "If you e-file in the court already: nothing more to ask for, link after its go-live.",
            "If you are new to the court: the account first, then the court's leave to e-file.",
        ),
        what_next=(
            "Do not ask a court for e-filing rights that you already have. A second request only"
            " makes a second record of you; your way is the link."
        ),
        desk=Desk.PSC,
        can_register=True,
    ),
    Kind(
        slug="non-attorney-filers",
        label="Non-Attorney Filers",
        in_short="Parties without a lawyer, trustees, filing agents, creditors.",
        for_whom=(
            "For people who file without being attorneys: a party with the court's permission, a"
            " trustee, a filing agent, a creditor, a court reporter."
        ),
        gives=(
            "What each may file is decided by the court, role by role.",
            "If the court lets you e-file already, you need an individual PACER account to link:"
            " register under PACER - Case Search Only, and choose the User Type that is true.",
        ),
        what_next="New to e-filing? Ask the court first whether it grants your role, and how.",
        desk=Desk.COURT,
    ),
    Kind(
        slug="district-bankruptcy-filers-legacy",
        label="District/Bankruptcy Filers (Legacy)",
        in_short="E-filing accounts of courts that have not moved to NextGen.",
        for_whom=(
            "For filers in district and bankruptcy courts that still run CurrentGen CM/ECF. There"
            " the court itself gives you a CM/ECF login and password."
        ),
        gives=(
            "An account of that court alone, apart from PACER.",
            "After the court's move it is good for one thing: to be linked to your PACER account.",
        ),
        what_next=(
            "Court Links shows which court has moved and which has not. Ask the court where you"
            " want to file; the Service Center cannot make or reset a CM/ECF login."
        ),
        desk=Desk.COURT,
    ),
    Kind(
        slug="firm-billing",
        label="Firm Billing",
        in_short="One bill for the accounts of an office.",
        for_whom=(
            "For a firm or agency that pays the fees of many PACER accounts on one bill, with a"
            " PACER Administrative Account (PAA)."
        ),
        gives=(
            "One bill for the individual accounts that the office adds to it.",
            "No searching and no filing: a PAA only pays, and cannot be linked.",
            "Each attorney still needs an individual account.",
        ),
        what_next="The Service Center opens a PAA with your office's billing contact.",
        desk=Desk.PSC,
    ),
)


def find(slug: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.slug == slug), None)
