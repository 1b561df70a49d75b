"""The Registration Wizard: a few questions that pick one of the five kinds, and say why. Pure data."""

from collections.abc import Mapping
from dataclasses import dataclass

from pacer_accounts.guidance.question_tree import UNSURE, Option, Question, Tree

TREE = Tree(
    (
        Question(
            "account",
            "Do you have a PACER account of your own?",
            (
                Option("no", "No", "purpose"),
                Option("shared", "No, our office shares one", "purpose"),
                Option("yes", "Yes", "own_purpose"),
            ),
            unsure_to="purpose",
            hint="One that nobody else uses.",
        ),
        Question(
            "own_purpose",
            "What do you want it for?",
            (
                Option("same", "To search, or to file"),
                Option("billing", "To pay for the accounts of an office"),
            ),
        ),
        Question(
            "purpose",
            "What do you want the account for?",
            (
                Option("search", "To look up cases"),
                Option("attorney", "To file as an attorney", "filed"),
                Option("other", "To file without being an attorney", "filed_other"),
                Option("billing", "To pay for the accounts of an office"),
            ),
        ),
        Question(
            "filed",
            "Do you already e-file in the court where you want to file?",
            (
                Option("yes", "Yes, it gave me a CM/ECF login"),
                Option("no", "No", "system"),
            ),
            unsure_to="system",
        ),
        Question(
            "filed_other",
            "Has the court already given you a CM/ECF login?",
            (Option("yes", "Yes"), Option("no", "No", "system_other")),
            unsure_to="system_other",
        ),
        Question(
            "system",
            "Which CM/ECF does that court run?",
            (Option("nextgen", "NextGen CM/ECF"), Option("currentgen", "CurrentGen")),
            hint="Court Links shows it for each court.",
        ),
        Question(
            "system_other",
            "Which CM/ECF does that court run?",
            (Option("nextgen", "NextGen CM/ECF"), Option("currentgen", "CurrentGen")),
            hint="Court Links shows it for each court.",
        ),
    )
)


@dataclass(frozen=True)
class Advice:
    """`slug`: the kind to register, or "" for who should not register at all."""

    slug: str
    why: str


OWN_ALREADY = Advice(
    "",
    "You have an account of your own, so do not register again. Log in to Manage My Account; if it"
    " shows a Legacy PACER Account, upgrade it there.",
)
SEARCH = Advice(
    "pacer-case-search-only",
    "It is the account for looking up cases, and the start for everything else: the right to file"
    " can be added to it later.",
)
E_FILER = Advice(
    "pacer-case-search-only",
    "You e-file already, so this account is all you need. Link it to your CM/ECF login after the"
    " court's go-live; do not ask for e-filing a second time.",
)
ATTORNEY = Advice(
    "attorney-filers",
    "For who is new to e-filing in a court: first the account, then the request to the court.",
)
OTHER = Advice(
    "non-attorney-filers",
    "For who files in another role: first the account, then the court decides on the role.",
)
LEGACY = Advice(
    "district-bankruptcy-filers-legacy",
    "A CurrentGen court registers its filers itself; ask it for a CM/ECF login.",
)
BILLING = Advice(
    "firm-billing",
    "A billing account gets one bill for the accounts of an office. It cannot search or file.",
)

# The first row that fits is the advice. A row fits who gave each of its answers.
ADVICE: tuple[tuple[dict[str, str], Advice], ...] = (
    ({"own_purpose": "billing"}, BILLING),
    ({"account": "yes"}, OWN_ALREADY),
    ({"purpose": "billing"}, BILLING),
    ({"filed": "yes"}, E_FILER),
    ({"filed_other": "yes"}, E_FILER),
    ({"system": "currentgen"}, LEGACY),
    ({"system_other": "currentgen"}, LEGACY),
    ({"purpose": "attorney"}, ATTORNEY),
    ({"purpose": "other"}, OTHER),
    ({}, SEARCH),
)

IF_UNSURE = {
    "account": "Not sure whether you have one? Try Forgot Username? first: two accounts of one"
    " person make trouble.",
    "filed": "Not sure whether you e-file there? Ask the court first: who does must link and not"
    " register for e-filing.",
    "filed_other": "Not sure whether you have a login? Ask the court first: who has one links it.",
    "system": "Not sure about the court's CM/ECF? Court Links shows it.",
    "system_other": "Not sure about the court's CM/ECF? Court Links shows it.",
}


def advice_for(answers: Mapping[str, str]) -> Advice:
    return next(
        advice
        for when, advice in ADVICE
        if all(answers.get(key) == value for key, value in when.items())
    )


def cautions_for(answers: Mapping[str, str]) -> list[str]:
    """What to make sure of first, for each question left open with "I'm not sure"."""
    return [IF_UNSURE[key] for key in answers if answers[key] == UNSURE and key in IF_UNSURE]
