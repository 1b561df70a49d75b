"""The log's verbs in plain words. Each floor names its own verbs; this list knows them as strings."""

WORDS = {
    "rehearsal.started": "Started this rehearsal",
    "rehearsal.reset": "Reset this rehearsal",
    "rehearsal.changed": "Changed the rules of this rehearsal",
    "clock.moved": "Moved the court clock",
    "people.sat_down": "Sat down at the keyboard",
    "pacer.register": "Register for a PACER account",
    "pacer.upgrade": "Upgrade the PACER account",
    "pacer.corrected": "Corrected a PACER account",
    "pacer.disabled": "Disabled a PACER account",
    "pacer.enabled": "Enabled a PACER account",
    "cso.sign_on": "Sign on with the PACER account",
    "cso.sign_off": "Signed off",
    "cso.sign_off_everywhere": "Signed off in every browser",
    "cmecf.sign_in": "Log in to CM/ECF before NextGen",
    "cmecf.sign_out": "Logged out of CM/ECF",
    "cmecf.email_changed": "Changed the e-mail on file",
    "cmecf.password_changed": "Changed the CM/ECF password",
    "cmecf.redaction_confirmed": "Confirmed the redaction notice",
    "cmecf.reset_requested": "Ask for a link to reset the CM/ECF password",
    "cmecf.password_reset": "Reset the CM/ECF password by the mailed link",
    "cmecf.changed_by_clerk": "Changed a CM/ECF account",
    "cmecf.reset_by_clerk": "Reset a CM/ECF password for the filer",
    "cmecf.locked": "Locked a CM/ECF login",
    "cmecf.unlocked": "Unlocked a CM/ECF login",
    "court.changed": "Changed a court's dates or contacts",
    "link.prove": "Prove the CM/ECF login that is to be linked",
    "link.made": "Linked a CM/ECF account for good",
    "link.refused": "Link a CM/ECF account",
    "link.undone": "Undid a link",
}


def in_words(what: str) -> str:
    """The verb `what` for people; a verb not listed is shown as it is, readable."""
    return WORDS.get(what) or what.replace(".", ": ").replace("_", " ").capitalize()
