import re
from html import unescape

from django.http import HttpResponse


def page_text(response: HttpResponse) -> str:
    """What a person reads on the page: no tags, single spaces, none before a punctuation mark."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r" ([.,:)])", r"\1", " ".join(unescape(text).split()))
