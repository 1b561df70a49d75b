"""Static files under names that carry their content's hash."""

from collections.abc import Callable
from functools import cache

from whitenoise.storage import CompressedManifestStaticFilesStorage


class RememberingStorage(CompressedManifestStaticFilesStorage):
    """The manifest never changes while a process runs: neither does a file's address."""

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.url: Callable[..., str] = cache(super().url)
