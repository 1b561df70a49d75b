from django.urls import include, path

from pacer_accounts import manage_views, question_views, upgrade_views
from pacer_accounts.registration import done_views
from pacer_accounts.registration import views as registration_views

app_name = "account"
urlpatterns = [
    path("register/done/", done_views.registered, name="registered"),
    path(
        "register/<slug:step>/",
        registration_views.RegistrationPage.as_view(),
        name="register_step",
    ),
    path("register-wizard/", question_views.register_wizard, name="register_wizard"),
    path("counties/", registration_views.counties, name="counties"),
    path("account/", manage_views.landing, name="landing"),
    path("account/maintenance/", manage_views.maintenance, name="maintenance"),
    path("account/payments/", manage_views.payments, name="payments"),
    path("account/usage/", manage_views.usage, name="usage"),
    path("account/", include("pacer_accounts.paa.urls")),
    path("account/settings/", include("pacer_accounts.settings.urls")),
    path("account/", include("pacer_accounts.billing.urls")),
    path("upgrade/", upgrade_views.upgrade, name="upgrade"),
    path("upgrade/done/", upgrade_views.upgraded, name="upgraded"),
    path("upgrade/<slug:step>/", upgrade_views.upgrade_step, name="upgrade_step"),
]
