from django.urls import path

from cmecf.site import views

app_name = "site"
urlpatterns = [
    path("", views.home, name="home"),
    path("cmecf-nextgen/", views.nextgen, name="nextgen"),
    path("cmecf-nextgen/linking/", views.linking, name="linking"),
    path("news/<slug:slug>/", views.news, name="news"),
    path("<slug:section>/", views.section, name="section"),
]
