from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from rehearsals.clock.court_time import wall_text
from rehearsals.staff.admin_base import ModelAdmin, ReadOnly
from training.models import CompletionRecord


@admin.register(CompletionRecord)
class CompletionRecordAdmin(ReadOnly):
    """Completion records: trainers may read and delete them."""

    rehearsal_path = ""  # a record stays when its rehearsal is deleted
    list_display = ("code", "name", "persona", "court", "recorded")
    search_fields = ("code", "name")
    search_help_text = "Code or name."
    empty_list = (
        "No completion record yet. A learner who has completed the four steps makes one on the"
        " rehearsal's Summary page."
    )

    @admin.display(description="recorded", ordering="created_at")
    def recorded(self, record: CompletionRecord) -> str:
        return wall_text(record.created_at)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return ModelAdmin.has_delete_permission(self, request, obj)
