import re

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from rehearsals.web.mount import path_inside

register = template.Library()
_PATH = re.compile(r"(?<!\S)/r/[^\s<>\"']+")
_PUNCTUATION = ".,;:!?)"


@register.simple_tag(takes_context=True)
def mail_text(context: RequestContext, body: str) -> SafeString:
    """`body` as paragraphs, escaped. Paths inside this rehearsal become links; nothing else does."""
    parts, end = [], 0
    for match in _PATH.finditer(body):
        parts += [conditional_escape(body[end : match.start()]), _link(context.request, match[0])]
        end = match.end()
    parts.append(conditional_escape(body[end:]))
    return mark_safe(linebreaks("".join(parts)))  # every part is escaped above


def _link(request: HttpRequest, text: str) -> SafeString:
    path = text.rstrip(_PUNCTUATION)
    if path_inside(request, path) != path:
        return conditional_escape(text)
    return format_html('<a class="usa-link" href="{}">{}</a>{}', path, path, text[len(path) :])
