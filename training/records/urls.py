"""Outside of rehearsals: a record outlives its rehearsal."""

from django.urls import path

from training.records import views

urlpatterns = [
    path("", views.verify, name="verify"),
    path("<str:code>/", views.verify, name="verify_record"),
]
