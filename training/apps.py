from typing import ClassVar

from rehearsals import app_config


class TrainingConfig(app_config.RehearsalAppConfig):
    name = "training"
    activity_areas: ClassVar = {
        "people.": "rehearsal",
        "bookmark.": "rehearsal",
        "record.": "rehearsal",
    }
    activity_labels: ClassVar = {
        "people.sat_down": "Switched to this person",
        "bookmark.named": "Bookmarked this point",
        "bookmark.returned": "Went back to an earlier point",
        "record.made": "Made a completion record",
    }
    work_queues: ClassVar = ("training.people.queries.not_ready_queue",)
    pages: ClassVar = {
        "find_person": "staff_people",
        "home": "training:home",
        "bookmarks": "training:bookmarks",
        "go_back": "training:go_back",
        "undo": "training:undo",
        "summary": "training:summary",
        "checklist": "checklist",
        "verify": "verify",
        "verify_record": "verify_record",
    }
    navigation: ClassVar = (
        ("My steps", "training:home"),
        ("Undo", "training:bookmarks"),
        ("Summary", "training:summary"),
    )
    before_change: ClassVar = "training.bookmarks.services.keep_before_change"
    class_progress = "training.people.class_queries.class_progress"
    recent_changes = "training.bookmarks.queries.recent_changes"
    restorable_values = "training.bookmarks.queries.values_in_bookmarks"
    not_rewound: ClassVar = ("training.Bookmark", "training.HintUse")
    replaces_rows: ClassVar = ("bookmark.returned",)
    staff_permissions: ClassVar = {
        "Trainers": ("training.view_completionrecord", "training.delete_completionrecord"),
    }
    problem_groups = "training.help.problem_cards.GROUPS"
    browser_keys: ClassVar = ("on_my_own", "step_card")
