from django.apps import AppConfig


class CmecfConfig(AppConfig):
    name = "cmecf"
    verbose_name = "Courts and CM/ECF"
