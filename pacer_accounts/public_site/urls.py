from django.urls import path

from pacer_accounts.guidance import views as guidance_views
from pacer_accounts.public_site import views as public_site_views

app_name = "pacer"
urlpatterns = [
    path("", public_site_views.home, name="home"),
    path("register/", public_site_views.register, name="register"),
    path("register/<slug:kind>/", public_site_views.register_kind, name="register_kind"),
    path("which-one/", guidance_views.which_one, name="which_one"),
    path("nextgen/", public_site_views.nextgen, name="nextgen"),
    path("efile/", public_site_views.efile, name="efile"),
    path("court-links/", public_site_views.court_links, name="court_links"),
    path("announcements/", public_site_views.announcements, name="announcements"),
    path("quick-links/", public_site_views.quick_links, name="quick_links"),
    path("help/", public_site_views.help_page, name="help"),
    path("contact/", public_site_views.contact, name="contact"),
]
