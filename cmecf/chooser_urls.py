from django.urls import path

app_name = "chooser"
urlpatterns: list[path] = []
