from django.urls import path

from dockets.reports.docket_sheet import views as docket_sheet
from dockets.reports.history import views as history
from dockets.reports.opinions import views as opinions

urlpatterns = [
    path("cgi-bin/DktRpt.pl", docket_sheet.docket_sheet, name="docket_sheet"),
    path("cgi-bin/HistDocQry.pl", history.history, name="history"),
    path("cgi-bin/WrtOpRpt.pl", opinions.written_opinions, name="written_opinions"),
]
