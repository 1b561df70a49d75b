"""/metrics for Prometheus, if METRICS is set: counts and times by view, of all workers together."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse

from rehearsals.web.client_address import is_this_machine

Handler = Callable[[HttpRequest], HttpResponse]


class MetricsMiddleware:
    """Answer /metrics to programs on this machine. For others, and through a proxy, there is no such page."""

    def __init__(self, get_response: Handler) -> None:
        if not settings.METRICS:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/metrics" and is_this_machine(request):
            # Not above: the library chooses at import how it stores figures (config.settings).
            from django_prometheus.exports import ExportToDjangoView

            page: HttpResponse = ExportToDjangoView(request)
            return page
        return self.get_response(request)
