from datetime import UTC, datetime, timedelta
from typing import Self, TypeVar

from django.db import models
from django.utils.crypto import get_random_string
from django.utils.functional import cached_property

from rehearsals.app_config import HomeCourt, declared_function
from rehearsals.clock.clock import wall_now

Row = TypeVar("Row", bound=models.Model)

DEMO_CODE = "demo"  # the public rehearsal that the demo command creates
END_OF_TIME = datetime(2100, 1, 1, tzinfo=UTC)  # where a fast clock stops


class LockableQuerySet(models.QuerySet[Row]):
    def locked(self) -> Self:
        """Lock the selected rows until the transaction ends, but not the rows joined to them."""
        return self.select_for_update(of=("self",))


class ClockManner(models.TextChoices):
    WALL = "wall", "Follows today's date and time"
    RUNNING = "running", "Running"
    HELD = "held", "Held"


class CourtClock(models.Model):
    """The court's time in one rehearsal, or in several that share a clock."""

    manner = models.CharField(max_length=8, choices=ClockManner, default=ClockManner.WALL)
    court_at = models.DateTimeField(
        null=True, blank=True, help_text="Court time (UTC) at `wall_at`."
    )
    wall_at = models.DateTimeField(
        null=True, blank=True, help_text="Wall time (UTC) when the clock was set."
    )
    speed = models.FloatField(default=1.0)
    day_changes = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="How often the clock was moved to another court day. A login made at another count"
        " has ended.",
    )
    left_at = models.DateTimeField(
        null=True, editable=False, help_text="Court time (UTC) before the last such move."
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="clock_set_or_wall",
                condition=models.Q(manner="wall")
                | models.Q(court_at__isnull=False, wall_at__isnull=False),
            ),
            models.CheckConstraint(name="clock_speed_positive", condition=models.Q(speed__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.get_manner_display()} {self.court_at or ''}".strip()

    @property
    def is_ticking(self) -> bool:
        return self.manner != ClockManner.HELD

    def read(self, wall: datetime) -> datetime:
        """The court time (UTC) at the wall time `wall`."""
        if self.court_at is None or self.wall_at is None or self.manner == ClockManner.WALL:
            return wall
        if self.manner == ClockManner.HELD:
            return self.court_at
        elapsed = (wall - self.wall_at) * self.speed
        return self.court_at + min(elapsed, END_OF_TIME - self.court_at)


class RehearsalKind(models.TextChoices):
    DEMO = "demo", "Demo court"
    PRIVATE = "private", "Private rehearsal"


class ClockControl(models.TextChoices):
    HOLDER = "holder", "Anyone in the rehearsal"
    STAFF = "staff", "Trainers only"


class LinkPolicy(models.TextChoices):
    """What happens when a shared PACER account is linked, which real systems can't detect."""

    GUARD = "guard", "Guard: a shared PACER account can't be linked"
    REALISTIC = "realistic", "Realistic: a shared PACER account can be linked, as in real systems"


class Era(models.TextChoices):
    """Which year's PACER rules apply: password rules, and whether there is a second factor."""

    Y2020 = "2020", "2020: the rules on the day of the move"
    Y2025 = "2025", "2025: longer passwords and multifactor authentication"


class RehearsalQuerySet(models.QuerySet["Rehearsal"]):
    def lock(self, pk: int) -> "Rehearsal":
        """Lock the rehearsal's row. A change of a whole rehearsal locks it first, to avoid deadlocks."""
        return self.select_for_update().only("pk").get(pk=pk)

    def lock_change(self, pk: int) -> "Rehearsal":
        """Lock the rehearsal against other changes and a reset, and read it with its clock.

        Unlike `lock`, this lets others add rows that refer to the rehearsal, such as log entries.
        """
        rows = self.select_related("clock").select_for_update(no_key=True, of=("self",))
        return rows.get(pk=pk)

    def idle(self, *, at: datetime, days: int) -> "RehearsalQuerySet":
        """Private rehearsals that nobody used in the `days` before the wall time `at`."""
        return self.filter(
            kind=RehearsalKind.PRIVATE, last_used_at__lt=at - timedelta(days=days), is_ending=False
        )


def new_code() -> str:
    """A random code. Anyone who has it can move the clock and reset the rehearsal."""
    return get_random_string(22)


class Rehearsal(models.Model):
    code = models.SlugField(max_length=64, unique=True, default=new_code)
    title = models.CharField(max_length=100)
    kind = models.CharField(max_length=10, choices=RehearsalKind, default=RehearsalKind.PRIVATE)
    pack = models.SlugField(max_length=40)
    clock = models.ForeignKey(CourtClock, on_delete=models.PROTECT, related_name="rehearsals")
    clock_control = models.CharField(
        max_length=10, choices=ClockControl, default=ClockControl.HOLDER
    )
    link_policy = models.CharField(max_length=10, choices=LinkPolicy, default=LinkPolicy.GUARD)
    refuses_special_logins = models.BooleanField(
        default=False,
        help_text="A CM/ECF login with & @ # $ or * can't be linked, as in one real court.",
    )
    scans_mail = models.BooleanField(
        default=False,
        help_text="A mail scanner opens the links in notices before their readers do.",
    )
    era = models.CharField(max_length=4, choices=Era, default=Era.Y2020)
    keeps_bookmarks = models.BooleanField(
        default=True,
        help_text="Learners can go back to an earlier point. Turn it off for an exam.",
    )
    next_due_at = models.DateTimeField(
        null=True, editable=False, help_text="Court time (UTC) of the next due event, if any."
    )
    created_at = models.DateTimeField(default=wall_now, editable=False)
    last_used_at = models.DateTimeField(default=wall_now, editable=False)
    is_ending = models.BooleanField(
        default=False,
        editable=False,
        help_text="Set while the rehearsal is deleted, so that its log can be deleted too.",
    )

    objects = RehearsalQuerySet.as_manager()

    class Meta:
        ordering = ["-last_used_at"]
        indexes = [
            models.Index(
                fields=["last_used_at"],
                name="rehearsals_by_last_use",
                condition=models.Q(is_ending=False),
            ),
            models.Index(
                fields=["id"], name="rehearsals_ending", condition=models.Q(is_ending=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.code})"

    @property
    def mount(self) -> str:
        """The path under which this rehearsal is mounted, without a trailing slash."""
        return f"/r/{self.code}"

    @cached_property
    def home_court(self) -> HomeCourt:
        """The court whose move is rehearsed, read once. Raises ObjectDoesNotExist if it is gone."""
        court: HomeCourt = declared_function("home_court")(self)
        return court

    @property
    def time_zone(self) -> str:
        """The home court's time zone ("America/Denver"), from its row."""
        return self.home_court.time_zone


class Outcome(models.TextChoices):
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"
    FAILED = "failed", "Failed"


class Activity(models.Model):
    """An entry of the activity log: "All activities and access attempts are logged" (seed, Step 3).

    Append-only: database triggers refuse UPDATE, and DELETE unless the rehearsal is being deleted.
    """

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="activities")
    court_at = models.DateTimeField("court time")
    wall_at = models.DateTimeField("wall time", default=wall_now)
    what = models.CharField(max_length=60)
    who = models.CharField(max_length=120, blank=True, help_text="Empty for an unknown name.")
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.DONE)
    detail = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "activity log"
        indexes = [models.Index(fields=["rehearsal", "what"])]

    def __str__(self) -> str:
        return f"{self.what} {self.outcome} {self.who}"


class Medium(models.TextChoices):
    EMAIL = "email", "E-mail"
    POST = "post", "U.S. mail"


class Mail(models.Model):
    """An e-mail in the practice mailbox, or a letter in the letter box. Nothing leaves the server."""

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="mails")
    medium = models.CharField(max_length=5, choices=Medium, default=Medium.EMAIL)
    to = models.CharField(max_length=254)
    sender = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    body = models.TextField()
    is_html = models.BooleanField(default=False, help_text="`body` is HTML that we wrote.")
    court_at = models.DateTimeField("court time")
    wall_at = models.DateTimeField("wall time", default=wall_now)
    is_delivered = models.BooleanField(default=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "practice mail"

    def __str__(self) -> str:
        return self.subject


class DueEvent(models.Model):
    """Something that happens by itself, once, at a court time, whether the clock runs or jumps there."""

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="due_events")
    due_at = models.DateTimeField(help_text="Court time (UTC).")
    what = models.CharField(max_length=60, help_text="A key of an app's due_events.")
    payload = models.JSONField(default=dict)
    fired_at = models.DateTimeField(null=True, blank=True, help_text="Wall time.")

    class Meta:
        ordering = ["due_at", "pk"]
        indexes = [
            models.Index(
                fields=["rehearsal", "due_at"],
                name="due_events_waiting",
                condition=models.Q(fired_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} at {self.due_at}"
