"""PACER Case Locator, across the courts of a rehearsal."""

from django.urls.resolvers import URLPattern

app_name = "locator"
urlpatterns: list[URLPattern] = []
