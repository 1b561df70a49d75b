from cmecf.models import CmecfAccount
from pacer_accounts.models import PacerAccount
from pacer_accounts.profile.rules import names_agree


class Link(CmecfAccount):
    """A CM/ECF account that is linked to a PACER account. Proxy for the clerk's list of links."""

    class Meta:
        proxy = True
        verbose_name = "link"

    def __str__(self) -> str:
        return f"{self.login} at {self.court.code}"

    @property
    def linked_account(self) -> PacerAccount:
        """The PACER account. A link always has one."""
        assert self.pacer_account is not None
        return self.pacer_account

    @property
    def names_agree(self) -> bool:
        """Whether both accounts have the same first and last name."""
        return names_agree(self, self.linked_account)
