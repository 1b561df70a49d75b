from django.apps import AppConfig


class PacerAccountsConfig(AppConfig):
    name = "pacer_accounts"
    verbose_name = "PACER accounts"
