from django.urls import path

from rehearsals.lobby import views as lobby_views

urlpatterns = [
    path("", lobby_views.lobby, name="lobby"),
    path("start/", lobby_views.start, name="start"),
]
