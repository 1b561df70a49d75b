"""URLs outside of rehearsals. Apps are named only as strings."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("rehearsals.lobby.urls")),
    path("", include("rehearsals.guides.urls")),
    path("checklist/", include("training.checklist.urls")),
    path("verify/", include("training.records.urls")),
    path("staff/", include("rehearsals.staff.urls")),
    path("staff/people/", include("training.people.urls")),
    path("admin/", admin.site.urls),
]
handler500 = "rehearsals.web.error_pages.server_error"
