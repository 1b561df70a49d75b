"""Components that take a block of markup; built in for every template."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_block_tag(takes_context=True)
def alert(context: template.Context, content: SafeString, **options: Any) -> SafeString:
    """`{% alert kind="warning" heading="..." %}<p>...</p>{% endalert %}`: components/alert.html."""
    return render_to_string("components/alert.html", {"content": content, **options})
