from django.urls import path

from cmecf.courts import views

app_name = "chooser"
urlpatterns = [path("courts/", views.courts, name="courts")]
