"""Everything that a filer said before the last Submit."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dockets.documents.drafts import Draft as DraftFile
from dockets.filing.catalog.event import Event
from pacer_accounts.billing.cards import Card

PAY, IN_FORMA_PAUPERIS, GOVERNMENT = "pay", "ifp", "government"
FEE_CHOICES = (
    (PAY, "Pay now with a practice card"),
    (IN_FORMA_PAUPERIS, "No payment: you also file a motion to proceed in forma pauperis"),
    (GOVERNMENT, "No fee: the filer is the United States or its agency"),
)


@dataclass(frozen=True)
class NewParty:
    """A party that the filing adds to the case. `is_filer`: the filing is made for this party."""

    role: str
    last_name: str
    first_name: str = ""
    is_filer: bool = True

    @property
    def full_name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True)
class Opening:
    """What is asked to open a civil case."""

    office: str
    jurisdiction: str
    nature_of_suit: str
    cause: str
    jury_demand: str
    demand: str


@dataclass(frozen=True)
class Submission:
    """A filing. `key` is its own, so that it is made once. `menu`: "Civil" or another filing menu.

    `case_id`: None opens a case. `filers`, `defendants` and `associations`: keys of parties.
    `refers_to`: numbers of earlier entries. `answers`: the prompts' answers as words of the docket text.
    """

    key: str
    menu: str
    event: Event
    case_id: int | None = None
    opening: Opening | None = None
    filers: tuple[int, ...] = ()
    new_parties: tuple[NewParty, ...] = ()
    defendants: tuple[int, ...] = ()
    associations: tuple[int, ...] = ()
    refers_to: tuple[int, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    modifier: str = ""
    words: str = ""
    documents: tuple[DraftFile, ...] = ()
    fee: str = ""
    card: Card | None = None

    @property
    def is_fee_settled(self) -> bool:
        return self.fee in (IN_FORMA_PAUPERIS, GOVERNMENT) or (
            self.fee == PAY and self.card is not None
        )
