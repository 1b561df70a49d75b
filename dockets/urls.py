"""Cases, dockets, documents and filing of a court, at the real systems' paths."""

from django.urls import include, path
from django.urls.resolvers import URLPattern, URLResolver

app_name = "dockets"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dockets.query.urls")),
    path("", include("dockets.reports.urls")),
    path("", include("dockets.documents.urls")),
    path("", include("dockets.filing.urls")),
    path("", include("dockets.notices.urls")),
    path("", include("dockets.fees.urls")),
    path("", include("dockets.feed.urls")),
]
