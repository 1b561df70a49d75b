from django.urls import path

from cso.mfa import views

urlpatterns = [
    path("", views.overview, name="mfa"),
    path("add/", views.send, name="mfa_send"),
    path("add/code/", views.code, name="mfa_code"),
    path("add/app/", views.app, name="mfa_app"),
    path("add/qr.svg", views.qr_picture, name="mfa_qr"),
    path("remove/<int:pk>/", views.remove, name="mfa_remove"),
    path("codes/", views.backup_codes, name="mfa_codes"),
]
