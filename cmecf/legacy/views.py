"""The legacy CM/ECF before the outage: entry, login, the menus of a filer and of a PACER login."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cmecf.courts import access
from cmecf.courts.menus import find_entries, legacy_utilities, menu_items, section_of
from cmecf.legacy import services
from cmecf.legacy.decorators import filer_only, refuse, signed_in
from cmecf.legacy.forms import SearchForm
from cmecf.legacy.pages import court_page
from cmecf.legacy.refusals import CmecfRefusal
from cmecf.legacy.rules import may_file
from cmecf.legacy.sign_in_page import sign_in_page

form_page = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@never_cache
@require_safe
def entry(request: HttpRequest, court: str) -> HttpResponse:
    """The court's front door, and the start page of people who are signed in."""
    holder = access.holder(request)
    if holder is None:
        return court_page(request, "cmecf/entry.html")
    context = {"holder": holder, "client_code": access.client_code(request)}
    return court_page(request, "cmecf/legacy_start.html", context)


@login_not_required
@never_cache
@form_page
@sensitive_post_parameters("key")
def login(request: HttpRequest, court: str) -> HttpResponse:
    """ "CM/ECF Filer or PACER Login" (seed, Step 3); `login.pl?logout` logs out, as the real one."""
    if "logout" in request.GET and request.method != "POST":
        return _log_out(request)
    return sign_in_page(request, wanted=reverse("ecf:entry", args=[court]))


def _log_out(request: HttpRequest) -> HttpResponse:
    holder = access.holder(request)
    if holder:
        services.sign_out_legacy(court=request.court, holder=holder)
        access.let_out(request)
    return court_page(request, "cmecf/logged_out.html", {"left": holder})


@form_page
@sensitive_post_parameters("key")
@signed_in
def menu(request: HttpRequest, court: str) -> HttpResponse:
    """DisplayMenu.pl?CivilEvents and its sisters; what does not work yet is not listed."""
    section = section_of(request)
    if section in ("Civil", "Criminal"):
        return _filing_menu(request, section)
    if section == "Reports":
        return court_page(request, "cmecf/legacy_reports.html")
    if section == "Utilities":
        entries = legacy_utilities(court) if request.cmecf_account else []
        context = {"entries": entries, "client_code": access.client_code(request)}
        return court_page(request, "cmecf/legacy_utilities.html", context)
    raise Http404


def _filing_menu(request: HttpRequest, section: str) -> HttpResponse:
    account = request.cmecf_account
    if account is None:
        return refuse(request, CmecfRefusal.NOT_A_FILER, heading=section)
    context = {"section": section, "account": account, "may_file": may_file(account, section)}
    return court_page(request, "cmecf/legacy_filing.html", context)


@form_page
@sensitive_post_parameters("key")
@signed_in
def query(request: HttpRequest, court: str) -> HttpResponse:
    """Case queries; whether this visitor may run them depends on her PACER search status alone."""
    context = {"reader": request.legacy_pacer_account, "code_fault": access.code_fault(request)}
    return court_page(request, "cmecf/legacy_query.html", context)


@form_page
@sensitive_post_parameters("key")
@filer_only
def search(request: HttpRequest, court: str) -> HttpResponse:
    """Finds menus and functions by their words, as the Search entry of the bar does."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    found = None
    if form.is_bound and form.is_valid():
        places = [item for item in menu_items(request) if item.label not in ("Logout", "Search")]
        found = find_entries(form.cleaned_data["q"], [*places, *legacy_utilities(court)])
    return court_page(request, "cmecf/legacy_search.html", {"form": form, "found": found})
