"""Tags for components and for pages of higher apps. Every template can use them without load."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rehearsals.web.addresses import page_url

register = template.Library()


@register.simple_tag
def page(role: str, *args: str) -> str:
    """`{% page "link_form" court.code %}`: the URL of a page that a higher app declares."""
    return page_url(role, *args)


@register.simple_block_tag(takes_context=True)
def alert(context: template.Context, content: SafeString, **options: Any) -> SafeString:
    """`{% alert kind="warning" heading="..." %}<p>...</p>{% endalert %}`: components/alert.html."""
    return render_to_string("components/alert.html", {"content": content, **options})
