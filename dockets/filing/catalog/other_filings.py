"""Discovery, notices, trial and appeal documents, and other documents in the district court."""

from decimal import Decimal

from cmecf.models import FilerRole
from dockets.filing.catalog.event import Prompt, PromptKind, Refers, notice, paper

APPEAL_FEE = Decimal("505.00")
_ATTORNEY = Prompt("attorney", "Attorney who appears")
_NOTICES = ("notices", "cr-notices")
_TRIAL = ("trial", "cr-trial")
_OTHER = ("other", "cr-other")
_APPEALS = ("appeals", "cr-appeals")
_DISCOVERY = ("discovery", "cr-discovery")
_TAKEN = Prompt("taken_on", "Date of the deposition", PromptKind.DATE)
_HEARING = Prompt("held_on", "Date of the proceeding", PromptKind.DATE)

EVENTS = (
    paper("certificate-of-service", "Certificate of Service", *_DISCOVERY, *_OTHER,
          document="notice", text="CERTIFICATE OF SERVICE {free} by {filers}{as_to}."),
    paper("initial-disclosures", "Certificate of Service of Initial Disclosures", "discovery",
          text="CERTIFICATE OF SERVICE of Initial Disclosures {free} by {filers}."),
    notice("notice-deposition", "Notice to Take Deposition", *_DISCOVERY,
           prompts=(Prompt("witness", "Witness"), _TAKEN),
           text="NOTICE to Take Deposition of {witness} on {taken_on} {free} by {filers}{as_to}."),
    paper("expert-disclosure", "Disclosure of Expert Witnesses", *_DISCOVERY,
          text="DISCLOSURE of Expert Witnesses {free} by {filers}{as_to}."),
    paper("status-report", "Joint Status Report", "discovery", "other",
          text="JOINT STATUS REPORT {free} by {filers}."),
    paper("stipulation", "Stipulation", *_DISCOVERY, *_OTHER),
    notice("notice-appearance", "Notice of Appearance", *_NOTICES, prompts=(_ATTORNEY,),
           text="NOTICE of Appearance by {attorney} on behalf of {filers}{as_to} {free}."),
    notice("notice-attorney-withdrawal", "Notice of Attorney Withdrawal", *_NOTICES),
    notice("notice-change-address", "Notice of Change of Address", *_NOTICES,
           text="NOTICE of Change of Address {free} by {filers}{as_to}."),
    notice("notice-completion-briefing", "Notice of Completion of Briefing", *_NOTICES,
           refers=Refers.MUST, refers_to=("motion",),
           text="NOTICE of Completion of Briefing re {refs} {free} by {filers}{as_to}."),
    notice("notice-dismissal", "Notice of Voluntary Dismissal", "notices",
           text="NOTICE of Voluntary Dismissal {free} by {filers}."),
    notice("notice-hearing", "Notice of Hearing on Motion", *_NOTICES, refers=Refers.MUST,
           refers_to=("motion",), prompts=(Prompt("held_on", "Date of the hearing", PromptKind.DATE),),
           text="NOTICE of Hearing on {refs} on {held_on} {free} by {filers}{as_to}."),
    notice("notice-related-cases", "Notice of Related Cases", *_NOTICES,
           prompts=(Prompt("cases", "Numbers of the related cases"),),
           text="NOTICE of Related Cases {cases} {free} by {filers}{as_to}."),
    notice("notice-settlement", "Notice of Settlement", "notices"),
    notice("notice-supplemental-authority", "Notice of Supplemental Authority", *_NOTICES),
    notice("notice-unavailability", "Notice of Unavailability of Counsel", *_NOTICES),
    notice("notice-other", "Notice (Other)", *_NOTICES,
           text="NOTICE by {filers}{as_to} {free}."),
    paper("exhibit-list", "Exhibit List", *_TRIAL),
    paper("witness-list", "Witness List", *_TRIAL),
    paper("jury-instructions", "Proposed Jury Instructions", *_TRIAL),
    paper("voir-dire", "Proposed Voir Dire", *_TRIAL),
    paper("trial-brief", "Trial Brief", *_TRIAL),
    paper("pretrial-order", "Proposed Pretrial Order", "trial"),
    paper("deposition-designations", "Deposition Designations", "trial"),
    paper("findings-proposed", "Proposed Findings of Fact and Conclusions of Law", *_TRIAL),
    paper("bill-of-costs", "Bill of Costs", "trial", "other"),
    notice("notice-appeal", "Notice of Appeal", *_APPEALS, nature="appeal", refers=Refers.MUST,
           refers_to=("order", "judgment"), fee=APPEAL_FEE,
           text="NOTICE OF APPEAL as to {refs} {free} by {filers}{as_to}."),
    notice("notice-cross-appeal", "Notice of Cross Appeal", "appeals", nature="appeal",
           refers=Refers.MUST, refers_to=("appeal",), fee=APPEAL_FEE,
           text="NOTICE OF CROSS APPEAL re {refs} {free} by {filers}."),
    paper("transcript-order", "Transcript Order Form", *_APPEALS, refers_to=("appeal",)),
    paper("appeal-record", "Designation of Record on Appeal", *_APPEALS, refers_to=("appeal",)),
    paper("transcript", "Transcript", *_APPEALS, document="transcript", nature="transcript",
          roles=(FilerRole.COURT_REPORTER,), restriction="participants", is_transcript=True,
          has_modifiers=False, prompts=(_HEARING, Prompt("judge", "Before Judge")),
          text="TRANSCRIPT of proceedings held on {held_on} before {judge} {free}."),
    paper("appendix", "Appendix/Supplement", *_OTHER, refers=Refers.MUST,
          text="APPENDIX/SUPPLEMENT re {refs} {free} by {filers}{as_to}."),
    paper("affidavit", "Affidavit", *_OTHER),
    paper("consent-magistrate", "Consent to Jurisdiction by US Magistrate Judge", "other"),
    paper("corporate-disclosure", "Corporate Disclosure Statement", "other",
          prompts=(Prompt("parent", "Parent corporation, or None"),),
          text="CORPORATE DISCLOSURE STATEMENT identifying {parent} as parent {free} by {filers}."),
    paper("errata", "Errata", *_OTHER, refers=Refers.MUST,
          text="ERRATA re {refs} {free} by {filers}{as_to}."),
    paper("exhibit", "Exhibit", *_OTHER, document="exhibit", refers=Refers.MUST,
          text="EXHIBIT to {refs} {free} by {filers}{as_to}."),
    paper("letter", "Letter", *_OTHER),
    paper("objections-report", "Objections to Report and Recommendations", "other", nature="response",
          refers=Refers.MUST, refers_to=("order",), response_days=14,
          text="OBJECTIONS to {refs} {free} by {filers}."),
    paper("sealed-document", "Sealed Document", *_OTHER, restriction="sealed", has_modifiers=False),
    paper("suggestion-bankruptcy", "Suggestion of Bankruptcy", "other"),
    paper("stipulation-dismissal", "Stipulation of Dismissal", "other"),
    paper("adr-report", "Report of Mediation", "adr",
          prompts=(
              Prompt("result", "Result", PromptKind.CHOICE, ("Settled", "Settled in part", "Not settled")),
          ),
          text="REPORT of Mediation: {result} {free} by {filers}."),
    notice("adr-selection", "Notice of Selection of Mediator", "adr",
           prompts=(Prompt("mediator", "Mediator"),),
           text="NOTICE of Selection of Mediator {mediator} {free} by {filers}."),
    paper("adr-position", "Confidential Settlement Statement", "adr", restriction="participants"),
)  # fmt: skip
