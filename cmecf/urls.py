"""A court's CM/ECF at the real systems' paths: legacy before the outage, NextGen after go-live."""

from django.urls import path

from cmecf.courts.by_phase import by_phase
from cmecf.legacy import password_views, utilities_views
from cmecf.legacy import views as legacy_views
from cmecf.nextgen import redaction
from cmecf.nextgen import views as nextgen_views
from cmecf.noticing.views import noticing

app_name = "ecf"
urlpatterns = [
    path("", by_phase(legacy_views.entry, nextgen_views.entry), name="entry"),
    path("cgi-bin/login.pl", by_phase(legacy_views.login, nextgen_views.login), name="login"),
    path("cgi-bin/DisplayMenu.pl", by_phase(legacy_views.menu, nextgen_views.menu), name="menu"),
    path("cgi-bin/search.pl", by_phase(legacy_views.search, nextgen_views.search), name="search"),
    path("cgi-bin/help.pl", by_phase(None, nextgen_views.help), name="help"),
    path("cgi-bin/redaction.pl", by_phase(None, redaction.redaction), name="redaction"),
    path("cgi-bin/lostPassword.pl", password_views.lost_password, name="lost_password"),
    path(
        "cgi-bin/resetPassword.pl/<str:token>/",
        password_views.reset_password,
        name="reset_password",
    ),
    path("utilities/email/", utilities_views.email, name="email"),
    path("utilities/noticing/", noticing, name="noticing"),
    path("utilities/password/", utilities_views.change_password, name="change_password"),
    path("utilities/client-code/", by_phase(None, nextgen_views.client_code), name="client_code"),
    path("utilities/transactions/", utilities_views.transactions, name="transactions"),
]
