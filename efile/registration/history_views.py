"""What became of requests, and where an account may file: the reading pages of the Maintenance tab."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from efile.choices import RequestStatus
from efile.models import EfileRegistration, RegistrationDocument
from efile.registration import queries, reply_services, rules
from efile.registration.answer_form import AnswerForm
from efile.registration.tab import tab_page
from rehearsals.clock import clock
from rehearsals.help.refusals import Refused
from rehearsals.web.http import posted_data


def _documents(registration: EfileRegistration) -> QuerySet[RegistrationDocument]:
    """Without what is in them: a page names them."""
    return registration.documents.defer("content").order_by("pk")


def _mine(request: HttpRequest, pk: int) -> EfileRegistration:
    rows = request.pacer_account.efileregistrations.select_related(
        "court", "pacer_account", "cmecf_account"
    )
    return get_object_or_404(rows, pk=pk)


@require_safe
def history(request: HttpRequest) -> HttpResponse:
    """ "E-File Registration/Maintenance History": everything this account asked of courts."""
    return tab_page(
        request, "efile/history.html", {"requests": queries.history(request.pacer_account)}
    )


@require_safe
def status(request: HttpRequest) -> HttpResponse:
    """ "Check E-File Status": court by court, and what to do where she may not file."""
    account, at = request.pacer_account, clock.now()
    return tab_page(request, "efile/status.html", {
        "standings": queries.standings(account, at),
        "refusal": rules.why_not_begin(account, request.rehearsal.link_policy),
    })  # fmt: skip


@require_safe
def registered_courts(request: HttpRequest) -> HttpResponse:
    """ "Display Registered Courts": where she may file, since when and by what."""
    rows = queries.standings(request.pacer_account, clock.now())
    return tab_page(request, "efile/registered_courts.html", {
        "standings": [row for row in rows if row.may_file],
    })  # fmt: skip


@require_safe
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """What was sent. Survives a refresh: it shows what the request is now."""
    registration = _mine(request, pk)
    return tab_page(request, "efile/done.html", {
        "registration": registration, "documents": _documents(registration),
    })  # fmt: skip


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One request: how it stands, the court's words, and the answer to them when it asked."""
    registration = _mine(request, pk)
    form = AnswerForm(posted_data(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _answer(request, registration, form)
    return tab_page(request, "efile/request.html", {
        "registration": registration,
        "documents": _documents(registration),
        "form": form if registration.status == RequestStatus.MORE_INFO else None,
    })  # fmt: skip


def _answer(
    request: HttpRequest, registration: EfileRegistration, form: AnswerForm
) -> HttpResponse:
    try:
        reply_services.answer(
            account=request.pacer_account,
            registration=registration,
            words=form.cleaned_data["answer"],
            document=form.cleaned_data["document"],
            at=clock.now(),
        )
    except Refused as refused:
        messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
    else:
        messages.success(request, "Your answer was sent. The court looks at the request again.")
    return redirect("efile:request", registration.pk)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    registration = _mine(request, pk)
    try:
        reply_services.withdraw(
            account=request.pacer_account, registration=registration, at=clock.now()
        )
    except Refused as refused:
        messages.error(request, f"{refused.reason.sentence} {refused.reason.todo}")
    else:
        messages.success(
            request,
            f"The request was withdrawn. The {registration.court.name} will not decide it.",
        )
    return redirect("efile:request", pk)


@require_safe
def document(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    """A document of one's own request, as it was uploaded."""
    found = _mine(request, pk).documents.filter(pk=document).first()
    if found is None:
        raise Http404
    answer = HttpResponse(bytes(found.content), content_type="application/pdf")
    answer.headers["Content-Disposition"] = content_disposition_header(True, found.name)
    return answer
