"""Django's database sessions, extended the documented way: bound to a world, carrying a sign-on."""

from datetime import datetime
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from cso.active_sign_ons.browsers import in_words
from cso.models import SignOnSession
from rehearsals.clock import clock
from rehearsals.packs import personas
from rehearsals.web.lookups import Lookup

if TYPE_CHECKING:
    from pacer_accounts.models import PacerAccount
    from rehearsals.models import Rehearsal

KEY_LENGTH = 128
CLIENT_CODE = "client_code"
CLIENT_CODE_REFUSED = (
    "client_code_refused"  # one of the wrong format was typed; the code is not kept
)
LAPSED = "sign_on_lapsed"
TIMED_OUT, DISABLED, ENDED = "timed_out", "disabled", "ended"  # why a sign-on is over
PENDING = "pending_sign_on"
RECOVERY = "recovery"
_HOLDER = "signed_on_as"  # whose half-done work the session holds, also after a sign-on lapsed
_OF_THE_BROWSER = (personas.SESSION_KEY, "help_off")


_find_row = Lookup(
    lambda rehearsal_id, session_key: SignOnSession.objects.select_related("pacer_account").filter(
        rehearsal_id=rehearsal_id, session_key=session_key
    )
)


class SessionStore(DatabaseStore):
    """The session of one browser in one rehearsal."""

    def __init__(
        self, session_key: str | None = None, rehearsal: "Rehearsal | None" = None
    ) -> None:
        self.rehearsal = rehearsal
        self.pacer_account: PacerAccount | None = None
        self.signed_on_at: datetime | None = None
        self.last_seen_at: datetime | None = None
        self.user_agent = ""  # what the browser calls itself; kept in words, at a sign-on only
        self.browser = ""
        super().__init__(session_key)

    @classmethod
    def get_model_class(cls) -> type[SignOnSession]:
        return SignOnSession

    def get_session_cookie_age(self) -> int:
        return settings.REHEARSAL_SESSION_DAYS * 24 * 60 * 60

    def _get_new_session_key(self) -> str:
        return token_hex(KEY_LENGTH // 2)

    def _get_session_from_db(self) -> SignOnSession | None:
        row = _find_row(self.rehearsal.pk, self.session_key)
        if row is None or row.expire_date <= clock.wall_now():
            self._session_key = None
            return None
        self.signed_on_at, self.last_seen_at = row.signed_on_at, row.last_seen_at
        self.pacer_account, self.browser = row.pacer_account, row.browser
        return row

    def create_model_instance(self, data: dict) -> SignOnSession:
        row = super().create_model_instance(data)
        row.rehearsal = self.rehearsal
        row.pacer_account, row.browser = self.pacer_account, self.browser
        row.signed_on_at, row.last_seen_at = self.signed_on_at, self.last_seen_at
        return row

    def create(self) -> None:
        """One try, where Django tries for ever: a key of this length is never taken.

        What fails is that the account or the world went meanwhile (a reset). Raises UpdateError.
        """
        self._session_key = self._get_new_session_key()
        try:
            self.save(must_create=True)
        except CreateError:
            raise UpdateError from None
        self.modified = True

    def sign_on(self, pacer_account: "PacerAccount", *, at: datetime) -> None:
        """Carry `pacer_account` from the wall time `at` on, under a new key (no fixation).

        What another account left half done in this browser goes.
        """
        self.load_once()
        if self.get(_HOLDER) not in (None, pacer_account.account_number):
            self._session_cache = self._of_the_browser()
        for passing in (LAPSED, PENDING, RECOVERY):
            self.pop(passing, None)
        self[_HOLDER] = pacer_account.account_number
        self.pacer_account, self.browser = pacer_account, in_words(self.user_agent)
        self.signed_on_at = self.last_seen_at = at
        self._take_a_new_key()

    def _take_a_new_key(self) -> None:
        """As Django's `cycle_key`, but the new row is written only when the session is saved."""
        if self.session_key:
            self.delete(self.session_key)
        self._session_key = None
        self.modified = True

    def lapse(self, why: str) -> None:
        """Forget the account, and remember why it was forgotten; half-filled forms stay."""
        self.pacer_account = self.signed_on_at = self.last_seen_at = None
        for of_the_sign_on in (CLIENT_CODE, CLIENT_CODE_REFUSED):
            self.pop(of_the_sign_on, None)
        self[LAPSED] = why

    def sign_off(self) -> None:
        """Delete the row; only what belongs to the browser and not to the person begins a new one."""
        kept = self._of_the_browser()
        self.flush()
        self.update(kept)

    def flush(self) -> None:
        super().flush()
        self.pacer_account = self.signed_on_at = self.last_seen_at = None

    def _of_the_browser(self) -> dict[str, Any]:
        return {key: self[key] for key in _OF_THE_BROWSER if key in self}

    def load_once(self) -> None:
        """Read the row before it is changed: the account's columns come with it."""
        self._get_session()
