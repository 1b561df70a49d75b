"""Pages of Manage My Account > Maintenance that reach courts."""

from django.urls import path  # noqa: F401

app_name = "efile"
urlpatterns: list = []
