"""The story: what lies inside a rehearsal, below /r/<code>. Apps are named only as strings."""

from django.urls import include, path

urlpatterns = [
    path("", include("rehearsals.story_urls")),
    path("", include("linking.urls")),
    path("www/<slug:court>/", include("cmecf.site_urls")),
    path("pacer/", include("pacer_accounts.pacer_urls")),
    path("psc/account/maintenance/", include("efile.psc_urls")),
    path("psc/", include("cso.psc_urls")),
    path("psc/", include("pacer_accounts.psc_urls")),
    path("cso/", include("cso.urls")),
    path("cso/", include("cmecf.chooser_urls")),
    path("ecf/<slug:court>/", include("linking.ecf_urls")),
    path("ecf/<slug:court>/", include("cmecf.ecf_urls")),
]
