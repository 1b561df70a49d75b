"""Rows that the cast doesn't have. The product's own service starts rehearsals."""

from datetime import UTC, datetime, timedelta

import factory
from django.contrib.auth.hashers import make_password

from cmecf.models import CmecfAccount, Court
from efile.choices import RequestKind
from efile.models import EfileRegistration
from pacer_accounts.models import PacerAccount
from rehearsals.security.normalization import name_key
from tests.support.moments import FIRST_RUSH

PASSWORD = "Factory-Made-1"


class PacerAccountFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = PacerAccount

    account_number = factory.Sequence(lambda n: str(7_991_000 + n))
    username = factory.Sequence(lambda n: f"practice{n:04}")
    username_key = factory.LazyAttribute(lambda row: name_key(row.username))
    password = factory.LazyFunction(lambda: make_password(PASSWORD))
    account_type = "upgraded"
    opened_at = datetime(2019, 1, 1, 18, tzinfo=UTC)
    first_name = "Pat"
    last_name = factory.Sequence(lambda n: f"Practice{n}")
    email = factory.LazyAttribute(lambda row: f"{row.username}@example.com")
    user_type = "ATTORNEY"


class CourtFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Court

    code = factory.Sequence(lambda n: f"zz{n}")
    cso_id = factory.LazyAttribute(lambda row: f"{row.code.upper()}DC")
    name = factory.Sequence(lambda n: f"District of Practice {n}")
    title = "United States District Court"
    kind = "district"
    time_zone = "America/New_York"
    go_live_at = datetime(2020, 4, 20, 12, tzinfo=UTC)
    outage_starts_at = factory.LazyAttribute(lambda row: row.go_live_at - timedelta(hours=65))
    help_phone = "505-555-0190"
    help_email = "desk@example.org"


class CmecfAccountFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = CmecfAccount

    rehearsal = factory.SelfAttribute("court.rehearsal")
    login = factory.Sequence(lambda n: f"filer{n}")
    password = factory.LazyFunction(lambda: make_password(PASSWORD))
    first_name = "Pat"
    last_name = factory.Sequence(lambda n: f"Practice{n}")
    email = factory.LazyAttribute(lambda row: f"{row.login}@example.com")


class EfileRegistrationFactory(factory.django.DjangoModelFactory):
    """A request in the queue of `court`, from `pacer_account`."""

    class Meta:
        model = EfileRegistration

    rehearsal = factory.SelfAttribute("court.rehearsal")
    submitted_at = FIRST_RUSH - timedelta(minutes=5)
    kind = RequestKind.ATTORNEY
    application = "efile_only"
    role = "attorney"
    email = factory.SelfAttribute("pacer_account.email")
    email_frequency = "daily"
    email_format = "text"
