"""The path finder, "Which one are you?": at most four questions, then the user's steps.

Each row of `PATH` has one step and the answers for which it is shown. A path is the steps of all
matching rows, in that order. Sources: seed, Steps 1 to 4 and the page on linking.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pacer_accounts.guidance import path_steps as steps
from pacer_accounts.guidance.question_tree import UNSURE, Option, Question, Tree

LEGACY, UPGRADED, SHARED, NONE, LOST = "legacy", "upgraded", "shared", "none", "lost"

_ACCOUNTS = (
    Option(LEGACY, "My own, from before August 11, 2014, and never upgraded", "special"),
    Option(UPGRADED, "My own, newer than that or already upgraded", "special"),
    Option(SHARED, "One that our office shares", "special"),
    Option(NONE, "None"),
    Option(LOST, "My own, but I no longer know its username or password", "special"),
)

TREE = Tree(
    (
        Question(
            "role",
            "What do you do in the federal courts?",
            (
                Option("attorney", "I file as an attorney, or I want to", "login"),
                Option("other", "I file but I'm not an attorney, or I help an attorney file", "as"),
                Option("search", "I only search cases"),
                Option("billing", "I pay an office's PACER bills"),
            ),
            unsure_to="login",
        ),
        Question(
            "login",
            "Do you have a CM/ECF login for the court where you file?",
            (
                Option("yes", "Yes, and I know its password", "account"),
                Option("lost", "Yes, but I'm not sure of the login or password", "account"),
                Option("new", "No, I have never e-filed there", "account_of_new"),
            ),
            unsure_to="account",
            hint="The court gave it to you. It isn't your PACER username.",
        ),
        Question(
            "account",
            "Which PACER account do you have?",
            _ACCOUNTS,
            unsure_to="special",
            hint="See Account Type in Manage My Account.",
        ),
        Question(
            "account_of_new",
            "Which PACER account do you have?",
            tuple(Option(option.key, option.label) for option in _ACCOUNTS),
            hint="See Account Type in Manage My Account.",
        ),
        Question(
            "special",
            "Does one of these apply to you?",
            (
                Option("no", "No, none of them"),
                Option("name", "The court and PACER have different names for me"),
                Option("sign", "My CM/ECF login has a character that isn't a letter or digit"),
                Option("two_logins", "I have more than one CM/ECF login, for two roles"),
                Option("linked", "I have already linked my PACER account in another court"),
                Option("exempt", "I have two PACER accounts, and one is exempt for CJA work"),
                Option("government", "I file for the government or another organization"),
            ),
        ),
        Question(
            "as",
            "Which of these describes you best?",
            (
                Option("party", "I'm representing myself in a case", "party_login"),
                Option("staff", "I work for an attorney who files", "account_of_other"),
                Option("agent", "Trustee, creditor, filing agent or court reporter", "party_login"),
            ),
            unsure_to="party_login",
        ),
        Question(
            "party_login",
            "Has the court given you a CM/ECF login?",
            (
                Option("yes", "Yes", "account_of_other"),
                Option("new", "No", "account_of_other"),
            ),
            unsure_to="account_of_other",
        ),
        Question(
            "account_of_other",
            "Which PACER account do you have?",
            tuple(Option(option.key, option.label) for option in _ACCOUNTS),
            hint="See Account Type in Manage My Account.",
        ),
    )
)


@dataclass(frozen=True)
class Row:
    """`step` applies if every question in `when` has one of its answers."""

    step: steps.Step
    when: Mapping[str, frozenset[str]]


def _row(step: steps.Step, **when: str) -> Row:
    return Row(step, _when(**when))


def _when(**when: str) -> Mapping[str, frozenset[str]]:
    """Each question's matching answers, separated by spaces."""
    return {key: frozenset(names.split()) for key, names in when.items()}


def _matches(answers: Mapping[str, str], when: Mapping[str, frozenset[str]]) -> bool:
    return all(answers.get(key) in names for key, names in when.items())


_FILES = f"yes lost {UNSURE}"  # an attorney who can or may be able to e-file here
_PARTY = f"party agent {UNSURE}"
PATH = (
    _row(steps.NOTHING, role="search"),
    _row(steps.FIRM_BILLING, role="billing"),
    _row(steps.ASK_FOR_ROLE, role=UNSURE),
    _row(steps.ASK_FOR_ROLE, login=UNSURE, role="attorney"),
    _row(steps.ASK_FOR_ROLE, party_login=UNSURE),
    _row(steps.ONE_ACCOUNT, special="exempt"),
    # the PACER account
    *(
        row
        for question in ("account", "account_of_new", "account_of_other")
        for row in (
            _row(steps.ACCOUNT_TYPE, **{question: UNSURE}),
            _row(steps.FIND_ACCOUNT, **{question: LOST}),
            _row(steps.UPGRADE, **{question: LEGACY}),
            _row(steps.LEAVE_SHARED, **{question: SHARED}),
        )
    ),
    _row(steps.REGISTER, account=f"{SHARED} {NONE}"),
    _row(steps.REGISTER_ATTORNEY, account_of_new=f"{SHARED} {NONE}"),
    _row(steps.REGISTER_OTHER, account_of_other=f"{SHARED} {NONE}"),
    _row(steps.TRUE_USER_TYPE, account_of_other=f"{UPGRADED} {LEGACY} {LOST} {UNSURE}"),
    _row(steps.ORGANIZATION, special="government"),
    # the CM/ECF login
    _row(steps.CALL_COURT, login="lost"),
    _row(steps.KNOW_LOGIN, login="yes"),
    _row(steps.KNOW_LOGIN, party_login="yes"),
    _row(steps.SAME_NAME, special="name"),
    _row(steps.PLAIN_LOGIN, special="sign"),
    _row(steps.TWO_ROLES, special="two_logins"),
    # the link, or permission to e-file
    _row(steps.LINK, login=_FILES),
    _row(steps.LINK, party_login="yes"),
    _row(steps.ONLY_YOUR_CASE, party_login="yes", **{"as": "party"}),
    _row(steps.ASK_TO_FILE, login="new"),
    _row(steps.ASK_TO_FILE_OTHER, party_login=f"new {UNSURE}", **{"as": _PARTY}),
    _row(steps.FILING_AGENT, **{"as": "staff"}),
)


def path_of(answers: Mapping[str, str]) -> tuple[steps.Step, ...]:
    """The steps for these answers, in order; each once."""
    return tuple(dict.fromkeys(row.step for row in PATH if _matches(answers, row.when)))


# The persona most like a user with these answers: the first matching row. Special cases come first.
SIMILAR_PERSONAS = (
    ("x01", _when(role="search")),
    ("x06", _when(role="billing")),
    ("x02", _when(login="new")),
    ("p07", _when(**{"as": "staff"})),
    ("p09", _when(**{"as": "party"})),
    ("p10", _when(special="exempt")),
    ("p08", _when(special="two_logins")),
    ("p06", _when(special="sign")),
    ("p05", _when(special="name")),
    ("x03", _when(special="government")),
    ("x04", _when(special="linked")),
    ("x05", _when(account=LOST)),
    ("p03", _when(account=SHARED)),
    ("p04", _when(login="lost")),
    ("p02", _when(login="yes", account=UPGRADED)),
    ("p01", _when(login=f"yes {UNSURE}")),
)


def similar_persona(answers: Mapping[str, str]) -> str:
    """The key of the persona most like a user with these answers, or ""."""
    return next((key for key, when in SIMILAR_PERSONAS if _matches(answers, when)), "")
