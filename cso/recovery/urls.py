"""The pages of recovery below a login site; the names begin with the site's namespace."""

from typing import Any

from django.urls import URLPattern, path

from cso.recovery import views


def forgot_urls(site: views.Site) -> list[URLPattern]:
    """Three pages each for a forgotten password and a forgotten username."""
    return [found for purpose in views.FORMS for found in _pages(site, purpose)]


def _pages(site: views.Site, purpose: str) -> list[URLPattern]:
    base, given = f"forgot-{purpose}/", {"site": site, "purpose": purpose}
    pages: tuple[tuple[str, Any, str], ...] = (
        ("", views.identify, ""),
        ("questions/", views.questions, "_questions"),
        ("sent/", views.sent, "_sent"),
    )
    return [
        path(base + end, view, given, name=f"forgot_{purpose}{suffix}")
        for end, view, suffix in pages
    ]


reset_urls = [
    path("reset-password/done/", views.password_was_reset, name="password_was_reset"),
    path("reset-password/<str:token>/", views.reset_password, name="reset_password"),
]
