from django.urls import path

from dockets.reports.activity import views as activity
from dockets.reports.calendar import views as calendar
from dockets.reports.case_lists import views as case_lists
from dockets.reports.docket_sheet import selected_views as selected
from dockets.reports.docket_sheet import views as docket_sheet
from dockets.reports.history import views as history
from dockets.reports.opinions import views as opinions

urlpatterns = [
    path("cgi-bin/DktRpt.pl", docket_sheet.docket_sheet, name="docket_sheet"),
    path("cgi-bin/show_multidocs.pl", selected.selected_documents, name="selected_documents"),
    path("cgi-bin/HistDocQry.pl", history.history, name="history"),
    path("cgi-bin/WrtOpRpt.pl", opinions.written_opinions, name="written_opinions"),
    path("cgi-bin/CvCaseFiled-Rpt.pl", case_lists.civil_cases, name="civil_cases"),
    path("cgi-bin/CrCaseFiled-Rpt.pl", case_lists.criminal_cases, name="criminal_cases"),
    path("cgi-bin/CaseFiled-Rpt.pl", case_lists.cases, name="cases"),
    path("cgi-bin/DktActivity-Rpt.pl", activity.docket_activity, name="docket_activity"),
    path("cgi-bin/CalEvents-Rpt.pl", calendar.calendar_events, name="calendar_events"),
]
