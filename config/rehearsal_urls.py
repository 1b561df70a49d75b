"""URLs inside a rehearsal, below /r/<code>. Apps are named only as strings."""

from django.urls import include, path

urlpatterns = [
    path("", include("rehearsals.urls")),
    path("", include("training.home.urls")),
    path("www/<slug:court>/", include("cmecf.site.urls")),
    path("pacer/", include("pacer_accounts.public_site.urls")),
    path("psc/account/maintenance/", include("efile.urls")),
    path("psc/", include("cso.urls")),
    path("psc/", include("pacer_accounts.urls")),
    path("cso/", include("cso.sign_on.urls")),
    path("authenticator/", include("cso.authenticator.urls")),
    path("cso/", include("cmecf.courts.urls")),
    path("pcl/", include("dockets.locator.urls")),
    path("ecf/<slug:court>/", include("linking.link.urls")),
    path("ecf/<slug:court>/", include("dockets.urls")),
    path("ecf/<slug:court>/", include("cmecf.urls")),
]
handler500 = "rehearsals.web.error_pages.server_error"
