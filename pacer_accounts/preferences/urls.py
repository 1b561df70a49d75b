from django.urls import path

from pacer_accounts.preferences import views

urlpatterns = [
    path("billing-email/", views.billing_email, name="billing_email"),
    path("billing-preferences/", views.billing_preferences, name="billing_preferences"),
    path("client-code-format/", views.client_code_format, name="client_code_format"),
]
