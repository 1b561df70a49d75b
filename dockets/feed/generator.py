"""The XML of a court's feed, as CM/ECF writes it: RSS 2.0 in ISO-8859-1, with dates in GMT."""

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from django.utils.feedgenerator import Rss201rev2Feed

ENCODING = "iso-8859-1"


def gmt(at: datetime) -> str:
    """ "Mon, 20 Apr 2020 14:05:00 GMT" """
    return format_datetime(at.astimezone(UTC), usegmt=True)


def printable(text: str) -> str:
    """`text` without control characters, which XML can't have."""
    return "".join(sign for sign in text if sign >= " " or sign in "\t\n")


class CourtFeed(Rss201rev2Feed):
    """Extra argument of the feed: `at`, the court time (UTC). Of each item: `entered_at`."""

    content_type = f"application/xml; charset={ENCODING}"

    def write(self, outfile: Any, encoding: str) -> None:
        super().write(outfile, ENCODING)

    def rss_attributes(self) -> dict[str, str]:
        return {"version": "2.0"}

    def add_root_elements(self, handler: Any) -> None:
        for name in ("title", "link", "description"):
            handler.addQuickElement(name, printable(self.feed[name]))
        handler.addQuickElement("lastBuildDate", gmt(self.feed["at"]))

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        handler.addQuickElement("title", printable(item["title"]))
        handler.addQuickElement("link", item["link"])
        handler.addQuickElement("description", printable(item["description"]))
        handler.addQuickElement("guid", item["unique_id"], {"isPermaLink": "true"})
        handler.addQuickElement("pubDate", gmt(item["entered_at"]))
