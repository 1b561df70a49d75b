from django.urls import path

from rehearsals.staff import views
from rehearsals.staff.accounts import views as account_views
from rehearsals.staff.second_factor import views as factor_views

urlpatterns = [
    path("", views.home, name="staff"),
    path("rehearsals/", views.choose_rehearsal, name="choose_rehearsal"),
    path("passcode/", factor_views.passcode, name="staff_passcode"),
    path("second-factor/", factor_views.second_factor, name="staff_second_factor"),
    path("second-factor/set-up/", factor_views.enroll, name="staff_enroll"),
    path("second-factor/qr.svg", factor_views.qr_picture, name="staff_second_factor_qr"),
    path("session/", account_views.session, name="staff_session"),
]
