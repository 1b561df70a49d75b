from django.urls import path
from django.urls.resolvers import URLPattern

from dockets.fees import views

urlpatterns: list[URLPattern] = [
    path("utilities/billing-history/", views.billing_history, name="billing_history"),
    path("utilities/exemption/", views.exemption, name="exemption"),
    path("utilities/pacer-account/", views.show_account, name="pacer_account"),
    path("utilities/payment-history/", views.payment_history, name="payment_history"),
]
