from django.urls import path

from dockets.reports.docket_sheet import views as docket_sheet

urlpatterns = [
    path("cgi-bin/DktRpt.pl", docket_sheet.docket_sheet, name="docket_sheet"),
]
