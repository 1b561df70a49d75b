from django.db import models


class AccountType(models.TextChoices):
    LEGACY = "legacy", "Legacy PACER Account"
    UPGRADED = "upgraded", "Upgraded PACER Account"


class HolderKind(models.TextChoices):
    """Who really uses an account. Trainers can see it; real systems can't."""

    INDIVIDUAL = "individual", "One person"
    SHARED = "shared", "Shared by an office"
    PAA = "paa", "PACER Administrative Account (billing only)"


class CaseSearchStatus(models.TextChoices):
    ACTIVE = "active", "Active"
    INACTIVE = "inactive", "Inactive"
    NOT_ACTIVATED = "not_activated", "Not Activated"


class FeeKind(models.TextChoices):
    """What a charge is for. It decides how the fee is counted (pacer_accounts.billing.rules.fee)."""

    CASE = "case", "A document, or a report about one case"
    TRANSCRIPT = "transcript", "A transcript"
    SEARCH = "search", "A search, or a report that isn't about one case"
    AUDIO = "audio", "An audio file of a hearing"
    OPINION = "opinion", "A written opinion"


# In the list, each group has a heading between asterisks that can't be selected (seed, Step 1).
USER_TYPE_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "***** Government Accounts *****",
        ("FEDERAL GOVERNMENT", "FEDERAL JUDICIARY", "STATE OR LOCAL GOVERNMENT"),
    ),
    (
        "***** Business Accounts *****",
        ("COMMERCIAL BUSINESS", "CREDITOR OR CREDITOR'S REPRESENTATIVE", "LAW FIRM"),
    ),
    (
        "***** Individual Accounts *****",
        ("INDIVIDUAL", "STUDENT", "PLAINTIFF, DEFENDANT, OR DEBTOR IN A CASE", "ATTORNEY"),
    ),
)
USER_TYPES = tuple(name for _, names in USER_TYPE_GROUPS for name in names)

# Attorneys register under Attorney Filers instead.
NON_ATTORNEY_USER_TYPE_GROUPS = tuple(
    (heading, tuple(name for name in names if name != "ATTORNEY"))
    for heading, names in USER_TYPE_GROUPS
)

# Non-attorney roles. Each court decides which of these it grants.
NON_ATTORNEY_ROLES = (
    "Party with permission to e-file",
    "Trustee",
    "U.S. Trustee",
    "Filing Agent",
    "Creditor",
    "Court Reporter",
)

PREFIXES = ("Mr.", "Mrs.", "Ms.", "Miss", "Mx.", "Dr.", "Hon.")
GENERATIONS = ("Sr.", "Jr.", "I", "II", "III", "IV", "V")
SUFFIXES = ("Esq.", "J.D.", "LL.M.", "Ph.D.", "M.D.", "C.P.A.")
HOME_COUNTRY = "United States of America"

# The user picks one question from each list. The seed names none, so these are our own.
SECURITY_QUESTIONS_1 = (
    "What was the name of your first pet?",
    "What street did you live on as a child?",
    "What was the model of your first car?",
    "What is your favorite book?",
    "What was your first job?",
)
SECURITY_QUESTIONS_2 = (
    "In what city did your parents meet?",
    "What was the name of your first teacher?",
    "What is your favorite meal?",
    "What was the mascot of your school?",
    "Where did you spend your best vacation?",
)
