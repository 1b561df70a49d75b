from django.urls import path

app_name = "psc"
urlpatterns: list[path] = []
