from typing import ClassVar

from rehearsals import app_config


class DocketsConfig(app_config.RehearsalAppConfig):
    name = "dockets"
    verbose_name = "Cases and dockets"
    pack_loaders: ClassVar = ("dockets.cases.pack_loader.load",)
    not_rewound: ClassVar = ("dockets.StoredFile",)
    pages: ClassVar = {"case_query": "dockets:query"}
    due_events: ClassVar = {
        "dockets.daily_summary": "dockets.notices.services.send_daily_summaries"
    }
