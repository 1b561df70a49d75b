from django.urls import include, path

from pacer_accounts.account_menu import views as account_menu_views
from pacer_accounts.guidance import views as guidance_views
from pacer_accounts.registration import views as registration_views
from pacer_accounts.upgrade import views as upgrade_views

app_name = "account"
urlpatterns = [
    path("register/done/", registration_views.registered, name="registered"),
    path(
        "register/<slug:step>/",
        registration_views.RegistrationView.as_view(),
        name="register_step",
    ),
    path("register-wizard/", guidance_views.register_wizard, name="register_wizard"),
    path("counties/", registration_views.counties, name="counties"),
    path("account/", account_menu_views.landing, name="landing"),
    path("account/maintenance/", account_menu_views.maintenance, name="maintenance"),
    path("account/payments/", account_menu_views.payments, name="payments"),
    path("account/usage/", account_menu_views.usage, name="usage"),
    path("account/", include("pacer_accounts.group_billing.urls")),
    path("account/settings/", include("pacer_accounts.preferences.urls")),
    path("account/", include("pacer_accounts.billing.urls")),
    path("upgrade/", upgrade_views.upgrade, name="upgrade"),
    path("upgrade/done/", upgrade_views.upgraded, name="upgraded"),
    path("upgrade/<slug:step>/", upgrade_views.UpgradeView.as_view(), name="upgrade_step"),
]
