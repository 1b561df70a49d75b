"""The five kinds of registration in the left panel of REGISTER (seed, Step 1), in our words."""

from dataclasses import dataclass

from pacer_accounts.choices import HolderKind
from rehearsals.help.refusals import Desk


@dataclass(frozen=True)
class Kind:
    """`can_register`: whether "Register Now" leads to a form. `opens`: whose account that makes.

    `asks_role`: whether the form asks in which role one files. `continues`: the name of the page
    where registering goes on afterwards, on a floor above this one, or "".
    """

    slug: str
    label: str
    in_short: str
    for_whom: str
    gives: tuple[str, ...]
    what_next: str
    desk: Desk
    can_register: bool = True
    opens: HolderKind = HolderKind.INDIVIDUAL
    asks_role: bool = False
    continues: str = ""

    @property
    def title(self) -> str:
        """Above each page of the form: "PACER - CASE SEARCH ONLY REGISTRATION" (seed, Step 1)."""
        return f"{self.label.upper()} REGISTRATION"

    @property
    def is_billing(self) -> bool:
        return self.opens is HolderKind.PAA


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
            "If you e-file in this court already: link instead, do not register for e-filing.",
            "If you are new to the court: the account first, then the court's leave to e-file.",
        ),
        what_next=(
            "After the account, Continue leads on to the request for e-filing. Only NextGen courts"
            " take it, and you can file when the court has processed it. Do not ask a court for"
            " e-filing rights that you already have: a second request only makes a second record"
            " of you."
        ),
        desk=Desk.PSC,
        continues="efile:register",
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
            "An individual PACER account, with the User Type that is true of you.",
            "Then a request to the court, which decides what each role may file, or refuses it.",
            "If the court has given you a CM/ECF login already: link it, and ask for nothing more.",
        ),
        what_next=(
            "A party without a lawyer needs the court's permission in the case first. Not every"
            " court offers every role: filing agents, for example, belong to bankruptcy courts."
        ),
        desk=Desk.COURT,
        asks_role=True,
        continues="efile:register_non_attorney",
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
        can_register=False,
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
        what_next=(
            "You register the office with a contact person. Afterwards you add the accounts of its"
            " people in Manage My Account; each of them must accept before you pay."
        ),
        desk=Desk.PSC,
        opens=HolderKind.PAA,
    ),
)


def find(slug: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.slug == slug), None)
