"""Outside of rehearsals: it is about real accounts."""

from django.urls import path

from training.checklist import views

urlpatterns = [path("", views.checklist, name="checklist")]
