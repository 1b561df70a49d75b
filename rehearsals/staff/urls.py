from django.urls import path

from rehearsals.staff import views

urlpatterns = [
    path("", views.home, name="staff"),
    path("rehearsals/", views.choose_rehearsal, name="choose_rehearsal"),
]
