from django.urls import path

from rehearsals import help_views, letter_views, story_views

app_name = "rehearsals"
urlpatterns = [
    path("clock/", story_views.turn_clock, name="clock"),
    path("mail/", story_views.mailbox, name="mail"),
    path("mail/<int:pk>/", story_views.letter, name="letter"),
    path("letters/", letter_views.letters, name="letters"),
    path("help/who-to-call/", help_views.who_to_call, name="who_to_call"),
    path("activity/", story_views.activity_log, name="activity"),
    path("people/<slug:key>/", story_views.sit_down, name="sit_down"),
    path("reset/", story_views.reset, name="reset"),
    path("help-layer/", story_views.help_layer, name="help_layer"),
]
