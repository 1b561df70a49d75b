from django.urls import path

from linking.link import views

app_name = "link"
urlpatterns = [
    path("utilities/link/", views.form, name="form"),
    path("utilities/link/confirm/", views.confirm, name="confirm"),
    path("utilities/link/done/", views.done, name="done"),
]
