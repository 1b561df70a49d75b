from django.urls import path

app_name = "rehearsals"
urlpatterns: list[path] = []
