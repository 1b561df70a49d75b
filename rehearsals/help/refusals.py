"""A refusal says what happened, what to do and which desk can help. Rules give them, services raise them."""

from dataclasses import dataclass
from enum import Enum


class Desk(Enum):
    """Whom to call. The court's own numbers stand on its Court row; these are the others."""

    COURT = "court"
    PSC = "psc"
    FIRM = "firm"
    TRAINER = "trainer"
    NOBODY = "nobody"


@dataclass(frozen=True)
class DeskCard:
    """What a page prints of a desk."""

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
    have_ready="which PACER account your office shares, and in whose name it is",
)
TRAINER_CARD = DeskCard(
    name="Your trainer",
    have_ready="the title of your rehearsal, at the top of its home page",
)
NOBODY_CARD = DeskCard(name="Nobody: you can do this yourself")


class Refusal(Enum):
    """Base of each app's refusals: NAME = (sentence, what to do, desk).

    The sentence is what the person reads first; it never says which of two secrets was wrong.
    """

    def __init__(self, sentence: str, todo: str, desk: Desk) -> None:
        self.sentence = sentence
        self.todo = todo
        self.desk = desk


class RehearsalRefusal(Refusal):
    """What is not done with a rehearsal."""

    CLOCK_IS_TRAINERS = (
        "Only your trainer moves this rehearsal's clock.",
        "Go on at the court time shown at the foot of the page, or ask your trainer to move the clock.",
        Desk.TRAINER,
    )
    RESET_IS_TRAINERS = (
        "Only your trainer resets this rehearsal.",
        "Ask your trainer: a reset puts everybody's work here back to the first moment.",
        Desk.TRAINER,
    )
    SESSION_ENDED = (
        "Your session ended while this page was being made: the rehearsal was reset, or you logged"
        " out in another window.",
        "Start again from the rehearsal home, and look there whether what you sent was done.",
        Desk.NOBODY,
    )


class Refused(Exception):
    """Raised by a service that will not do what was asked; one middleware shows it."""

    def __init__(self, reason: Refusal) -> None:
        super().__init__(reason.name)
        self.reason = reason
