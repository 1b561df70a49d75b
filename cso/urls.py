from django.urls import path

from cso import notice_views, views
from cso.mfa import login_views
from cso.recovery.urls import forgot_urls, reset_urls
from cso.recovery.views import CSO

app_name = "cso"
urlpatterns = [
    path("csologin/login.jsf", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("second-factor/", login_views.second_factor, name="second_factor"),
    path("update-required/", login_views.update_required, name="update_required"),
    path("notice/", notice_views.notice, name="notice"),
    *forgot_urls(CSO),
    *reset_urls,
]
