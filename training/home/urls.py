from django.urls import include, path

from training.hints import views as hint_views
from training.home import views
from training.records.views import record
from training.run.views import summary

app_name = "training"
urlpatterns = [
    path("", views.home, name="home"),
    path("people/<slug:key>/", views.switch_person, name="switch_person"),
    path("bookmarks/", include("training.bookmarks.urls")),
    path("summary/", summary, name="summary"),
    path("summary/record/<str:code>/", record, name="record"),
    path("hints/", hint_views.choose_help, name="choose_help"),
    path("hints/<slug:action>/<slug:court>/<int:rung>/", hint_views.open_rung, name="open_rung"),
]
