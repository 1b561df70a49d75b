from django.urls import path

from training.people import views

urlpatterns = [
    path("", views.people, name="staff_people"),
    path("<slug:key>/", views.person, name="staff_person"),
]
