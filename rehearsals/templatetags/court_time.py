from django import template

from rehearsals.clock import court_time

register = template.Library()
register.filter("moment", court_time.moment_text)
register.filter("second", court_time.second_text)
register.filter("day", court_time.day_text)
register.filter("date_words", court_time.date_text)
register.filter("clock_words", court_time.clock_text)
register.filter("wall", court_time.wall_text)
