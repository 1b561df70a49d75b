"""Refusals of `manage.py generate_cases`."""

from rehearsals.help.refusals import Desk, Refusal


class GenerationRefusal(Refusal):
    NO_NUMBERS = (
        "There are no case numbers left for so many cases.",
        "Generated cases have the numbers from 100001 to 999999. Ask for fewer cases, or reset the"
        " rehearsal first.",
        Desk.TRAINER,
    )
