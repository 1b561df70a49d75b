from typing import ClassVar

from rehearsals import app_config


class TrainingConfig(app_config.RehearsalAppConfig):
    name = "training"
    navigation: ClassVar = (("My steps", "training:home"),)
