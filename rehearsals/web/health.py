"""Health checks for a load balancer: /healthz and /readyz."""

import logging
from collections.abc import Callable

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse

from rehearsals.models import Rehearsal
from rehearsals.web import storage

Handler = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger(__name__)


class HealthMiddleware:
    """Answer /healthz and /readyz for any Host header; a probe often knows only an IP address.

    Nothing of the request but its path is read, and the answers hold no link.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        self._is_migrated = False  # checked until it is true, since a check costs a dozen queries

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return JsonResponse({"status": "ok"})
        if request.path_info == "/readyz":
            return self._readiness()
        return self.get_response(request)

    def _readiness(self) -> JsonResponse:
        """200, or 503 with the reason and one log line."""
        reason = self._why_not_ready()
        if reason is None:
            return JsonResponse({"status": "ready"})
        log.error("not ready: %s", reason)
        return JsonResponse({"status": "not ready", "reason": reason}, status=503)

    def _why_not_ready(self) -> str | None:
        try:
            storage.follow_file()
            if not self._is_migrated:
                executor = MigrationExecutor(connection)
                if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                    return "the database has migrations to apply"
                self._is_migrated = True
            Rehearsal.objects.exists()
        except Error:
            self._is_migrated = False
            return "the database does not answer"
        return None
