from django.db import models

from cmecf.models import CmecfAccount
from pacer_accounts.profile.rules import names_agree


class LinkManager(models.Manager["Link"]):
    def get_queryset(self) -> models.QuerySet["Link"]:
        return super().get_queryset().filter(pacer_account__isnull=False)


class Link(CmecfAccount):
    """A CM/ECF account that is linked to a PACER account. Proxy for the clerk's list of links."""

    objects = LinkManager()

    class Meta:
        proxy = True
        verbose_name = "link"

    def __str__(self) -> str:
        return f"{self.login} at {self.court.code}"

    @property
    def names_agree(self) -> bool:
        """Whether both accounts have the same first and last name."""
        return names_agree(self, self.pacer_account)
