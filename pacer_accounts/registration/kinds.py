"""The five kinds of registration in the left panel of REGISTER (seed, Step 1), in our wording."""

from dataclasses import dataclass

from pacer_accounts.choices import HolderKind
from rehearsals.help.refusals import Desk


@dataclass(frozen=True)
class Kind:
    """`can_register`: whether "Register Now" leads to a form. `opens`: the kind of account it opens.

    `asks_role`: whether the form asks for the Role in Court. `continues`: the role of the page
    where the user continues after registering (see `page_url`), or "".
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
        in_short="Your own individual account. Choose this one if you already e-file.",
        for_whom=(
            "For people who search cases, and for attorneys who already e-file. If you already"
            " e-file, this account is all you need. You link it to your CM/ECF account later."
        ),
        gives=(
            "An individual, upgraded account for every NextGen court.",
            "Case search: right away with a card, or after a letter that takes 7 to 10 business days.",
            "No permission to file. You get that by linking, or from the court.",
        ),
        what_next=(
            "If your office shares a PACER account, register here for your own. The office can keep"
            " the shared account for research. Do not link the shared account."
        ),
        desk=Desk.PSC,
    ),
    Kind(
        slug="attorney-filers",
        label="Attorney Filers",
        in_short="For attorneys who file. It starts with the same individual account.",
        for_whom=(
            "For attorneys who want to file electronically. New and existing e-filers start the same"
            " way: with an individual PACER account and the User Type ATTORNEY."
        ),
        gives=(
            "The same individual account as PACER - Case Search Only.",
            "If you already e-file in a court: link instead. Do not register for e-filing there.",
            "If you are new to a court: open the account first, then ask for permission to e-file.",
        ),
        what_next=(
            "After you open the account, select Continue to request e-filing. Only NextGen courts"
            " take this request. You can file after the court approves it. If you can already"
            " e-file in a court, do not send a request there: it would create a second record of"
            " you."
        ),
        desk=Desk.PSC,
        continues="register_to_efile",
    ),
    Kind(
        slug="non-attorney-filers",
        label="Non-Attorney Filers",
        in_short="For parties without a lawyer, trustees, filing agents and creditors.",
        for_whom=(
            "For people who file but aren't attorneys: parties with the court's permission,"
            " trustees, filing agents, creditors and court reporters."
        ),
        gives=(
            "An individual PACER account with the User Type that describes you.",
            "A way to ask the court for permission to file. The court decides.",
            "If the court has given you a CM/ECF login: link it. You don't need anything else.",
        ),
        what_next=(
            "A party without a lawyer first needs the court's permission in the case. Courts offer"
            " different roles. For example, filing agents exist only in bankruptcy courts."
        ),
        desk=Desk.COURT,
        asks_role=True,
        continues="register_non_attorney",
    ),
    Kind(
        slug="district-bankruptcy-filers-legacy",
        label="District/Bankruptcy Filers (Legacy)",
        in_short="For e-filing in courts that haven't moved to NextGen.",
        for_whom=(
            "For filers in district and bankruptcy courts that still run CurrentGen CM/ECF. The"
            " court itself gives you a CM/ECF login and password."
        ),
        gives=(
            "A CM/ECF account in that court only, separate from PACER.",
            "After the court's move to NextGen, you link it to your PACER account.",
        ),
        what_next=(
            "Court Links shows which courts have moved. Ask the court where you want to file. The"
            " Service Center can't create or reset a CM/ECF login."
        ),
        desk=Desk.COURT,
        can_register=False,
    ),
    Kind(
        slug="firm-billing",
        label="Firm Billing",
        in_short="One bill for all PACER accounts of an office.",
        for_whom=(
            "For a firm or agency that pays for many PACER accounts with one bill. It uses a PACER"
            " Administrative Account (PAA)."
        ),
        gives=(
            "One bill for the individual accounts that the office adds.",
            "No searching, filing or linking: a PAA only pays bills.",
            "Each attorney still needs an individual account.",
        ),
        what_next=(
            "Register the office with a contact person. Then add your people's accounts in Manage"
            " My Account. Each account holder must accept before you pay."
        ),
        desk=Desk.PSC,
        opens=HolderKind.PAA,
    ),
)


def find(slug: str) -> Kind | None:
    return next((kind for kind in KINDS if kind.slug == slug), None)
