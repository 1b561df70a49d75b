from django.urls import path

from cmecf import chooser_views

app_name = "chooser"
urlpatterns = [path("courts/", chooser_views.courts, name="courts")]
