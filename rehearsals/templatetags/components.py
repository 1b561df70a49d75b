"""Tags for components and for pages of higher apps. Every template can use them without load."""

import re
from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from rehearsals.web.addresses import page_url, site_address

register = template.Library()
_PHONE = re.compile(r"(\(\d{3}\) \d{3}-\d{4})")


@register.filter
def attributes(attrs: Mapping[str, Any]) -> SafeString:
    """A form control's HTML attributes, without `class` and our own `data-nostar`."""
    shown = []
    for name, value in attrs.items():
        if value is not False and name not in ("class", "data-nostar"):
            shown.append(name if value is True else format_html('{}="{}"', name, value))
    return format_html_join("", " {}", ([attribute] for attribute in shown))


@register.filter
def whole_phones(text: str) -> SafeString:
    """`text` with no line break inside a phone number, "(505) 348-2075"."""
    parts = enumerate(_PHONE.split(text))
    return format_html_join(
        "",
        "{}",
        (
            (format_html('<span class="nowrap">{}</span>', part) if index % 2 else part,)
            for index, part in parts
        ),
    )


@register.simple_tag
def page(role: str, *args: str) -> str:
    """`{% page "link_form" court.code %}`: the URL of a page that a higher app declares."""
    return page_url(role, *args)


@register.simple_tag
def site_page(name: str, *args: str) -> str:
    """`{% site_page "guide" "attorney" %}`: the URL of a page outside of rehearsals."""
    return site_address(name, *args)


@register.simple_block_tag(takes_context=True)
def alert(context: template.Context, content: SafeString, **options: Any) -> SafeString:
    """`{% alert kind="warning" heading="..." %}<p>...</p>{% endalert %}`: components/alert.html."""
    return render_to_string("components/alert.html", {"content": content, **options})
