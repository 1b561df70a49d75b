"""The steps of a filing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from cmecf.courts.http import CourtRequest, FilerRequest
from cmecf.courts.pages import court_page
from dockets.documents.drafts import discard
from dockets.fees.queries import filing_cards
from dockets.filing import drafts, rules, steps
from dockets.filing.ended import notice_of, without_filing
from dockets.filing.forms import CaseForm, DocumentsForm, FilingForm
from dockets.filing.parties import DEFENDANT, PLAINTIFF, roles_of
from dockets.filing.party_forms import OpeningPartiesForm
from dockets.filing.queries import associated, standing_of
from dockets.filing.refusals import FilingRefusal
from dockets.filing.services import file_document
from dockets.filing.under_way import UnderWay
from pacer_accounts.billing.cards import PRACTICE_CARDS
from pacer_accounts.http import PacerRequest
from pacer_accounts.wizards.drafts import Draft, Step
from pacer_accounts.wizards.forms import PageForm
from pacer_accounts.wizards.views import WizardView
from rehearsals.clock.court_time import court_day
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import UPLOAD

MOST_ITEMS = 20  # documents of a filing, or parties of a new case
NO_SUCH_CASE = FilingRefusal.NO_SUCH_CASE
SIDES_MISSING = "Add at least one plaintiff and one defendant, and check whom you represent."
NOTHING_TO_ADD = {
    drafts.FILES: "No document was chosen. Choose a PDF or a practice document first.",
    drafts.PARTIES: "No party was entered. Choose its role and enter its name first.",
}
TOO_MANY = f"This list has room for {MOST_ITEMS}. Remove one, or file the others separately."


class FilingView(WizardView):
    """One step of a filing. Nothing is written before the last Submit."""

    steps: Sequence[Step] = steps.ALL
    wizard = "filing"
    stale_message = "That page belonged to an earlier filing. This is the current one."
    reopened_message = "You changed the case or the filer, so check the next pages again."
    court_code: str
    under_way: UnderWay

    @classmethod
    def draft_of(cls, request: PacerRequest) -> Draft:
        return drafts.filing_draft(cast(CourtRequest, request))

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.court_request = cast(FilerRequest, request)
        super().setup(request, *args, **kwargs)
        self.court = self.court_request.court
        self.account = self.court_request.cmecf_account
        self.read_draft()

    def read_draft(self) -> None:
        """Which steps this filing has depends on its event, its case and its filer."""
        self.under_way = UnderWay(self.court, self.account, self.draft)
        if drafts.is_under_way(self.draft):
            self.steps = steps.steps_of(
                self.under_way.event,
                opens_case=self.under_way.opens_case,
                asks_association=bool(self.under_way.unassociated),
            )

    def keep(self, values: dict[str, Any]) -> None:
        super().keep(values)
        self.read_draft()

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        kwargs.pop("court")
        if not drafts.is_under_way(self.draft):
            return without_filing(self.court_request, self.draft, self.menu_url())
        if reason := rules.why_not_use(self.account, self.court, self.court_request.court_phase):
            raise Refused(reason)
        case = self.under_way.case
        if case and case.is_sealed and request.POST.get("action") != "cancel":
            raise Refused(FilingRefusal.SEALED_CASE)  # it was sealed after it was chosen
        if self.under_way.forget_lost_case():
            messages.warning(request, f"{NO_SUCH_CASE.sentence} {NO_SUCH_CASE.todo}")
            return self.to(steps.CASE)
        if self.step not in self.steps:
            return self.to(self.draft.first_gap(self.steps) or self.steps[-1])
        return super().dispatch(request, *args, **kwargs)

    # ---- buttons

    def button(self, action: str) -> Callable[[], HttpResponse]:
        name, _, value = action.partition("-")
        if name == "remove" and value in map(str, range(MOST_ITEMS)):
            return lambda: self.press_remove(int(value))
        buttons = {"find": self.press_find, "add": self.press_add}
        return buttons.get(action) or super().button(action)

    def press_find(self) -> HttpResponse:
        """ "Find This Case": show what the number means, and stay on the page."""
        self.note_typed()
        form = self.form(self.request.POST)
        if isinstance(form, CaseForm) and not form.offered:
            if self.is_valid(form):
                self._check_case(form)
            return self.show_errors(form)
        return self.to(self.step)

    def press_cancel(self) -> HttpResponse:
        url = self.menu_url()
        drafts.abort(self.court_request)
        messages.info(self.request, "Filing aborted. Nothing was filed.")
        return redirect(url)

    def press_add(self) -> HttpResponse:
        """Add a document or a party to the list of this page, and stay on the page."""
        form = self.form(self.request.POST, self.request.FILES)
        self.note_typed()
        if not self.is_valid(form):
            return self.show_errors(form)
        if self.add_from(form):
            self.draft.forget(self.step.key)
        elif not form.errors:
            form.add_error(None, NOTHING_TO_ADD[self.list_key])
        return self.show_errors(form) if form.errors else self.to(self.step)

    def press_remove(self, index: int) -> HttpResponse:
        items = self.items
        if 0 <= index < len(items):
            removed = items.pop(index)
            if self.step is steps.DOCUMENTS:
                discard(removed)
            self.draft.keep(self.list_key, {"items": items})
            self.draft.reopen(self.step.key)
        return self.to(self.step)

    # ---- lists: the documents, and the parties of a new case

    @property
    def list_key(self) -> str:
        return drafts.PARTIES if self.step is steps.OPENING_PARTIES else drafts.FILES

    @property
    def items(self) -> list[Any]:
        return list(self.draft.page(self.list_key).get("items", []))

    def add_from(self, form: PageForm) -> bool:
        """Add what a valid page names to its list. Returns whether it named anything."""
        documents = form.cleaned_data["documents"] if isinstance(form, DocumentsForm) else []
        added: list[Any] = []
        if isinstance(form, OpeningPartiesForm) and form.names_party:
            added = [form.party()]
        if len(self.items) + len(documents) + len(added) > MOST_ITEMS:
            form.add_error(None, TOO_MANY)
            return False
        if isinstance(form, DocumentsForm):
            added = drafts.keep_documents(form, self.account)
        if added:
            self.draft.keep(self.list_key, {"items": [*self.items, *added]})
        return bool(added)

    # ---- what the forms depend on

    def form_kwargs(self) -> Mapping[str, Any]:
        under_way, role = self.under_way, self.account.role
        is_party = not rules.may_file_for(self.account, under_way.parties)
        kwargs: dict[Step, Callable[[], dict[str, Any]]] = {
            steps.CASE: lambda: {"court": self.court},
            steps.CAPTION: lambda: {"defendants": under_way.defendants},
            steps.OPENING_PARTIES: lambda: {"roles": roles_of(self.court)},
            steps.FILER: lambda: {
                "roles": roles_of(self.court, under_way.case),
                "parties": [
                    one for one in under_way.parties if rules.may_file_for(self.account, [one])
                ],
                "is_needed": rules.needs_filer(role),
                "may_add": not is_party and rules.needs_filer(role),
            },
            steps.ASSOCIATION: lambda: {
                "parties": under_way.unassociated,
                "attorney": self.account.full_name,
            },
            steps.DOCUMENTS: lambda: {
                "has_main": bool(self.items),
                "kind": under_way.event.document,
            },
            steps.REFER: lambda: {"case": under_way.case, "event": under_way.event},
            steps.PROMPTS: lambda: {"event": under_way.event},
            steps.FEE: lambda: {
                "amount": under_way.event.fee,
                "cards": filing_cards(self.account),
                "today": court_day(self.at, self.court.time_zone),
            },
            steps.DOCKET_TEXT: lambda: {"event": under_way.event},
        }
        return kwargs[self.step]() if self.step in kwargs else {}

    def is_valid(self, form: PageForm) -> bool:
        """As for every page. A page with a document counts as an upload first."""
        with attempt(self.request, UPLOAD if self.request.FILES else ()):
            return super().is_valid(form)

    def note_typed(self, *, but: str = "") -> None:
        form = self.form()
        if isinstance(form, FilingForm):
            self.draft.note(self.step.key, form.typed_now(self.request.POST))

    def ask_before_keeping(self, form: PageForm) -> HttpResponse | None:
        if isinstance(form, CaseForm):
            self._check_case(form)
        elif isinstance(form, DocumentsForm | OpeningPartiesForm):
            self.add_from(form)
            if not form.errors:
                self.draft.forget(self.step.key)
            self._check_sides(form)
        return self.show_errors(form) if form.errors else None

    def _check_case(self, form: CaseForm) -> None:
        """Refuse a case on this page, before anything else is asked."""
        case, event = form.chosen(), self.under_way.event
        standing = standing_of(self.account, case)
        menu = self.under_way.category.menu
        if reason := rules.why_not_case(self.account, case, menu, event, standing):
            is_other = reason is FilingRefusal.ONLY_ONE_CASE
            own = f" Your case is {self.account.only_case}." if is_other else ""
            form.add_error("case_number", f"{reason.sentence} {reason.todo}{own}")

    def _check_sides(self, form: PageForm) -> None:
        if isinstance(form, OpeningPartiesForm):
            roles = {item["role"] for item in self.items}
            is_filer = any(item["is_filer"] for item in self.items)
            if not {PLAINTIFF, DEFENDANT} <= roles or not is_filer:
                form.add_error(None, SIDES_MISSING)

    def outdated(self, before: dict[str, Any], after: dict[str, Any]) -> Sequence[Step]:
        return () if before in ({}, after) else steps.DEPENDENTS.get(self.step, ())

    # ---- the last Submit, and where a filing leads

    def submit(self, form: PageForm) -> HttpResponse:
        entry = file_document(
            court=self.court,
            account=self.account,
            submission=self.under_way.submission(),
            at=self.at,
        )
        return self.finish(str(entry.pk))

    def finished(self) -> HttpResponse:
        return notice_of(self.court_request, int(self.draft.result))

    def url_of(self, step: Step) -> str:
        return reverse("dockets:file_step", args=[self.court.code, step.key])

    def menu_url(self) -> str:
        under_way = drafts.is_under_way(self.draft)
        menu = self.under_way.category.menu if under_way else self.court.filing_menus[0]
        return reverse("ecf:menu", args=[self.court.code]) + f"?{menu}Events"

    def page(self, context: dict[str, Any], *, question: str) -> HttpResponse:
        under_way = self.under_way
        context |= {
            "event": under_way.event,
            "category": under_way.category,
            "case": under_way.case,
            "items": self.items,
            "files": under_way.files,
            "practice_cards": PRACTICE_CARDS,
            "account": self.account,
            "listed": self.step in (steps.OPENING_PARTIES, steps.DOCUMENTS),
        }
        if self.step == steps.FILER and under_way.case:
            context["appears_for"] = associated(self.account, under_way.case)
        if self.step in (steps.DOCKET_TEXT, steps.FINAL):
            context["docket_text"] = under_way.text(is_final=self.is_last)
        return court_page(self.court_request, "dockets/filing/step.html", context)
