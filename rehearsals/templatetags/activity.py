from django import template

from rehearsals.activity.labels import activity_label

register = template.Library()
register.filter("activity_label", activity_label)
