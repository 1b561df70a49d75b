from django.urls import path

app_name = "ecf"
urlpatterns: list[path] = []
