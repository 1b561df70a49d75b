from django.urls import path

from cso import views

app_name = "psc"
urlpatterns = [
    path("login/", views.account_login, name="login"),
    path("logout/", views.account_logout, name="logout"),
]
