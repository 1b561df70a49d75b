from django.urls import include, path

from training.home import views

app_name = "training"
urlpatterns = [
    path("", views.home, name="home"),
    path("people/<slug:key>/", views.switch_person, name="switch_person"),
    path("bookmarks/", include("training.bookmarks.urls")),
]
