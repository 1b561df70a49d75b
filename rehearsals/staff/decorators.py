from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from rehearsals.staff.working_in import has_chosen

View = Callable[..., HttpResponse]


def staff_only(view: View) -> View:
    """For signed-in staff. Others get the sign-in page."""
    return staff_member_required(view)


def staff_page(view: View) -> View:
    """For signed-in staff who have chosen a rehearsal. Without a choice, ask first."""

    @wraps(view)
    def chosen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs) if has_chosen(request) else ask_rehearsal(request)

    return staff_only(chosen)


def ask_rehearsal(request: HttpRequest) -> HttpResponse:
    """The page that asks which rehearsal, and then leads back to this page."""
    query = urlencode({"next": request.get_full_path()})
    return redirect(f"{reverse('choose_rehearsal')}?{query}")
