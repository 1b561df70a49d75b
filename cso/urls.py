from django.urls import path

from cso import notice_views, views
from cso.mfa import login_views

app_name = "cso"
urlpatterns = [
    path("csologin/login.jsf", views.login, name="login"),
    path("logout/", views.logout, name="logout"),
    path("second-factor/", login_views.second_factor, name="second_factor"),
    path("update-required/", login_views.update_required, name="update_required"),
    path("notice/", notice_views.notice, name="notice"),
    path("forgot-password/", views.forgot_password, name="forgot_password"),
    path("forgot-username/", views.forgot_username, name="forgot_username"),
]
