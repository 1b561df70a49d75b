from django.urls import path

from dockets.query import case_numbers_views, views

urlpatterns = [
    path("cgi-bin/iquery.pl", views.query, name="query"),
    path("cgi-bin/iqquerymenu.pl", views.case_menu, name="case_menu"),
    path("cgi-bin/mobile_query.pl", views.mobile, name="mobile_query"),
    path(
        "cgi-bin/possible_case_numbers.pl",
        case_numbers_views.possible_case_numbers,
        name="possible_case_numbers",
    ),
]
