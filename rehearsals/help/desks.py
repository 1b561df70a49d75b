from django.conf import settings
from django.http import HttpRequest

from rehearsals.help.refusals import FIRM_CARD, NOBODY_CARD, PSC_CARD, TRAINER_CARD, Desk, DeskCard
from rehearsals.packs.pack import get_pack
from rehearsals.web.http import home_court

_CARDS = {
    Desk.PSC: PSC_CARD,
    Desk.FIRM: FIRM_CARD,
    Desk.TRAINER: TRAINER_CARD,
    Desk.NOBODY: NOBODY_CARD,
}


def card_of(request: HttpRequest, desk: Desk) -> DeskCard:
    """What to show about `desk`. The court is `request.court`, or the home court outside of a court."""
    return _CARDS.get(desk) or court_card(request)


def court_card(request: HttpRequest) -> DeskCard:
    """The CM/ECF help desk of the current court, or else of the home court, from its row.

    Outside of a rehearsal it comes from the default pack.
    """
    court = getattr(request, "court", None) or home_court(request)
    if court is None:
        default = get_pack(settings.DEFAULT_PACK).home
        return _card(default.name, default.help_desk.phone, default.help_desk.email)
    return _card(court.name, court.help_phone, court.help_email)


def _card(court_name: str, phone: str, email: str) -> DeskCard:
    return DeskCard(
        name=f"CM/ECF Help Desk, {court_name}",
        phone=phone,
        email=email,
        # A clerk's office is closed on weekends and legal holidays (Fed. R. Civ. P. 77(c)).
        hours="Monday to Friday, during business hours, except federal holidays",
        have_ready="your name and CM/ECF login, never your password",
    )
