from dataclasses import dataclass
from enum import Enum


class Desk(Enum):
    """Whom to call. The court's own numbers are in its row."""

    COURT = "court"
    PSC = "psc"
    FIRM = "firm"
    TRAINER = "trainer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class DeskCard:
    """What a page shows about a desk."""

    name: str
    phone: str = ""
    email: str = ""
    hours: str = ""
    have_ready: str = ""


PSC_CARD = DeskCard(
    name="PACER Service Center (PSC)",
    phone="(800) 676-6856",
    email="pacer@psc.uscourts.gov",
    hours="8 am to 6 pm Central Time, Monday to Friday",
    have_ready="your seven-digit PACER account number, never your password",
)
FIRM_CARD = DeskCard(
    name="Your own office",
    have_ready="which PACER account your office shares, and in whose name it was opened",
)
TRAINER_CARD = DeskCard(
    name="Your trainer",
    have_ready="the title of your rehearsal, which is at the top of its home page",
)
SERVER_CARD = DeskCard(
    name="The person who runs this server",
    have_ready="the address of this page and the time",
)
NOBODY_CARD = DeskCard(name="You can fix this yourself")

# A real court can't detect a shared account (seed, Step 4). LinkPolicy.GUARD still refuses one.
GUARD_NOTE = (
    "In real life nothing would have stopped you. A real court can't see that several people use one"
    " PACER account."
)


class Refusal(Enum):
    """Base of each app's refusals: NAME = (what happened, what to do, which desk can help).

    The sentence never says which of two secrets was wrong.
    """

    def __init__(self, sentence: str, todo: str, desk: Desk) -> None:
        self.sentence = sentence
        self.todo = todo
        self.desk = desk

    @property
    def real_life(self) -> str:
        """For practice help: what would have happened in a real court, if not the same; or ""."""
        return ""


class RehearsalRefusal(Refusal):
    """Refusals about a rehearsal and its clock."""

    CLOCK_IS_TRAINERS = (
        "Only your trainer can move this rehearsal's clock.",
        "Continue at the court time shown on the page, or ask your trainer to move the clock.",
        Desk.TRAINER,
    )
    RESET_IS_TRAINERS = (
        "Only your trainer can reset this rehearsal.",
        "Ask your trainer. A reset puts everyone's work back to the start.",
        Desk.TRAINER,
    )
    RULES_ARE_TRAINERS = (
        "Only your trainer can change the rules of this rehearsal.",
        "Continue under the rules shown on the Rules page, or ask your trainer to change them.",
        Desk.TRAINER,
    )
    DEMO_RULES = (
        "Only a trainer can change the rules of the demo court, because everyone shares it.",
        "Start a private rehearsal on this server's first page to choose your own rules.",
        Desk.TRAINER,
    )
    SESSION_ENDED = (
        "Your session ended while this page was loading: the rehearsal was reset or went back to an"
        " earlier point, or you logged out in another window.",
        "Start again from the rehearsal home. Check there whether your last form was received.",
        Desk.NOBODY,
    )


class Refused(Exception):
    """Raised by a service that refuses to do what was asked; one middleware shows it."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.name)
        self.reason = reason
