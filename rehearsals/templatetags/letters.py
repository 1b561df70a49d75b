"""A letter's text as a page shows it: its paths of this same rehearsal can be followed."""

import re

from django import template
from django.http import HttpRequest
from django.template.context import RequestContext
from django.utils.html import conditional_escape, format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe

from rehearsals.web.mount import path_inside

register = template.Library()
_PATH = re.compile(r"(?<!\S)/r/[^\s<>\"']+")
_AFTER_A_PATH = ".,;:!?)"


@register.simple_tag(takes_context=True)
def letter_text(context: RequestContext, body: str) -> SafeString:
    """`body` in paragraphs: escaped, with the paths of this mount as links and no other link."""
    parts, done = [], 0
    for found in _PATH.finditer(body):
        parts += [conditional_escape(body[done : found.start()]), _link(context.request, found[0])]
        done = found.end()
    parts.append(conditional_escape(body[done:]))
    return mark_safe(linebreaks("".join(parts)))  # every part is escaped above


def _link(request: HttpRequest, text: str) -> SafeString:
    path = text.rstrip(_AFTER_A_PATH)
    if path_inside(request, path) != path:
        return conditional_escape(text)
    return format_html('<a class="usa-link" href="{}">{}</a>{}', path, path, text[len(path) :])
