"""The steps of a filing, as CM/ECF goes through them."""

from dockets.filing import forms, party_forms, prompt_forms
from dockets.filing.catalog.event import Event, Refers
from pacer_accounts.wizards.drafts import Step

OPENING = Step("open-case", "Open a Civil Case", party_forms.OpeningForm)
OPENING_PARTIES = Step("new-parties", "Add the Parties", party_forms.OpeningPartiesForm)
CASE = Step("case", "Case Number", forms.CaseForm)
CAPTION = Step("caption", "Check the Case", forms.CaptionForm)
FILER = Step("filer", "Select the Filer", party_forms.FilerForm)
ASSOCIATION = Step("association", "Attorney and Party", party_forms.AssociationForm)
DOCUMENTS = Step("documents", "Upload", forms.DocumentsForm)
REFER = Step("refer", "Refer to Event", forms.ReferForm)
PROMPTS = Step("questions", "Details", prompt_forms.PromptForm)
FEE = Step("fee", "Fee", prompt_forms.FeeForm)
DOCKET_TEXT = Step("docket-text", "Docket Text", forms.DocketTextForm)
FINAL = Step("final", "Final Text", forms.FinalForm)

ALL = (
    OPENING, OPENING_PARTIES, CASE, CAPTION, FILER, ASSOCIATION, DOCUMENTS, REFER, PROMPTS, FEE,
    DOCKET_TEXT, FINAL,
)  # fmt: skip

# Later steps whose choices depend on a step.
DEPENDENTS = {
    CASE: (CAPTION, FILER, ASSOCIATION, REFER),
    FILER: (ASSOCIATION,),
}


def steps_of(event: Event, *, opens_case: bool, asks_association: bool) -> tuple[Step, ...]:
    """The steps of a filing of this event."""
    asked = {
        OPENING: opens_case,
        OPENING_PARTIES: opens_case,
        CASE: not opens_case,
        CAPTION: not opens_case,
        FILER: not opens_case,
        ASSOCIATION: asks_association,
        DOCUMENTS: event.needs_document,
        REFER: event.refers is not Refers.NEVER and not opens_case,
        PROMPTS: bool(event.prompts),
        FEE: event.fee is not None,
    }
    return tuple(step for step in ALL if asked.get(step, True))
