from django.urls import path

from linking import home_views

app_name = "linking"
urlpatterns = [path("", home_views.home, name="home")]
