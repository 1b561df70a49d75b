"""The path finder, "Which one are you?": at most four questions, then the user's steps.

Each row of `PATH` has one step and the answers for which it is shown. A path is the steps of all
matching rows, in that order. Sources: seed, Steps 1 to 4 and the page on linking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pacer_accounts.guidance import path_steps as steps
from pacer_accounts.guidance.question_tree import UNSURE, Answers, Option, Question, Tree
from pacer_accounts.guidance.step import Step

LEGACY, UPGRADED, SHARED, NONE, LOST = "legacy", "upgraded", "shared", "none", "lost"
OLD_EMAIL = "old_email"

_MANY = "Choose all that are true."


def _accounts(to: str = "") -> tuple[Option, ...]:
    return (
        Option(LEGACY, "My own, from before August 11, 2014, and never upgraded", to),
        Option(UPGRADED, "My own, newer than that or already upgraded", to),
        Option(LOST, "My own, but I no longer know its username or password", to),
        Option(SHARED, "One that our office shares", to),
        Option(NONE, "None", to, is_alone=True),
    )


def _account_question(key: str, to: str = "") -> Question:
    return Question(
        key,
        "Which PACER accounts do you use?",
        _accounts(to),
        unsure_to=to,
        hint=f"{_MANY} See Account Type in Manage My Account.",
        takes_many=True,
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
                Option("yes", "Yes, I have one", "account"),
                Option(
                    "lost", "I forgot its login or password, or I'm not sure of them", "account"
                ),
                Option(OLD_EMAIL, "The court may have an old e-mail address of mine", "account"),
                Option("new", "No, I have never e-filed there", "account_of_new", is_alone=True),
            ),
            unsure_to="account",
            hint=f"The court gave it to you. It isn't your PACER username. {_MANY}",
            takes_many=True,
        ),
        _account_question("account", "special"),
        _account_question("account_of_new"),
        Question(
            "special",
            "Which of these apply to you?",
            (
                Option("no", "None of them", is_alone=True),
                Option("name", "The court and PACER have different names for me"),
                Option("sign", "My CM/ECF login has a character that isn't a letter or digit"),
                Option("two_logins", "I have more than one CM/ECF login, for two roles"),
                Option("linked", "I have already linked my PACER account in another court"),
                Option("exempt", "I have two PACER accounts, and one is exempt for CJA work"),
                Option("government", "I file for the government or another organization"),
            ),
            hint=_MANY,
            takes_many=True,
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
        _account_question("account_of_other"),
    )
)


@dataclass(frozen=True)
class Row:
    """`step` applies if every question in `when` has one of its answers, and none in `unless` has."""

    step: Step
    when: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)


def _row(step: Step, **when: str) -> Row:
    return Row(step, _when(**when))


def _unless(row: Row, **unless: str) -> Row:
    return replace(row, unless=_when(**unless))


def _when(**when: str) -> Mapping[str, frozenset[str]]:
    """Each question's matching answers, separated by spaces."""
    return {key: frozenset(names.split()) for key, names in when.items()}


def _has(answers: Answers, key: str, names: frozenset[str]) -> bool:
    return not names.isdisjoint(answers.get(key, ()))


def _matches(answers: Answers, when: Mapping[str, frozenset[str]]) -> bool:
    return all(_has(answers, key, names) for key, names in when.items())


_FILES = f"yes lost {OLD_EMAIL} {UNSURE}"  # an attorney who can or may be able to e-file here
_PARTY = f"party agent {UNSURE}"
_OWN = f"{LEGACY} {UPGRADED} {LOST}"


def _register(step: Step, question: str) -> Row:
    """Register, without an account of their own."""
    return _unless(_row(step, **{question: f"{SHARED} {NONE}"}), **{question: _OWN})


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
    _register(steps.REGISTER, "account"),
    _register(steps.REGISTER_ATTORNEY, "account_of_new"),
    _register(steps.REGISTER_OTHER, "account_of_other"),
    _row(steps.TRUE_USER_TYPE, account_of_other=f"{_OWN} {UNSURE}"),
    _row(steps.ORGANIZATION, special="government"),
    # the CM/ECF login
    _row(steps.CALL_COURT, login=OLD_EMAIL),
    _row(steps.RESET, login="lost"),
    _unless(_row(steps.KNOW_LOGIN, login=f"yes {OLD_EMAIL}"), login="lost"),
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


def path_of(answers: Answers) -> tuple[Step, ...]:
    """The steps for these answers, in the order of the court's training; each once."""
    found = (
        row.step
        for row in PATH
        if _matches(answers, row.when)
        and not any(_has(answers, key, names) for key, names in row.unless.items())
    )
    return tuple(dict.fromkeys(found))


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
    ("p04", _when(login=f"{OLD_EMAIL} lost", account=_OWN)),
    ("p02", _when(login="yes", account=UPGRADED)),
    ("p01", _when(login=f"yes {UNSURE}", account=LEGACY)),
    ("p03", _when(account=SHARED)),  # and no account of their own
    ("p04", _when(login=f"{OLD_EMAIL} lost")),
    ("p01", _when(login=f"yes {UNSURE}")),
)


def similar_persona(answers: Answers) -> str:
    """The key of the persona most like a user with these answers, or ""."""
    return next((key for key, when in SIMILAR_PERSONAS if _matches(answers, when)), "")
