"""Django's database sessions, bound to one rehearsal and carrying a sign-on."""

from datetime import datetime, timedelta
from secrets import token_hex
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from cso.active_sign_ons.browsers import describe_browser
from cso.models import RENEWED_AT, SignOnSession
from pacer_accounts.wizards.drafts import has_draft
from rehearsals.app_config import declarations
from rehearsals.clock import clock
from rehearsals.packs import personas
from rehearsals.web.rows import find_row

if TYPE_CHECKING:
    from pacer_accounts.models import PacerAccount
    from rehearsals.models import Rehearsal

KEY_LENGTH = 128
CLIENT_CODE = "client_code"
CLIENT_CODE_REFUSED = "client_code_refused"  # a malformed code was entered; it is not stored
FEE_EXEMPT = "fee_exempt"  # the fee exemption is switched on, until the next login
LAPSED = "sign_on_lapsed"
TIMED_OUT, DISABLED, ENDED = "timed_out", "disabled", "ended"  # why a sign-on ended
WENT_BACK = "went_back"  # the rehearsal did
OTHER_DAY = "other_day"  # the court clock was moved to another day
PENDING = "pending_sign_on"
RECOVERY = "recovery"
RENEWED_AS = "renewed_as"
TWICE = timedelta(minutes=1)  # within which a form is sent twice, by a double-click or a retry
_ACCOUNT_NUMBER = "signed_on_as"  # whose unfinished work this is, even after the sign-on lapsed
_BROWSER_KEYS = (personas.SESSION_KEY, "help_off")  # and those that apps declare


class SessionStore(DatabaseStore):
    """The session of one browser in one rehearsal."""

    def __init__(
        self, session_key: str | None = None, rehearsal: "Rehearsal | None" = None
    ) -> None:
        self._rehearsal = rehearsal
        self.pacer_account: PacerAccount | None = None
        self.signed_on_at: datetime | None = None
        self.last_seen_at: datetime | None = None
        self.day_changes = 0
        self._has_lapsed = False  # in this request
        self.user_agent = ""  # the header; only its description is stored, at a sign-on
        self.browser = ""
        super().__init__(session_key)

    @property
    def rehearsal(self) -> "Rehearsal":
        if self._rehearsal is None:  # Django itself makes such a store, to encode and decode
            raise LookupError("This session store belongs to no rehearsal.")
        return self._rehearsal

    @property
    def account(self) -> "PacerAccount":
        """The account that is signed on. Raises LookupError if none is."""
        if self.pacer_account is None:
            raise LookupError("No account is signed on.")
        return self.pacer_account

    @classmethod
    def get_model_class(cls) -> type[SignOnSession]:
        return SignOnSession

    def get_session_cookie_age(self) -> int:
        return settings.REHEARSAL_SESSION_DAYS * 24 * 60 * 60

    def _get_new_session_key(self) -> str:
        return token_hex(KEY_LENGTH // 2)

    def _get_session_from_db(self) -> SignOnSession | None:
        key = [self.rehearsal.pk, self.session_key]
        condition = "r.rehearsal_id = %s AND r.session_key = %s"
        row = find_row(SignOnSession, condition, key, join="pacer_account")
        is_over = row is None or row.expire_date <= clock.wall_now()
        if row is None or is_over or row.signed_on_at == RENEWED_AT:
            self._session_key = None
            return None
        self.signed_on_at, self.last_seen_at = row.signed_on_at, row.last_seen_at
        self.pacer_account, self.browser = row.pacer_account, row.browser
        if self.pacer_account is not None:
            self.pacer_account.rehearsal = self.rehearsal  # which every service reads
        self.day_changes = row.day_changes
        return row

    def create_model_instance(self, data: dict[str, Any]) -> SignOnSession:
        row = cast(SignOnSession, super().create_model_instance(data))
        row.rehearsal = self.rehearsal
        row.pacer_account, row.browser = self.pacer_account, self.browser
        row.signed_on_at, row.last_seen_at = self.signed_on_at, self.last_seen_at
        row.day_changes = self.day_changes
        return row

    def create(self) -> None:
        """Try once, where Django retries forever: a key of this length is never taken.

        It fails only if the account or the rehearsal was deleted meanwhile (a reset). Raises
        UpdateError.
        """
        self._session_key = self._get_new_session_key()
        try:
            self.save(must_create=True)
        except CreateError:
            raise UpdateError from None
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        """Write a new row, or the session's values; the sign-on only if this request ended it.

        Otherwise a slow request would bring back a sign-on that ended meanwhile. Raises UpdateError if
        the row was deleted.
        """
        if must_create or self.session_key is None or self._has_lapsed:
            super().save(must_create)
            return
        row = self.create_model_instance(dict(self.items()))
        stored = SignOnSession.objects.filter(session_key=row.session_key)
        stored = stored.exclude(signed_on_at=RENEWED_AT)
        if not stored.update(session_data=row.session_data, expire_date=row.expire_date):
            raise UpdateError

    def sign_on(self, pacer_account: "PacerAccount", *, at: datetime) -> None:
        """Sign `pacer_account` on at the wall time `at`, under a new key (prevents fixation).

        Unfinished work of another account in this browser is deleted.
        """
        self.load_once()
        if self.get(_ACCOUNT_NUMBER) not in (None, pacer_account.account_number):
            self._session_cache = self._browser_values()
        for key in (LAPSED, PENDING, RECOVERY, FEE_EXEMPT):
            self.pop(key, None)
        self[_ACCOUNT_NUMBER] = pacer_account.account_number
        self.pacer_account, self.browser = pacer_account, describe_browser(self.user_agent)
        self.signed_on_at = self.last_seen_at = at
        self.day_changes = self.rehearsal.clock.day_changes
        self._discard_key()

    def _discard_key(self) -> None:
        """Like Django's `cycle_key`, but the new row is written only when the session is saved."""
        if self.session_key:
            self.delete(self.session_key)
        self._session_key = None
        self.modified = True

    def renew(self) -> None:
        """Go on under a new key. A copy of the old one is useless, except for `follow_renewal`."""
        self.load_once()
        old = SignOnSession.objects.filter(session_key=self.session_key)
        self.create()
        old.update(
            pacer_account=None,
            signed_on_at=RENEWED_AT,
            last_seen_at=None,
            session_data=self.encode({RENEWED_AS: self.session_key}),
            expire_date=clock.wall_now() + TWICE,
        )

    def follow_renewal(self, old_key: str, token: str) -> bool:
        """Go on as the session that replaced `old_key` a moment ago; whether there is one.

        For a form that was sent twice: `token` must be that of its draft, so the key isn't enough.
        """
        rows = SignOnSession.objects.filter(rehearsal=self.rehearsal, session_key=old_key)
        row = rows.filter(signed_on_at=RENEWED_AT, expire_date__gt=clock.wall_now()).first()
        if row is None:
            return False
        renewed = SessionStore(self.decode(row.session_data)[RENEWED_AS], self.rehearsal)
        renewed.user_agent = self.user_agent
        if not has_draft(renewed, token):
            return False
        self.__dict__.update(renewed.__dict__)
        self.modified = True
        return True

    def lapse(self, reason: str) -> None:
        """End the sign-on and store the reason for the login page; unfinished forms stay."""
        self.pacer_account = self.signed_on_at = self.last_seen_at = None
        self._has_lapsed = True
        for key in (CLIENT_CODE, CLIENT_CODE_REFUSED, FEE_EXEMPT):
            self.pop(key, None)
        self[LAPSED] = reason

    def sign_off(self) -> None:
        """Delete the row; a new session starts with only the values that belong to the browser."""
        values = self._browser_values()
        self.flush()
        self.update(values)

    def flush(self) -> None:
        super().flush()
        self.pacer_account = self.signed_on_at = self.last_seen_at = None

    def _browser_values(self) -> dict[str, Any]:
        declared = [key for keys in declarations("browser_keys") for key in keys]
        return {key: self[key] for key in (*_BROWSER_KEYS, *declared) if key in self}

    def load_once(self) -> None:
        """Read the row, with the account's columns, before it is changed."""
        self.keys()
