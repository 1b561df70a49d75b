from django.urls import path

from dockets.notices import views

urlpatterns = [
    path("filing/<int:entry>/notice/", views.notice, name="notice"),
    path("cgi-bin/MailList.pl", views.mailing_info, name="mailing_info"),
]
