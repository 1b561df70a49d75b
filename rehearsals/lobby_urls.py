from django.urls import path

from rehearsals import lobby_views, views

urlpatterns = [
    path("", lobby_views.lobby, name="lobby"),
    path("start/", lobby_views.start, name="start"),
    path("staff/", lobby_views.staff, name="staff"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
