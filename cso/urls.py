from django.urls import path

app_name = "cso"
urlpatterns: list[path] = []
