"""What a filer changes about her own CM/ECF account, and a clerk for her."""

from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from cmecf.courts.activity import note
from cmecf.legacy import emails
from cmecf.legacy.services.authentication import prove_login
from cmecf.models import CmecfAccount


@transaction.atomic
def change_email(*, account: CmecfAccount, email: str, by: str = "") -> None:
    """Put `email` on file. Mailed reset links end: they went to the old address.

    `by` names the clerk who does it; empty when the filer does it herself.
    """
    before, account.email = account.email, email
    account.save(update_fields=["email"])
    drop_reset_links(account)
    note(account.court, "cmecf.email_changed", who=account, detail=f"by {by}" if by else "")
    emails.send_email_changed(account, before)


def change_password(
    *, account: CmecfAccount, current: str, new: str, at_wall: datetime
) -> CmecfAccount:
    """Set `new` once `current` is proven; its other sign-ins and mailed links end.

    Raises Refused as `prove_login` does, on the same counter. Hashes: never inside a transaction.
    """
    proven = prove_login(
        account.rehearsal,
        account.court,
        account.login,
        current,
        at_wall=at_wall,
        what="cmecf.password_changed",
    )
    encoded = make_password(new)
    with transaction.atomic():
        store_password(proven, encoded)
        note(proven.court, "cmecf.password_changed", who=proven)
        emails.send_password_changed(proven)
    return proven


def store_password(account: CmecfAccount, encoded: str) -> None:
    """Keep a new hash. Sign-ins carry a stamp of the old one, so they end (cmecf.courts.access)."""
    account.password, account.must_reset_password = encoded, False
    account.save(update_fields=["password", "must_reset_password"])
    drop_reset_links(account)


def drop_reset_links(account: CmecfAccount) -> None:
    """Unused links die with a newer link and with a change of password or e-mail."""
    account.reset_links.filter(used_at=None).delete()
