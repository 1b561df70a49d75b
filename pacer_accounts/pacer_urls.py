from django.urls import path

app_name = "pacer"
urlpatterns: list[path] = []
