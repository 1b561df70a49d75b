from django.urls import path
from django.urls.resolvers import URLPattern

from dockets.feed import views

urlpatterns: list[URLPattern] = [path("cgi-bin/rss_outside.pl", views.rss_outside, name="rss")]
