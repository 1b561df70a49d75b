"""Documents that exist in criminal cases only."""

from cmecf.models import FilerRole
from dockets.filing.catalog.event import ATTORNEYS, Refers, notice, paper

_COUNSEL: dict[str, object] = {"roles": ATTORNEYS}

EVENTS = (
    paper("plea-agreement", "Plea Agreement", "cr-pleas", restriction="participants", nature="plea",
          text="PLEA AGREEMENT {free}{as_to}.", **_COUNSEL),
    notice("notice-plea", "Notice of Intent to Plead Guilty", "cr-pleas", nature="plea"),
    paper("consent-plea", "Consent to Plead Before Magistrate Judge", "cr-pleas", nature="plea"),
    paper("factual-basis", "Factual Basis for Plea", "cr-pleas", nature="plea"),
    paper("waiver-indictment", "Waiver of Indictment", "cr-waivers", nature="waiver"),
    paper("waiver-speedy-trial", "Waiver of Speedy Trial", "cr-waivers", nature="waiver"),
    paper("waiver-appearance", "Waiver of Personal Appearance", "cr-waivers", nature="waiver"),
    paper("waiver-detention", "Waiver of Detention Hearing", "cr-waivers", nature="waiver"),
    paper("waiver-preliminary", "Waiver of Preliminary Hearing", "cr-waivers", nature="waiver"),
    paper("waiver-jury", "Waiver of Jury Trial", "cr-waivers", nature="waiver"),
    paper("bill-of-particulars", "Bill of Particulars", "cr-discovery", **_COUNSEL),
    notice("notice-alibi", "Notice of Alibi", "cr-notices"),
    notice("notice-404b", "Notice of Intent to Use 404(b) Evidence", "cr-notices", **_COUNSEL),
    notice("notice-insanity", "Notice of Insanity Defense", "cr-notices"),
    notice("notice-enhancement", "Notice of Sentence Enhancement (851)", "cr-notices", **_COUNSEL),
    paper("objections-psr", "Objections to Presentence Report", "cr-sentencing",
          restriction="participants"),
    paper("sentencing-memorandum", "Sentencing Memorandum", "cr-sentencing", response_days=7),
    paper("sentencing-letters", "Letters in Support of Defendant", "cr-sentencing",
          restriction="participants"),
    paper("sentencing-response", "Response to Sentencing Memorandum", "cr-sentencing",
          nature="response", document="response", refers=Refers.MUST,
          text="RESPONSE to {refs} {free} by {filers}{as_to}."),
    paper("victim-impact", "Victim Impact Statement", "cr-sentencing", restriction="sealed",
          **_COUNSEL),
    paper("cja-voucher-support", "CJA Memorandum in Support of Voucher", "cr-cja",
          restriction="sealed", roles=(FilerRole.ATTORNEY,)),
    paper("cja-ex-parte", "CJA Ex Parte Application for Services", "cr-cja", restriction="sealed",
          nature="motion", roles=(FilerRole.ATTORNEY,)),
    paper("cja-financial-affidavit", "CJA 23 Financial Affidavit", "cr-cja", restriction="sealed",
          roles=(FilerRole.ATTORNEY,)),
)  # fmt: skip
