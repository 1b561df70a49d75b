from django.db import models

from rehearsals.activity.labels import activity_label


class BookmarkQuerySet(models.QuerySet["Bookmark"]):
    def automatic(self) -> "BookmarkQuerySet":
        """Those that were kept before a change."""
        return self.filter(name="")

    def named(self) -> "BookmarkQuerySet":
        return self.exclude(name="")


class Bookmark(models.Model):
    """The state of a whole rehearsal at one point, to go back to: before a change, or named."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="bookmarks"
    )
    what = models.CharField(
        max_length=60, blank=True, help_text="The activity it was kept before; empty if named."
    )
    name = models.CharField(max_length=80, blank=True, help_text="The name that a learner gave.")
    who = models.CharField(max_length=120, blank=True)
    detail = models.CharField(max_length=300, blank=True)
    court_at = models.DateTimeField("court time")
    wall_at = models.DateTimeField("wall time")
    content = models.BinaryField(help_text="The rows of the rehearsal, compressed.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the uncompressed content.")

    objects = BookmarkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name, or the change that it was kept before: "Moved the court clock (…)"."""
        change = activity_label(self.what)
        return self.name or (f"{change} ({self.detail})" if self.detail else change)

    @property
    def point(self) -> str:
        """Where a return to it leads, for the log."""
        if self.what == "bookmark.returned":
            return "undid going back"
        return f'to "{self.name}"' if self.name else f'to before "{self.label}"'


class HintUse(models.Model):
    """A rung of a step's hint ladder that a person opened in this rehearsal. A restore keeps it."""

    rehearsal = models.ForeignKey(
        "rehearsals.Rehearsal", on_delete=models.CASCADE, related_name="hint_uses"
    )
    persona = models.CharField(max_length=10)
    action = models.CharField(max_length=20, help_text="training.home.situation.Action")
    rung = models.PositiveSmallIntegerField()
    court_at = models.DateTimeField("court time")
    wall_at = models.DateTimeField("wall time")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rehearsal", "persona", "action", "rung"], name="hint_counted_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.persona}: {self.action}, rung {self.rung}"


class CompletionRecord(models.Model):
    """Proof that someone completed a rehearsal. It stays when the rehearsal is deleted."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=60, blank=True, help_text="The learner's name, if given.")
    persona = models.CharField(max_length=120, help_text="The person they practiced as.")
    court = models.CharField(max_length=80)
    completed_at = models.DateTimeField("completed", help_text="Court time (UTC).")
    created_at = models.DateTimeField("recorded", help_text="Wall time (UTC).")
    facts = models.JSONField(default=dict, help_text="What the summary said.")

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.code
