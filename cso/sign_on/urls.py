from django.urls import path

from cso.mfa import passcode_views
from cso.recovery.urls import forgot_urls, reset_urls
from cso.recovery.views import CSO
from cso.sign_on import notice_views, views

app_name = "cso"
urlpatterns = [
    path("csologin/login.jsf", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("second-factor/", passcode_views.second_factor, name="second_factor"),
    path("update-required/", passcode_views.update_required, name="update_required"),
    path("notice/", notice_views.notice, name="notice"),
    *forgot_urls(CSO),
    *reset_urls,
]
