"""Django's database sessions, extended the documented way: bound to a world, carrying a sign-on."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils.crypto import get_random_string

from cso.models import StorySession
from rehearsals import clock

if TYPE_CHECKING:
    from pacer_accounts.models import PacerAccount
    from rehearsals.models import Rehearsal

KEY_LENGTH = 128


class SessionStore(DatabaseStore):
    """The session of one browser in one rehearsal."""

    def __init__(
        self, session_key: str | None = None, rehearsal: "Rehearsal | None" = None
    ) -> None:
        self.rehearsal = rehearsal
        self.pacer_account: PacerAccount | None = None
        self.signed_on_at: datetime | None = None
        self.last_seen_at: datetime | None = None
        super().__init__(session_key)

    @classmethod
    def get_model_class(cls) -> type[StorySession]:
        return StorySession

    def get_session_cookie_age(self) -> int:
        return settings.STORY_SESSION_DAYS * 24 * 60 * 60

    def _get_new_session_key(self) -> str:
        return get_random_string(KEY_LENGTH)

    def _get_session_from_db(self) -> StorySession | None:
        live = StorySession.objects.select_related("pacer_account").filter(
            rehearsal=self.rehearsal, expire_date__gt=clock.wall_now()
        )
        row = live.filter(session_key=self.session_key).first()
        if row is None:
            self._session_key = None
            return None
        self.signed_on_at, self.last_seen_at = row.signed_on_at, row.last_seen_at
        self.pacer_account = row.pacer_account
        return row

    def create_model_instance(self, data: dict) -> StorySession:
        row = super().create_model_instance(data)
        row.rehearsal = self.rehearsal
        row.pacer_account = self.pacer_account
        row.signed_on_at, row.last_seen_at = self.signed_on_at, self.last_seen_at
        return row

    def sign_on(self, pacer_account: "PacerAccount", *, at: datetime) -> None:
        """Carry `pacer_account` from the wall time `at` on, under a new key (no fixation)."""
        self.load_once()
        self.pacer_account = pacer_account
        self.signed_on_at = self.last_seen_at = at
        self.cycle_key()

    def sign_off(self) -> None:
        """Forget the account; what else the browser holds stays."""
        self.load_once()
        self.pacer_account = self.signed_on_at = self.last_seen_at = None
        self.modified = True

    def load_once(self) -> None:
        """Read the row before it is changed: the account's columns come with it."""
        self._get_session()
