"""Pages of Manage My Account > Maintenance that reach courts."""

from django.urls import path

from efile.registration import history_views, views
from efile.registration.views import AttorneyRegistrationView, NonAttorneyRegistrationView
from efile.updates import views as maintenance

app_name = "efile"
urlpatterns = [
    path("register/", views.register, {"view": AttorneyRegistrationView}, name="register"),
    path("register/<slug:step>/", AttorneyRegistrationView.as_view(), name="register_step"),
    path(
        "register-non-attorney/",
        views.register,
        {"view": NonAttorneyRegistrationView},
        name="register_non_attorney",
    ),
    path(
        "register-non-attorney/<slug:step>/",
        NonAttorneyRegistrationView.as_view(),
        name="register_non_attorney_step",
    ),
    path("history/", history_views.history, name="history"),
    path("status/", history_views.status, name="status"),
    path("registered-courts/", history_views.registered_courts, name="registered_courts"),
    path("requests/<int:pk>/", history_views.show, name="request"),
    path("requests/<int:pk>/sent/", history_views.done, name="done"),
    path("requests/<int:pk>/withdraw/", history_views.withdraw, name="withdraw"),
    path("requests/<int:pk>/documents/<int:document>/", history_views.document, name="document"),
    path("personal/", maintenance.personal, name="personal"),
    path("address/", maintenance.address, name="address"),
    path("delivery/", maintenance.delivery, name="delivery"),
]
