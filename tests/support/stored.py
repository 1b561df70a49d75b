"""Everything that the database holds, to prove that something isn't in it."""

import json

from django.apps import apps
from django.core import serializers

from cso.models import SignOnSession


def everything_stored() -> str:
    """Every row of every table as JSON, and the decoded contents of every sign-on session."""
    rows = (row for model in apps.get_models() for row in model._base_manager.all())
    sessions = [row.get_decoded() for row in SignOnSession.objects.all()]
    return serializers.serialize("json", rows) + json.dumps(sessions)
