"""The public PACER site (www.pacer.gov)."""

from django.urls import path

from pacer_accounts import question_views, site_views

app_name = "pacer"
urlpatterns = [
    path("", site_views.home, name="home"),
    path("register/", site_views.register, name="register"),
    path("register/<slug:kind>/", site_views.register_kind, name="register_kind"),
    path("which-one/", question_views.which_one, name="which_one"),
    path("nextgen/", site_views.nextgen, name="nextgen"),
    path("efile/", site_views.efile, name="efile"),
    path("court-links/", site_views.court_links, name="court_links"),
    path("announcements/", site_views.announcements, name="announcements"),
    path("quick-links/", site_views.quick_links, name="quick_links"),
    path("help/", site_views.help_page, name="help"),
    path("contact/", site_views.contact, name="contact"),
]
