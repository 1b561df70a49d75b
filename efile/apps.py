from django.apps import AppConfig


class EfileConfig(AppConfig):
    name = "efile"
    verbose_name = "E-file registration"
