from typing import Any

from django.urls import URLPattern, path

from cso.recovery import views


def forgot_urls(site: views.Site) -> list[URLPattern]:
    """The pages of a forgotten password and of a forgotten username, in the namespace of `site`."""
    return [pattern for purpose in views.FORMS for pattern in _pages(site, purpose)]


def _pages(site: views.Site, purpose: str) -> list[URLPattern]:
    base, kwargs = f"forgot-{purpose}/", {"site": site, "purpose": purpose}
    pages: tuple[tuple[str, Any, str], ...] = (
        ("", views.identify, ""),
        ("questions/", views.questions, "_questions"),
        ("sent/", views.sent, "_sent"),
    )
    return [
        path(base + end, view, kwargs, name=f"forgot_{purpose}{suffix}")
        for end, view, suffix in pages
    ]


reset_urls = [
    path("reset-password/done/", views.password_was_reset, name="password_was_reset"),
    path("reset-password/<str:token>/", views.reset_password, name="reset_password"),
]
