from django.urls import path

app_name = "link"
urlpatterns: list[path] = []
