"""The Registration Wizard: a few questions that choose one of the five kinds of registration."""

from dataclasses import dataclass

from pacer_accounts.guidance.question_tree import UNSURE, Answers, Option, Question, Tree

TREE = Tree(
    (
        Question(
            "account",
            "Do you have your own PACER account?",
            (
                Option("no", "No", "purpose"),
                Option("shared", "No, our office shares one", "purpose"),
                Option("yes", "Yes", "own_purpose"),
            ),
            unsure_to="purpose",
            hint="An account that only you use.",
        ),
        Question(
            "own_purpose",
            "What do you want the new account for?",
            (
                Option("same", "To search, or to file"),
                Option("billing", "To pay for an office's accounts"),
            ),
        ),
        Question(
            "purpose",
            "What do you want the account for?",
            (
                Option("search", "To search cases"),
                Option("attorney", "To file as an attorney", "filed"),
                Option("other", "To file, but not as an attorney", "filed_other"),
                Option("billing", "To pay for an office's accounts"),
            ),
        ),
        Question(
            "filed",
            "Do you already e-file in the court where you want to file?",
            (
                Option("yes", "Yes, I have a CM/ECF login"),
                Option("no", "No", "system"),
            ),
            unsure_to="system",
        ),
        Question(
            "filed_other",
            "Do you already have a CM/ECF login from the court?",
            (Option("yes", "Yes"), Option("no", "No", "system_other")),
            unsure_to="system_other",
        ),
        Question(
            "system",
            "Which version of CM/ECF does that court use?",
            (Option("nextgen", "NextGen CM/ECF"), Option("currentgen", "CurrentGen")),
            hint="Court Links shows the version for each court.",
        ),
        Question(
            "system_other",
            "Which version of CM/ECF does that court use?",
            (Option("nextgen", "NextGen CM/ECF"), Option("currentgen", "CurrentGen")),
            hint="Court Links shows the version for each court.",
        ),
    )
)


@dataclass(frozen=True)
class Advice:
    """`slug`: the kind to register, or "" if the user should not register."""

    slug: str
    why: str


OWN_ALREADY = Advice(
    "",
    "You already have your own account, so do not register again. Log in to Manage My Account. If it"
    " shows a Legacy PACER Account, upgrade it there.",
)
SEARCH = Advice(
    "pacer-case-search-only",
    "This account lets you search cases. You can add permission to e-file later.",
)
E_FILER = Advice(
    "pacer-case-search-only",
    "You already e-file, so this account is all you need. Link it to your CM/ECF login after the"
    " court's go-live. Do not request e-filing again.",
)
ATTORNEY = Advice(
    "attorney-filers",
    "If you are new to e-filing in the court, open this account first. Then send the court a request.",
)
OTHER = Advice(
    "non-attorney-filers",
    "If you file in another role, open this account first. Then ask the court to approve your role.",
)
LEGACY = Advice(
    "district-bankruptcy-filers-legacy",
    "A CurrentGen court registers its own filers. Ask it for a CM/ECF login.",
)
BILLING = Advice(
    "firm-billing",
    "A billing account gets one bill for an office's accounts. You can't use it to search or file.",
)

# The first row whose answers were all given is the advice.
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
    "account": "Not sure whether you have an account? Try Forgot Username? first. Two accounts for"
    " one person cause problems.",
    "filed": "Not sure whether you e-file there? Ask the court first. If you do, link instead of"
    " registering for e-filing.",
    "filed_other": "Not sure whether you have a login? Ask the court first. If you have one, link it.",
    "system": "Not sure which version of CM/ECF the court uses? See Court Links.",
    "system_other": "Not sure which version of CM/ECF the court uses? See Court Links.",
}


def advice_for(answers: Answers) -> Advice:
    return next(
        advice
        for when, advice in ADVICE
        if all(value in answers.get(key, ()) for key, value in when.items())
    )


def cautions_for(answers: Answers) -> list[str]:
    """What to check first, for each question answered with "I'm not sure"."""
    return [IF_UNSURE[key] for key in answers if UNSURE in answers[key] and key in IF_UNSURE]
