from django.urls import path

from dockets.query import views

urlpatterns = [path("cgi-bin/iquery.pl", views.query, name="query")]
