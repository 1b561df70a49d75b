from django.urls import path

from pacer_accounts.billing import usage_views, views
from pacer_accounts.search_activation.views import activate_search

urlpatterns = [
    path("settings/activate-search/", activate_search, name="activate_search"),
    path("payments/cards/", views.stored_payment, name="stored_payment"),
    path("payments/cards/<int:pk>/", views.change_card, name="change_card"),
    path("payments/one-time/", views.one_time_payment, name="one_time_payment"),
    path("payments/one-time/confirm/", views.confirm_payment, name="confirm_payment"),
    path("payments/<int:pk>/", views.payment_receipt, name="payment_receipt"),
    path("usage/statement/", usage_views.statement, name="statement"),
    path("usage/transactions/", usage_views.transactions, name="transactions"),
]
