"""Why a registration is refused. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import GUARD_NOTE, Desk, Refusal


class EfileRefusal(Refusal):
    BILLING_ACCOUNT = (
        "A PACER Administrative Account only pays bills. It can't get permission to e-file.",
        "Log out, then log in with your own individual PACER account.",
        Desk.PSC,
    )
    SHARED_ACCOUNT = (
        "Shared PACER accounts will not work with NextGen, so you can't register one to e-file.",
        "Register your own PACER account, and send the request from that one. Your firm may keep the"
        " shared account for research.",
        Desk.FIRM,
    )
    LEGACY_ACCOUNT = (
        "You are logged in with a Legacy PACER account. You can't e-file with it until you upgrade it.",
        "Upgrade it in Manage My Account. Your account number stays the same. Then come back.",
        Desk.PSC,
    )
    NOT_NEXTGEN = (
        "This court has not moved to NextGen CM/ECF, so you can't register there through PACER.",
        "If you already e-file there, you don't need to register. You will link your account after the"
        " move. If you are new there, ask the court how to get a CM/ECF login.",
        Desk.COURT,
    )
    COURT_CLOSED = (
        "The court's CM/ECF is closed while it moves to NextGen.",
        "Come back when it opens. Your browser keeps what you entered until then.",
        Desk.COURT,
    )
    ALREADY_LINKED = (
        "Your PACER account is already linked in this court. You can e-file here.",
        "You don't need to register. Open CM/ECF and file there.",
        Desk.COURT,
    )
    ALREADY_REGISTERED = (
        "This court has already registered you. You can e-file here.",
        "You don't need to register. Open CM/ECF and file there.",
        Desk.COURT,
    )
    RECORD_CLOSED = (
        "The court has closed the CM/ECF account that this PACER account used to file here.",
        "Call the court. Only the court can reopen the account, so don't send another request.",
        Desk.COURT,
    )
    REQUEST_OPEN = (
        "You already have an open request in this court. You can have only one at a time.",
        "Check its status under E-File Registration/Maintenance History. You can withdraw it there and"
        " send a new one.",
        Desk.COURT,
    )
    ROLE_NOT_GRANTED = (
        "This court does not grant that role through PACER.",
        "Choose another court or role, or ask the court how people in your role can file.",
        Desk.COURT,
    )
    DOCUMENT_MISSING = (
        "This court requires a document with that kind of application. You didn't upload one.",
        "Choose a PDF under Document Upload on the last page, then submit.",
        Desk.COURT,
    )
    CASE_MISSING = (
        "A party may e-file only in the case in which the court allowed it. You didn't enter a case.",
        "Enter Most Recent Case under Filer Information, then submit.",
        Desk.COURT,
    )
    NOT_OFFERED = (
        "This court does not take that kind of application.",
        "Choose one of the kinds listed for the court.",
        Desk.COURT,
    )

    @property
    def real_life(self) -> str:
        return GUARD_NOTE if self is EfileRefusal.SHARED_ACCOUNT else ""


class RequestRefusal(Refusal):
    """Why a filer can't change a request any more."""

    DECIDED = (
        "The court has already decided this request.",
        "Read the decision below. If you need something else, send a new request.",
        Desk.COURT,
    )
    WITHDRAWN = (
        "You already withdrew this request.",
        "If you still want to e-file there, send a new request under Maintenance.",
        Desk.COURT,
    )
    DOCUMENT_DELETED = (
        "This document was deleted when you withdrew the request.",
        "If you still want to e-file there, send a new request and upload the document again.",
        Desk.COURT,
    )
    NOTHING_ASKED = (
        "The court has not asked you for more information on this request.",
        "Wait for the court's e-mail, or withdraw the request.",
        Desk.COURT,
    )
