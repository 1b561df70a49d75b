"""{{ line.what|in_words }}"""

from django import template

from rehearsals.activity.labels import in_words

register = template.Library()
register.filter("in_words", in_words)
