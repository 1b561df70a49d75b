"""Complaints, service of process and answers."""

from decimal import Decimal

from dockets.filing.catalog.event import Prompt, PromptKind, Refers, paper

CASE_FEE = Decimal("400.00")  # 2020: $350 and a $50 administrative fee
_TO_COMPLAINT = ("complaint",)
_SERVED_ON = Prompt("served_on", "Date of service", PromptKind.DATE)
_SERVED = Prompt("served", "Who was served?")
_JURY = Prompt(
    "jury", "Add “with Jury Demand” to the docket text", PromptKind.CHECKBOX, words="with Jury Demand",
    is_required=False,
)  # fmt: skip

EVENTS = (
    paper(
        "complaint", "Complaint", "complaints", nature="complaint", document="complaint",
        refers=Refers.NEVER, fee=CASE_FEE, has_modifiers=False, prompts=(_JURY,),
        text="COMPLAINT against {against} {jury} {free}, filed by {filers}.",
    ),
    paper(
        "amended-complaint", "Amended Complaint", "complaints", nature="complaint",
        document="complaint", refers=Refers.MUST, refers_to=_TO_COMPLAINT,
        text="AMENDED COMPLAINT against {against} re {refs} {free}, filed by {filers}.",
    ),
    paper(
        "notice-removal", "Notice of Removal", "complaints", nature="complaint", document="notice",
        refers=Refers.NEVER, fee=CASE_FEE,
        prompts=(
            Prompt("state_court", "State court"), Prompt("state_number", "State court case number"),
        ),
        text="NOTICE OF REMOVAL by {filers} from {state_court}, case number {state_number} {free}.",
    ),
    paper(
        "petition-habeas", "Petition for Writ of Habeas Corpus", "complaints", nature="complaint",
        document="complaint", refers=Refers.NEVER, fee=Decimal("5.00"),
        text="PETITION for Writ of Habeas Corpus {free}, filed by {filers}.",
    ),
    paper(
        "third-party-complaint", "Third Party Complaint", "complaints", nature="complaint",
        document="complaint", refers_to=_TO_COMPLAINT,
        text="THIRD PARTY COMPLAINT {free}, filed by {filers}.",
    ),
    paper(
        "civil-cover-sheet", "Civil Cover Sheet", "complaints", refers_to=_TO_COMPLAINT,
        text="CIVIL COVER SHEET {free} by {filers}.",
    ),
    paper(
        "summons-returned", "Summons Returned Executed", "service", document="summons",
        nature="service", has_modifiers=False, prompts=(_SERVED, _SERVED_ON),
        text="SUMMONS Returned Executed by {filers}. {served} served on {served_on} {free}.",
    ),
    paper(
        "summons-unexecuted", "Summons Returned Unexecuted", "service", document="summons",
        nature="service", has_modifiers=False, prompts=(_SERVED,),
        text="SUMMONS Returned Unexecuted by {filers} as to {served} {free}.",
    ),
    paper(
        "waiver-service", "Waiver of Service Returned Executed", "service", nature="service",
        prompts=(
            Prompt("served", "Who waives service?"),
            Prompt("sent_on", "Date the request was sent", PromptKind.DATE),
        ),
        text="WAIVER OF SERVICE Returned Executed by {filers}. {served}, request sent on {sent_on} {free}.",
    ),
    paper(
        "acceptance-service", "Acceptance of Service", "service", nature="service",
        text="ACCEPTANCE OF SERVICE {free} by {filers}.",
    ),
    paper(
        "answer", "Answer to Complaint", "answers", nature="answer", document="answer",
        refers=Refers.MUST, refers_to=_TO_COMPLAINT, prompts=(_JURY,),
        text="ANSWER to {refs} {jury} {free} by {filers}.",
    ),
    paper(
        "answer-counterclaim", "Answer to Complaint and Counterclaim", "answers", nature="answer",
        document="answer", refers=Refers.MUST, refers_to=_TO_COMPLAINT, prompts=(_JURY,),
        text="ANSWER to {refs} {jury}, COUNTERCLAIM against {against} {free} by {filers}.",
    ),
    paper(
        "answer-amended-complaint", "Answer to Amended Complaint", "answers", nature="answer",
        document="answer", refers=Refers.MUST, refers_to=_TO_COMPLAINT,
        text="ANSWER to {refs} {free} by {filers}.",
    ),
    paper(
        "answer-to-counterclaim", "Answer to Counterclaim", "other-answers", nature="answer",
        document="answer", refers=Refers.MUST, refers_to=("answer",),
        text="ANSWER to counterclaim in {refs} {free} by {filers}.",
    ),
    paper(
        "answer-interpleader", "Answer to Interpleader Complaint", "other-answers", nature="answer",
        document="answer", refers=Refers.MUST, refers_to=_TO_COMPLAINT,
        text="ANSWER to interpleader complaint {refs} {free} by {filers}.",
    ),
    paper(
        "answer-garnishment", "Answer to Writ of Garnishment", "other-answers", nature="answer",
        document="answer", text="ANSWER to Writ of Garnishment {free} by {filers}.",
    ),
)  # fmt: skip
