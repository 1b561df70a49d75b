"""Why a request for the right to e-file is not taken. NAME = (what happened, what to do, desk)."""

from rehearsals.help.refusals import Desk, Refusal


class EfileRefusal(Refusal):
    BILLING_ACCOUNT = (
        "A PACER Administrative Account cannot ask a court for the right to e-file: it only pays.",
        "Log out, then log in with your own individual PACER account.",
        Desk.PSC,
    )
    SHARED_ACCOUNT = (
        "Shared PACER accounts will not work with NextGen, so none is registered to e-file.",
        "Register a PACER account of your own, and ask with that one. Your firm may keep the shared"
        " account for research.",
        Desk.FIRM,
    )
    LEGACY_ACCOUNT = (
        "You are logged in with a Legacy PACER account. It must be upgraded before it can e-file.",
        "Upgrade it under Manage My Account; your account number stays the same. Then come back.",
        Desk.PSC,
    )
    NOT_NEXTGEN = (
        "This court has not moved to NextGen CM/ECF, so it takes no registration through PACER.",
        "If you e-file there already, you need no registration: you will link your account after"
        " the move. If you are new there, ask the court how to get a CM/ECF login.",
        Desk.COURT,
    )
    COURT_CLOSED = (
        "The court's CM/ECF is closed while it moves to NextGen.",
        "Come back when it opens. What you filled in stays in this browser until then.",
        Desk.COURT,
    )
    ALREADY_LINKED = (
        "Your PACER account is linked in this court: you can e-file here already.",
        "There is nothing to ask for. Open CM/ECF and file under Civil or Criminal.",
        Desk.COURT,
    )
    ALREADY_REGISTERED = (
        "This court has registered you already: you can e-file here.",
        "There is nothing to ask for. Open CM/ECF and file under Civil or Criminal.",
        Desk.COURT,
    )
    RECORD_CLOSED = (
        "The court has closed the record under which this PACER account filed here.",
        "Only the court can open it again; another request would not help.",
        Desk.COURT,
    )
    REQUEST_OPEN = (
        "A request of yours is open in this court, and the court takes one at a time.",
        "See how it stands under E-File Registration/Maintenance History. You may withdraw it there"
        " and ask anew.",
        Desk.COURT,
    )
    ROLE_NOT_GRANTED = (
        "This court does not grant that role through PACER.",
        "Choose another court or role, or ask the court how your role can file.",
        Desk.COURT,
    )
    DOCUMENT_MISSING = (
        "This court asks for a document with that kind of application, and none came with it.",
        "Choose a PDF under Document Upload on the last page, then submit.",
        Desk.COURT,
    )
    CASE_MISSING = (
        "A party may e-file only in the case in which the court allowed it, and none was named.",
        "Enter Most Recent Case under Filer Information, then submit.",
        Desk.COURT,
    )
    NOT_OFFERED = (
        "This court does not take that kind of application.",
        "Choose one of the kinds that the page lists for the court.",
        Desk.COURT,
    )


class RequestRefusal(Refusal):
    """Why a request that was made cannot be changed any more."""

    DECIDED = (
        "The court has decided this request in the meantime.",
        "Read the decision below. If you need something else, make a new request.",
        Desk.COURT,
    )
    WITHDRAWN = (
        "You withdrew this request already.",
        "If you still want to e-file there, send a new request under Maintenance.",
        Desk.COURT,
    )
    NOTHING_ASKED = (
        "The court has not asked for anything on this request.",
        "Wait for its answer, which comes by e-mail, or withdraw the request.",
        Desk.COURT,
    )
