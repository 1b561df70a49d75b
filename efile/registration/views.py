"""The two e-file registrations and where they start (court hand-outs)."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from cmecf.courts.phases import CourtPhase
from cmecf.models import Court
from efile.choices import RequestKind
from efile.registration import queries, review, rules, services, steps
from efile.registration.refusals import EfileRefusal
from efile.registration.steps import COURT
from pacer_accounts.account_menu.pages import REAL_ADDRESS, manage_page
from pacer_accounts.http import SignedOnRequest
from pacer_accounts.registration.queries import declared_role
from pacer_accounts.wizards.drafts import Step
from pacer_accounts.wizards.forms import PageForm
from pacer_accounts.wizards.views import WizardView
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import UPLOAD

ALREADY_OPEN = (
    "This request is already in the court's queue. The court takes one at a time, so we did not"
    " send it again."
)
COULD_LINK = "link"  # asks whether to go on though an old CM/ECF account could be linked


class EfileRegistrationView(WizardView):
    """A request to one court for permission to e-file. The last Submit sends it."""

    request: SignedOnRequest
    kind: ClassVar[RequestKind]
    title: ClassVar[str]
    cancel_url_name = "account:maintenance"
    stale_message = "That page belonged to an older request. This is the current one."
    canceled_message = "Request canceled. Nothing was sent, and your answers were deleted."
    reopened_message = (
        "You changed an answer that this page depends on. Courts ask for different things, so check"
        " this page again."
    )

    def turn_away(self) -> HttpResponse | None:
        """A legacy account upgrades first and comes back; others that can't e-file are refused."""
        request = self.request
        reason = rules.why_not_begin(request.pacer_account, request.rehearsal.link_policy)
        if reason is EfileRefusal.LEGACY_ACCOUNT:
            messages.info(request, f"{reason.sentence} {reason.todo}")
            return redirect(f"{reverse('account:upgrade')}?{urlencode({'next': request.path})}")
        if reason:
            raise Refused(reason)
        return None

    def is_valid(self, form: PageForm) -> bool:
        """As for every page. A page with a document counts as an upload first."""
        with attempt(self.request, UPLOAD if self.request.FILES else ()):
            return super().is_valid(form)

    # ---- what the forms depend on

    @cached_property
    def courts(self) -> list[tuple[Court, CourtPhase]]:
        """Every court of the rehearsal with its phase, by name."""
        rows = self.request.rehearsal.courts.order_by("name")
        return [(court, court.phase(self.at)) for court in rows]

    @property
    def open_courts(self) -> list[Court]:
        return [court for court, phase in self.courts if phase is CourtPhase.NEXTGEN]

    def court(self, code: str) -> Court | None:
        return next((court for court, _ in self.courts if court.code == code), None)

    @property
    def chosen_court(self) -> Court | None:
        return self.court(self.draft.page(COURT.key).get("court", ""))

    @property
    def required_court(self) -> Court:
        """The chosen court. Raises LookupError if none is chosen yet."""
        if self.chosen_court is None:
            raise LookupError("no court is chosen")
        return self.chosen_court

    def form_kwargs(self) -> Mapping[str, Any]:
        account, court = self.request.pacer_account, self.chosen_court
        application = self.draft.page(steps.APPLICATION.key).get("application", "")
        kwargs: dict[Step, dict[str, Any]] = {
            COURT: {"courts": self.open_courts},
            steps.APPLICATION: {"court": court},
            steps.ATTORNEY_FILER: {
                "court": court, "today": self.today, "application": application,
            },
            steps.OTHER_FILER: {
                "court": court, "declared_role": declared_role(self.request.session, account),
            },
            steps.DELIVERY: {"account_email": account.email},
            steps.TERMS: {"court": court, "application": application},
        }  # fmt: skip
        return kwargs.get(self.step, {})

    # ---- what a valid page leads to

    def ask_before_keeping(self, form: PageForm) -> HttpResponse | None:
        """A court that knows the user already says so before it asks anything else."""
        code = form.cleaned_data.get("court", "") if self.is_first else ""
        court = self.court(code)
        if court is None:
            return None
        rehearsal, account = self.request.rehearsal, self.request.pacer_account
        reason = services.why_not(rehearsal=rehearsal, account=account, court=court, at=self.at)
        reason = reason or rules.why_not_offered(court, self.kind)
        if reason:
            form.add_error("court", f"{reason.sentence} {reason.todo}")
            return self.show_errors(form)
        if not self.goes_on_with(code) and queries.earlier_accounts(account, court).exists():
            return self.show_errors(form, question=COULD_LINK)
        return None

    def goes_on_with(self, code: str) -> bool:
        """Whether the user saw the warning about this court, not about another one."""
        data = self.request.POST
        return data.get("action") == "continue" and data.get("despite") == code

    def outdated(self, before: dict[str, Any], after: dict[str, Any]) -> Sequence[Step]:
        return () if before in ({}, after) else steps.DEPENDENTS.get(self.step, ())

    # ---- the last Submit

    def submit(self, form: PageForm) -> HttpResponse:
        account, court = self.request.pacer_account, self.required_court
        try:
            registration = services.submit(
                rehearsal=self.request.rehearsal,
                account=account,
                court=court,
                requested=steps.columns_of(self.draft, self.kind),
                document=form.cleaned_data.get("document"),
                at=self.at,
            )
        except Refused as refused:
            if refused.reason is not EfileRefusal.REQUEST_OPEN:
                raise  # its own page; the draft stays
            open_request = queries.open_request_of(account, court)
            if open_request is None:
                raise  # decided in the meantime
            registration = open_request
            messages.info(self.request, ALREADY_OPEN)
        return self.finish(str(registration.pk))

    def finished(self) -> HttpResponse:
        return redirect("efile:done", self.draft.result)

    # ---- the page

    def page(self, context: dict[str, Any], *, question: str) -> HttpResponse:
        court = self.chosen_court
        asked = self.court(context["form"]["court"].value()) if question == COULD_LINK else None
        context |= {
            "title": self.title,
            "court": court,
            "could_link": asked,
            "other_courts": [row for row in self.courts if row[0] not in self.open_courts],
        }
        if self.is_last:
            context["review"] = review.rows(self.draft, self.required_court, self.url_of)
        return manage_page(
            self.request,
            "efile/register_step.html",
            "Maintenance",
            {"real_address": REAL_ADDRESS} | context,
        )


class AttorneyRegistrationView(EfileRegistrationView):
    kind = RequestKind.ATTORNEY
    wizard = f"efile-{RequestKind.ATTORNEY}"
    title = "Attorney Admissions / E-File Registration"
    steps = steps.ATTORNEY_STEPS
    step_url_name = "efile:register_step"


class NonAttorneyRegistrationView(EfileRegistrationView):
    kind = RequestKind.NON_ATTORNEY
    wizard = f"efile-{RequestKind.NON_ATTORNEY}"
    title = "Non-Attorney E-File Registration"
    steps = steps.NON_ATTORNEY_STEPS
    step_url_name = "efile:register_non_attorney_step"


@require_safe
def register(request: SignedOnRequest, view: type[EfileRegistrationView]) -> HttpResponse:
    """The item on the Maintenance tab: continue the request where the user left it."""
    draft = view.draft_of(request)
    is_new = not draft or draft.is_finished()
    step = COURT if is_new else draft.first_gap(view.steps) or view.steps[-1]
    return redirect(view.step_url_name, step.key)
