from collections.abc import Iterator

import pytest
from freezegun import freeze_time
from freezegun.api import FrozenDateTimeFactory


@pytest.fixture
def freezer_at_noon() -> Iterator[FrozenDateTimeFactory]:
    with freeze_time("2026-11-24 12:00:00") as wall:
        yield wall
