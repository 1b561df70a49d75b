"""From a desk's name to what a page prints of it. The court's own numbers come from its row."""

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
    """The card to print. A court page has `request.court`; elsewhere the home court answers."""
    return _CARDS.get(desk) or court_card(request)


def court_card(request: HttpRequest) -> DeskCard:
    """The CM/ECF help desk of the court being visited, elsewhere of the home court, as its row says.

    Outside of every rehearsal the default pack answers.
    """
    court = getattr(request, "court", None) or home_court(request)
    if court is None:
        spec = get_pack(settings.DEFAULT_PACK).home
        return _card(spec.name, spec.help_desk.phone, spec.help_desk.email)
    return _card(court.name, court.help_phone, court.help_email)


def _card(court_name: str, phone: str, email: str) -> DeskCard:
    return DeskCard(
        name=f"CM/ECF Help Desk, {court_name}",
        phone=phone,
        email=email,
        hours="During the court's business hours",
        have_ready="your name and CM/ECF login, never your password",
    )
