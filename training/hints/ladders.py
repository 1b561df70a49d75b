"""The hints for every action."""

from cmecf.courts.phases import CourtPhase
from training.hints import court_ladders, pacer_ladders
from training.hints.ladder import Ladder
from training.home.situation import Action

_LADDERS = {
    Action.REGISTER: pacer_ladders.REGISTER,
    Action.OPEN_BILLING: pacer_ladders.OPEN_BILLING,
    Action.ADD_ACCOUNTS: pacer_ladders.ADD_ACCOUNTS,
    Action.RECOVER: pacer_ladders.RECOVER,
    Action.UPGRADE: pacer_ladders.UPGRADE,
    Action.LOG_IN: court_ladders.LOG_IN,
    Action.READ_MAIL: court_ladders.READ_MAIL,
    Action.CALL_COURT: court_ladders.CALL_COURT,
    Action.LINK: court_ladders.LINK,
    Action.ASK: pacer_ladders.ASK,
    Action.SEE_REQUEST: pacer_ladders.SEE_REQUEST,
    Action.MOVE_CLOCK: court_ladders.MOVE_CLOCK,
    Action.FILE: court_ladders.FILE,
    Action.NOTHING: pacer_ladders.NOTHING,
}


def ladder(action: Action, phase: CourtPhase) -> Ladder:
    """The hints for `action` while its court is in `phase`.

    A linked person can file only when the court is on NextGen; at another court time they wait.
    """
    if action is Action.RESET:
        return court_ladders.reset("here" if phase is CourtPhase.NEXTGEN else "coming")
    if action is Action.FILE and phase is not CourtPhase.NEXTGEN:
        return court_ladders.MOVE_CLOCK
    return _LADDERS[action]
