from typing import ClassVar

from rehearsals import app_config


class LinkingConfig(app_config.RehearsalAppConfig):
    name = "linking"
    verbose_name = "Links"
    work_queues: ClassVar = ("linking.unlink.queries.links_to_check",)
    pages: ClassVar = {"link_form": "link:form", "link_done": "link:done"}
    staff_permissions: ClassVar = {
        "Clerks": (
            "linking.view_link",
            "linking.change_link",
        ),
        "Trainers": ("linking.view_link",),
    }
    activity_areas: ClassVar = {
        "link.": "linking",
    }
    activity_labels: ClassVar = {
        "link.prove": "Enter the CM/ECF login on the link page",
        "link.made": "Linked a CM/ECF account permanently",
        "link.refused": "Link a CM/ECF account",
        "link.undone": "Undid a link",
        "link.merged": "Merged two records of one filer",
    }
