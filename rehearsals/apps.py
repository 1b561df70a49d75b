from typing import ClassVar

from django.db.models.signals import pre_migrate

from rehearsals import app_config


class RehearsalsConfig(app_config.RehearsalAppConfig):
    name = "rehearsals"
    verbose_name = "Rehearsals"
    navigation: ClassVar = (
        ("Clock", "rehearsals:clock"),
        ("Rules", "rehearsals:rules"),
        ("Mailbox", "rehearsals:mail"),
        ("Letter box", "rehearsals:letters"),
        ("Activity log", "rehearsals:activity"),
    )
    work_queues: ClassVar = ("rehearsals.mail.queries.undelivered_mail",)
    not_rewound: ClassVar = ("rehearsals.Activity", "rehearsals.AttemptCounter")
    replaces_rows: ClassVar = ("rehearsal.reset",)
    cleanups: ClassVar = {
        "Rehearsals": "rehearsals.cleanup.services.delete_idle",
        "Staff sessions": "rehearsals.cleanup.services.delete_expired_staff_sessions",
        "Counts of attempts": "rehearsals.security.limit_counts.delete_ended",
    }
    staff_permissions: ClassVar = {
        "Clerks": (
            "rehearsals.view_rehearsal",
            "rehearsals.view_activity",
            "rehearsals.view_mail",
        ),
        "Trainers": (
            "rehearsals.view_rehearsal",
            "rehearsals.change_rehearsal",
            "rehearsals.view_courtclock",
            "rehearsals.change_courtclock",
            "rehearsals.view_activity",
            "rehearsals.view_mail",
        ),
    }
    activity_areas: ClassVar = {
        "rehearsal.": "rehearsal",
        "clock.": "rehearsal",
    }
    activity_labels: ClassVar = {
        "rehearsal.started": "Started this rehearsal",
        "rehearsal.reset": "Reset this rehearsal",
        "rehearsal.changed": "Changed the rules of this rehearsal",
        "rehearsal.due_failed": "A scheduled event failed",
        "clock.moved": "Moved the court clock",
    }

    def ready(self) -> None:
        from rehearsals.cleanup.free_space import make_shrinkable  # needs the models

        pre_migrate.connect(make_shrinkable, sender=self)
