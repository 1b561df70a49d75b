"""PACER Case Locator, across the courts of a rehearsal."""

from django.urls import path
from django.urls.resolvers import URLPattern

from dockets.locator import views

app_name = "locator"
urlpatterns: list[URLPattern] = [
    path("", views.search, name="search"),
    path("client-code/", views.client_code, name="client_code"),
]
