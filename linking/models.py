from django.db import models

from cmecf.models import CmecfAccount


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
        pair = (self.first_name.casefold(), self.last_name.casefold())
        other = self.pacer_account
        return pair == (other.first_name.casefold(), other.last_name.casefold())
