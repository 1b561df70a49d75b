from django.urls import path

from rehearsals.staff import views
from rehearsals.staff.accounts import views as account_views

urlpatterns = [
    path("", views.home, name="staff"),
    path("rehearsals/", views.choose_rehearsal, name="choose_rehearsal"),
    path("session/", account_views.session, name="staff_session"),
]
