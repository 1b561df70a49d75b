from typing import ClassVar

from rehearsals import app_config


class TrainingConfig(app_config.RehearsalAppConfig):
    name = "training"
    activity_labels: ClassVar = {"people.sat_down": "Switched to this person"}
    pages: ClassVar = {"home": "training:home"}
    navigation: ClassVar = (("My steps", "training:home"),)
    problem_groups = "training.help.problem_cards.GROUPS"
