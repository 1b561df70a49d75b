from django.urls import path

from efile.registration import views
from efile.registration.views import AttorneyRegistrationView, NonAttorneyRegistrationView
from efile.requests import views as requests
from efile.updates import views as updates

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
    path("history/", requests.history, name="history"),
    path("status/", requests.status, name="status"),
    path("registered-courts/", requests.registered_courts, name="registered_courts"),
    path("requests/<int:pk>/", requests.show, name="request"),
    path("requests/<int:pk>/sent/", requests.done, name="done"),
    path("requests/<int:pk>/withdraw/", requests.withdraw, name="withdraw"),
    path("requests/<int:pk>/documents/<int:document>/", requests.document, name="document"),
    path("personal/", updates.personal, name="personal"),
    path("address/", updates.address, name="address"),
    path("delivery/", updates.delivery, name="delivery"),
]
