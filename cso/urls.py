from django.urls import include, path

from cso.active_sign_ons import views as active_sign_ons_views
from cso.credentials import views as credentials_views
from cso.recovery.urls import forgot_urls
from cso.recovery.views import PSC
from cso.sign_on import views

app_name = "psc"
urlpatterns = [
    path("login/", views.account_login, name="login"),
    path("logout/", views.account_logout, name="logout"),
    path("account/sign-ons/", active_sign_ons_views.sign_ons, name="sign_ons"),
    path("account/mfa/", include("cso.mfa.urls")),
    *forgot_urls(PSC),
    path("account/settings/username/", credentials_views.change_username, name="change_username"),
    path("account/settings/password/", credentials_views.change_password, name="change_password"),
    path(
        "account/settings/security-information/",
        credentials_views.security_information,
        name="security_information",
    ),
]
