"""rss_outside.pl: the entries of the last day, for everyone and without a login."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cmecf.courts.http import CourtRequest
from cmecf.models import Court
from dockets.documents.numbers import DIRECT, MENU, document_number
from dockets.feed.generator import CourtFeed
from dockets.feed.queries import recent_entries
from dockets.models import DocketEntry


@dataclass(frozen=True)
class Source:
    """What the feed of one request is about. `base`: the absolute URL of the court's CM/ECF."""

    court: Court
    base: str
    at: datetime

    def docket(self, entry: DocketEntry) -> str:
        return f"{self.base}cgi-bin/DktRpt.pl?{entry.case_id}"


@dataclass(frozen=True)
class Item:
    entry: DocketEntry
    source: Source


if TYPE_CHECKING:
    _Feed = Feed[Item, Source]
else:
    _Feed = Feed


class RecentEntries(_Feed):
    feed_type = CourtFeed
    item_guid_is_permalink = True

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Source:
        source: Source = kwargs["source"]
        return source

    def title(self, source: Source) -> str:
        return f"{source.court.name} - Recent Entries"

    def link(self, source: Source) -> str:
        return source.base

    def description(self, source: Source) -> str:
        return "Docket entries of type: all"

    def feed_extra_kwargs(self, source: Source | None) -> dict[str, Any]:
        return {"at": source.at} if source else {}

    def items(self, source: Source) -> Iterable[Item]:
        return [Item(entry, source) for entry in recent_entries(source.court, at=source.at)]

    def item_title(self, item: Item) -> str:
        return f"{item.entry.case.number} {item.entry.case.title}"

    def item_link(self, item: Item) -> str:
        return item.source.docket(item.entry)

    def item_guid(self, item: Item) -> str:
        return f"{item.source.docket(item.entry)}&{item.entry.sequence}"

    def item_description(self, item: Item) -> str:
        """[Motion to Dismiss] and, if the main document is public, a link to it with the entry's number."""
        text = f"[{escape(item.entry.short_text)}]"
        documents = list(item.entry.documents.all())
        if not documents or documents[0].attachment or item.entry.number is None:
            return text
        court = item.source.court
        flag = MENU if len(documents) > 1 else DIRECT
        number = document_number(court.document_prefix, documents[0].pk, flag)
        query = f"caseid={item.entry.case_id}&de_seq_num={item.entry.sequence}"
        url = f"{item.source.base}doc1/{number}?{query}"
        return f'{text} (<a href="{url}" >{item.entry.number}</a>)'

    def item_extra_kwargs(self, item: Item) -> dict[str, Any]:
        return {"entered_at": item.entry.entered_at}


_feed = RecentEntries()


@login_not_required
@never_cache
@require_safe
def rss_outside(request: CourtRequest, court: str) -> HttpResponse:
    base = request.build_absolute_uri(reverse("ecf:entry", args=[request.court.code]))
    return _feed(request, source=Source(request.court, base, request.at))
