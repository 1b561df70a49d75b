from django.urls import path

from rehearsals.lobby import views as lobby_views
from rehearsals.web import health

urlpatterns = [
    path("", lobby_views.lobby, name="lobby"),
    path("start/", lobby_views.start, name="start"),
    path("staff/", lobby_views.staff, name="staff"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
