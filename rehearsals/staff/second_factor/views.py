"""Pages of the second factor of staff: the passcode after the password, enrollment, removal."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from rehearsals.models import StaffSecondFactor
from rehearsals.security import totp
from rehearsals.security.limit_counts import attempt
from rehearsals.security.limits import STAFF_SIGN_IN
from rehearsals.staff.next_page import next_page
from rehearsals.staff.second_factor import access, services
from rehearsals.staff.second_factor.access import ENROLL_PAGE, PASSCODE_PAGE, SECRET
from rehearsals.staff.second_factor.forms import LOCKED, WRONG, CodeForm
from rehearsals.staff.site import staff_site
from rehearsals.web.http import get_or_post, posted_data

log = logging.getLogger(__name__)

ISSUER = "Rehearsal staff pages"
View = Callable[..., HttpResponse]


def _of_staff(page: str = "") -> Callable[[View], View]:
    """For staff who are signed in, or who have nothing left to do but this `page`.

    The view gets the user and the wall time.
    """

    def decorator(view: View) -> View:
        @never_cache
        @sensitive_post_parameters()
        @wraps(view)
        def of_staff(request: Any) -> HttpResponse:
            if not access.is_offered():
                raise Http404
            user = request.user if request.user.is_authenticated else None
            if page and request.staff_page == page:
                user = request.staff_waiting
            return view(request, user, request.wall_at) if user else redirect("admin:login")

        return of_staff

    return decorator


@get_or_post
@_of_staff(PASSCODE_PAGE)
def passcode(request: HttpRequest, user: User, wall_at: datetime) -> HttpResponse:
    """Ask for a passcode. Until it is right, `request.user` is nobody."""
    if request.user.is_authenticated:
        return redirect("staff")
    if "cancel" in request.POST:
        logout(request)
        return redirect("admin:login")
    form = CodeForm(posted_data(request))
    if form.is_valid() and _is_right(request, form, user, wall_at):
        access.pass_(request.session, user)
        return redirect(next_page(request) or "staff")
    context = {"form": form, "next": next_page(request), "username": user.get_username()}
    return _page(request, "passcode.html", "Enter your passcode", context)


@get_or_post
@_of_staff()
def second_factor(request: HttpRequest, user: User, wall_at: datetime) -> HttpResponse:
    """Whether the second factor is on, and removing it with a code."""
    factor = StaffSecondFactor.objects.filter(user=user).first()
    if factor is None:
        return redirect(ENROLL_PAGE)
    form = CodeForm(posted_data(request))
    if form.is_valid() and _is_right(request, form, user, wall_at):
        services.remove(user)
        log.warning("staff second factor removed: %s", user.get_username())
        messages.success(request, "Your second factor is off. Your recovery codes no longer work.")
        return redirect("staff")
    left = factor.recovery_codes.filter(used_at=None).count()
    context = {"form": form, "factor": factor, "codes_left": left}
    return _page(request, "second_factor.html", "Second factor", context)


@get_or_post
@_of_staff(ENROLL_PAGE)
def enroll(request: HttpRequest, user: User, wall_at: datetime) -> HttpResponse:
    """Show QR code and secret until the app's first passcode is right, then the recovery codes, once."""
    if StaffSecondFactor.objects.filter(user=user).exists():
        return redirect("staff_second_factor")
    secret: str = request.session.setdefault(SECRET, totp.new_secret())
    form = CodeForm(posted_data(request))
    form.fields["code"].help_text = "The six digits that your app shows now."
    if form.is_valid():
        typed = form.cleaned_data["code"]
        codes = services.confirm(user, secret=secret, passcode=typed, wall_at=wall_at)
        if codes:
            access.pass_(request.session, user)
            log.info("staff second factor set up: %s", user.get_username())
            return _page(request, "recovery_codes.html", "Your recovery codes", {"codes": codes})
        form.add_error("code", WRONG)
    context = {
        "form": form,
        "secret": totp.in_groups(secret),
        "issuer": ISSUER,
        "username": user.get_username(),
        "is_required": not request.user.is_authenticated,
    }
    return _page(request, "enroll.html", "Set up your second factor", context)


@require_safe
@_of_staff(ENROLL_PAGE)
def qr_picture(request: HttpRequest, user: User, wall_at: datetime) -> HttpResponse:
    """The QR code of this session's enrollment; 404 without one."""
    secret = request.session.get(SECRET)
    if secret is None:
        raise Http404
    svg = totp.qr_code_svg(secret, name=user.get_username(), issuer=ISSUER)
    return HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")


def _is_right(request: Any, form: CodeForm, user: User, wall_at: datetime) -> bool:
    """Check the code, within the limits of the staff sign-in. A wrong one is an error of the form."""
    with attempt(request, STAFF_SIGN_IN, name=user.get_username()) as this_attempt:
        verdict = services.verify(user, code=form.cleaned_data["code"], wall_at=wall_at)
        log.info("staff passcode %s: %s", verdict.value, user.get_username())
        if verdict is services.Verdict.RIGHT:
            this_attempt.succeeded()
            return True
    form.add_error("code", LOCKED if verdict is services.Verdict.LOCKED else WRONG)
    return False


def _page(request: HttpRequest, name: str, title: str, context: dict[str, Any]) -> HttpResponse:
    return staff_site().page(request, f"admin/rehearsals/second_factor/{name}", title, context)
