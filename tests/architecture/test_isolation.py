"""Worlds do not touch: every row of the story belongs to one rehearsal and goes with it."""

import pytest
from django.apps import apps
from django.db import models

from rehearsals.models import CourtClock, PracticeHash, Rehearsal

OURS = ("rehearsals", "pacer_accounts", "cso", "cmecf", "efile", "linking", "training")
# Of the machine, not of the story: a clock may be shared by a class, hashes are copied into worlds.
MACHINE = {Rehearsal, CourtClock, PracticeHash}
STORY = [
    model
    for app in OURS
    for model in apps.get_app_config(app).get_models()
    if model not in MACHINE and not model._meta.proxy
]


@pytest.mark.parametrize("model", STORY, ids=lambda model: model._meta.label)
def test_every_story_row_belongs_to_one_rehearsal_and_goes_with_it(model):
    to_rehearsal = [
        field
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.related_model is Rehearsal
    ]
    assert [field.name for field in to_rehearsal] == ["rehearsal"]
    assert to_rehearsal[0].remote_field.on_delete is models.CASCADE


def test_the_walk_above_sees_the_story():
    assert {model.__name__ for model in STORY} >= {"PacerAccount", "CmecfAccount", "SignOnSession"}
