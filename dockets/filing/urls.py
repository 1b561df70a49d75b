from django.urls import path

from cmecf.legacy.access import View, filer_in_any_phase
from dockets.filing import events_views, views
from rehearsals.documents.limits import FILING
from rehearsals.web.uploads import takes_files

_step: View = views.FilingView.as_view()  # type: ignore[assignment]  # it answers with HttpResponse

urlpatterns = [
    path("file/events/<slug:category>/", events_views.events, name="file_events"),
    path(
        "file/<slug:step>/", takes_files(FILING.size)(filer_in_any_phase(_step)), name="file_step"
    ),
]
