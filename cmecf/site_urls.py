from django.urls import path

from cmecf import site_views

app_name = "site"
urlpatterns = [
    path("", site_views.home, name="home"),
    path("cmecf-nextgen/", site_views.nextgen, name="nextgen"),
    path("cmecf-nextgen/linking/", site_views.linking, name="linking"),
    path("news/<slug:slug>/", site_views.news, name="news"),
    path("<slug:section>/", site_views.section, name="section"),
]
