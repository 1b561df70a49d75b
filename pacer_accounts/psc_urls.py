from django.urls import path

from pacer_accounts import account_views, upgrade_views
from pacer_accounts.registration import views as registration_views

app_name = "account"
urlpatterns = [
    path("register/done/", registration_views.registered, name="registered"),
    path(
        "register/<slug:step>/",
        registration_views.RegistrationPage.as_view(),
        name="register_step",
    ),
    path("counties/", registration_views.counties, name="counties"),
    path("account/", account_views.landing, name="landing"),
    path("upgrade/", upgrade_views.upgrade, name="upgrade"),
    path("upgrade/done/", upgrade_views.upgraded, name="upgraded"),
    path("upgrade/<slug:step>/", upgrade_views.upgrade_step, name="upgrade_step"),
]
