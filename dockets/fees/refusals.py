from rehearsals.help.refusals import Desk, Refusal


class FeeRefusal(Refusal):
    """NAME = (what happened, what to do, desk)."""

    NOT_EXEMPT = (
        "Your PACER account has no fee exemption, so there is nothing to switch on.",
        "Only accounts that were made exempt have this switch, such as those for CJA panel attorneys. Ask"
        " the PACER Service Center if you expected an exemption.",
        Desk.PSC,
    )
