from django.urls import include, path

from cso import account_views, sign_on_views, views
from cso.recovery.urls import forgot_urls
from cso.recovery.views import PSC

app_name = "psc"
urlpatterns = [
    path("login/", views.account_login, name="login"),
    path("logout/", views.account_logout, name="logout"),
    path("account/sign-ons/", sign_on_views.sign_ons, name="sign_ons"),
    path("account/mfa/", include("cso.mfa.urls")),
    *forgot_urls(PSC),
    path("account/settings/username/", account_views.change_username, name="change_username"),
    path("account/settings/password/", account_views.change_password, name="change_password"),
    path(
        "account/settings/security-information/",
        account_views.security_information,
        name="security_information",
    ),
]
