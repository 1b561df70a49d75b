"""Every row of a rehearsal belongs to it and is deleted with it."""

import pytest
from django.apps import apps
from django.db import models

from rehearsals.models import (
    CourtClock,
    LimitCount,
    PracticeHash,
    Rehearsal,
    StaffRecoveryCode,
    StaffSecondFactor,
)
from tests.architecture.names import layers
from training.models import CompletionRecord

# A class may share a clock; hashes are copied into new rehearsals; a record outlives its rehearsal; a
# limit covers an address in all of them.
SHARED = {Rehearsal, CourtClock, PracticeHash, CompletionRecord, LimitCount}
SHARED |= {StaffSecondFactor, StaffRecoveryCode}  # staff belong to the site
INSIDE = [
    model
    for app in layers()
    for model in apps.get_app_config(app).get_models()
    if model not in SHARED and not model._meta.proxy
]


@pytest.mark.parametrize("model", INSIDE, ids=lambda model: model._meta.label)
def test_every_row_belongs_to_one_rehearsal_and_is_deleted_with_it(model):
    to_rehearsal = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Rehearsal
    ]
    assert [field.name for field in to_rehearsal] == ["rehearsal"]
    assert to_rehearsal[0].remote_field.on_delete is models.CASCADE


def test_the_search_finds_models():
    assert {model.__name__ for model in INSIDE} >= {"PacerAccount", "CmecfAccount", "SignOnSession"}
