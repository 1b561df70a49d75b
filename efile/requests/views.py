"""Pages about an account's requests to courts, and about the courts where it may file."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from efile.choices import RequestStatus
from efile.models import EfileRegistration, RegistrationDocument
from efile.registration import rules
from efile.registration.refusals import RequestRefusal
from efile.requests import queries, services
from efile.requests.forms import AnswerForm
from pacer_accounts.account_menu.pages import REAL_ADDRESS, manage_page
from pacer_accounts.http import SignedOnRequest
from rehearsals.documents.http import download
from rehearsals.help.refusals import Refused
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import UPLOAD
from rehearsals.web.http import get_or_post, posted_data


@require_safe
def history(request: SignedOnRequest) -> HttpResponse:
    """E-File Registration/Maintenance History: everything this account asked of courts."""
    requests = queries.history(request.pacer_account)
    return _page(request, "efile/history.html", {"requests": requests})


@require_safe
def status(request: SignedOnRequest) -> HttpResponse:
    """Check E-File Status: for each court, whether the account may file, and what to do if not."""
    account = request.pacer_account
    return _page(request, "efile/status.html", {
        "court_statuses": queries.court_statuses(account, request.at),
        "refusal": rules.why_not_begin(account, request.rehearsal.link_policy),
    })  # fmt: skip


@require_safe
def registered_courts(request: SignedOnRequest) -> HttpResponse:
    """Display Registered Courts: where the account may file, since when, and by link or registration."""
    rows = queries.court_statuses(request.pacer_account, request.at)
    return _page(request, "efile/registered_courts.html", {
        "court_statuses": [row for row in rows if row.may_file],
    })  # fmt: skip


@require_safe
def done(request: SignedOnRequest, pk: int) -> HttpResponse:
    """What was sent, read from the request, so that the page can be refreshed."""
    registration = _registration_or_404(request, pk)
    return _page(request, "efile/done.html", {
        "registration": registration, "documents": _documents(registration),
    })  # fmt: skip


@never_cache
@get_or_post
def show(request: SignedOnRequest, pk: int) -> HttpResponse:
    """One request: its status, the court's remark, and the answer form if the court asked for more."""
    registration = _registration_or_404(request, pk)
    form = AnswerForm(posted_data(request), request.FILES or None)
    with attempt(request, UPLOAD if request.FILES else (), keep=("answer",)):
        is_answer = request.method == "POST" and form.is_valid()
    if is_answer:
        return _answer(request, registration, form)
    return _page(request, "efile/request.html", {
        "registration": registration,
        "documents": _documents(registration),
        "form": form if registration.status == RequestStatus.MORE_INFO else None,
    })  # fmt: skip


def _answer(
    request: SignedOnRequest, registration: EfileRegistration, form: AnswerForm
) -> HttpResponse:
    try:
        services.answer(
            account=request.pacer_account,
            registration=registration,
            text=form.cleaned_data["answer"],
            document=form.cleaned_data["document"],
            at=request.at,
        )
    except Refused as refused:
        messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
    else:
        messages.success(request, "We sent your answer. The court will look at your request again.")
    return redirect("efile:request", registration.pk)


@require_POST
def withdraw(request: SignedOnRequest, pk: int) -> HttpResponse:
    registration = _registration_or_404(request, pk)
    try:
        services.withdraw(account=request.pacer_account, registration=registration, at=request.at)
    except Refused as refused:
        messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
    else:
        court = registration.court.name
        messages.success(request, f"You withdrew the request. The {court} will not decide it.")
    return redirect("efile:request", pk)


@require_safe
def document(request: SignedOnRequest, pk: int, document: int) -> HttpResponse:
    """Download a document of the user's own request, as it was uploaded."""
    documents = _registration_or_404(request, pk).documents.all()
    upload = get_object_or_404(documents, pk=document)
    if upload.is_deleted:
        raise Refused(RequestRefusal.DOCUMENT_DELETED)
    return download(bytes(upload.content), upload.name)


def _registration_or_404(request: SignedOnRequest, pk: int) -> EfileRegistration:
    rows = request.pacer_account.efileregistrations.select_related(
        "court", "pacer_account", "cmecf_account"
    )
    return get_object_or_404(rows, pk=pk)


def _documents(registration: EfileRegistration) -> QuerySet[RegistrationDocument]:
    """The documents without their content."""
    return registration.documents.defer("content").order_by("pk")


def _page(request: SignedOnRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return manage_page(request, template, "Maintenance", {"real_address": REAL_ADDRESS} | context)
