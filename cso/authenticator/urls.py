from django.urls import path

from cso.authenticator import views

app_name = "authenticator"
urlpatterns = [path("", views.authenticator, name="codes")]
