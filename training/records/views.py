from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rehearsals.web.addresses import site_address
from rehearsals.web.http import RehearsalRequest
from training.records.forms import CodeForm
from training.records.queries import find_record


@login_not_required
@never_cache
@require_safe
def record(request: RehearsalRequest, code: str) -> HttpResponse:
    """A completion record to print, with the address of the page that verifies it."""
    found = find_record(code)
    if found is None:
        return render(request, "training/unknown_code.html", {"code": code}, status=404)
    check_url = request.build_absolute_uri(site_address("verify_record", found.code))
    context = {"record": found, "check_url": check_url, "your_step": None}
    return render(request, "training/record.html", context)


@login_not_required
@never_cache
@require_safe
def verify(request: HttpRequest, code: str = "") -> HttpResponse:
    """Outside of rehearsals: what the record with a code says, or a form that asks for a code."""
    form = CodeForm(request.GET if "code" in request.GET else {"code": code} if code else None)
    found, is_unknown = None, False
    if form.is_bound and form.is_valid():
        found = find_record(form.cleaned_data["code"])
        is_unknown = found is None
    context = {"form": form, "record": found, "is_unknown": is_unknown}
    return render(request, "training/verify.html", context, status=404 if is_unknown else 200)
