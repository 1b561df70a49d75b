from training.models import CompletionRecord
from training.records.codes import normalized


def find_record(typed: str) -> CompletionRecord | None:
    """The record with this code, however it was typed."""
    return CompletionRecord.objects.filter(code=normalized(typed)).first()
