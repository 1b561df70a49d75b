from django.urls import path

from training.bookmarks import views

urlpatterns = [
    path("", views.bookmarks, name="bookmarks"),
    path("undo/", views.undo, name="undo"),
    path("<int:pk>/", views.go_back, name="go_back"),
    path("<int:pk>/delete/", views.delete_bookmark, name="delete_bookmark"),
]
