from django.urls import path

from rehearsals import views
from rehearsals.activity import views as activity_views
from rehearsals.clock import views as clock_views
from rehearsals.help import views as help_views
from rehearsals.mail import views as mail_views
from rehearsals.options import views as options_views

app_name = "rehearsals"
urlpatterns = [
    path("clock/", clock_views.clock_page, name="clock"),
    path("rules/", options_views.rules_page, name="rules"),
    path("mail/", mail_views.mailbox, name="mail"),
    path("mail/<int:pk>/", mail_views.mail, name="letter"),
    path("letters/", mail_views.letter_box, name="letters"),
    path("help/who-to-call/", help_views.who_to_call, name="who_to_call"),
    path("activity/", activity_views.activity_log, name="activity"),
    path("reset/", views.reset, name="reset"),
    path("help-layer/", help_views.help_layer, name="help_layer"),
]
