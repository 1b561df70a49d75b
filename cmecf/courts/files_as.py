"""Under whose name a PACER account files in a court."""

import re
from dataclasses import dataclass

from cmecf.models import CmecfAccount
from pacer_accounts.choices import HolderKind
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import names_agree

_REFERENCE = re.compile(r"[a-z0-9]+-(\d+)-\d+", re.IGNORECASE)


@dataclass(frozen=True)
class FilesAs:
    """The name that a PACER account files under in a court, and what is wrong with the link.

    A court sees `names_differ`. Only the rehearsal knows `is_someone_elses` (the CM/ECF account of
    another person) and `is_shared` (several people use the PACER account): practice help shows them.
    """

    name: str
    holder: str
    login: str
    username: str
    account_number: str
    reference: str
    names_differ: bool
    is_someone_elses: bool
    is_shared: bool

    @property
    def is_wrong(self) -> bool:
        """Whether the rehearsal knows that this link should not exist."""
        return self.is_someone_elses or self.is_shared


def files_as(account: CmecfAccount, pacer_account: PacerAccount) -> FilesAs:
    """What the link of `account` to `pacer_account` means. Runs no query if `account` has its court."""
    owners = {account.persona, pacer_account.persona} - {""}
    return FilesAs(
        name=account.full_name,
        holder=pacer_account.full_name,
        login=account.login,
        username=pacer_account.username,
        account_number=pacer_account.account_number,
        reference=reference(account, pacer_account),
        names_differ=not names_agree(account, pacer_account),
        is_someone_elses=len(owners) > 1,
        is_shared=pacer_account.holder_kind == HolderKind.SHARED,
    )


def reference(account: CmecfAccount, pacer_account: PacerAccount) -> str:
    """The reference to give on the phone: court, PACER account number, CM/ECF account."""
    return f"{account.court.code.upper()}-{pacer_account.account_number}-{account.pk}"


def account_number_in(word: str) -> str:
    """The PACER account number of a reference such as NMD-7990023-2. Any other `word` as it is."""
    found = _REFERENCE.fullmatch(word.strip())
    return found[1] if found else word
