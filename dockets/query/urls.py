from django.urls import path

from dockets.query import case_numbers_views, case_views, views

urlpatterns = [
    path("cgi-bin/iquery.pl", views.query, name="query"),
    path("cgi-bin/iqquerymenu.pl", views.case_menu, name="case_menu"),
    path("cgi-bin/mobile_query.pl", views.mobile, name="mobile_query"),
    path(
        "cgi-bin/possible_case_numbers.pl",
        case_numbers_views.possible_case_numbers,
        name="possible_case_numbers",
    ),
    path("cgi-bin/qryAlias.pl", case_views.alias, name="alias"),
    path("cgi-bin/qryAscCases.pl", case_views.associated, name="associated_cases"),
    path("cgi-bin/qryAttorneys.pl", case_views.attorney, name="attorneys"),
    path("cgi-bin/QryRMSLocation.pl", case_views.location, name="case_file_location"),
    path("cgi-bin/qrySummary.pl", case_views.summary, name="case_summary"),
    path("cgi-bin/SchedQry.pl", case_views.schedule, name="deadlines"),
    path("cgi-bin/FilerQry.pl", case_views.filers, name="filers"),
    path("cgi-bin/qryParties.pl", case_views.party, name="parties"),
    path("cgi-bin/RelTransactQry.pl", case_views.related, name="related_transactions"),
    path("cgi-bin/StatusQry.pl", case_views.status, name="status"),
]
