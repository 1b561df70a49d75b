"""How the log looks: one line or one JSON object for each record of the standard library's logging.

A record has the time (UTC), its level, its logger, its text, the id of the request, and the fields named
in FIELDS. It never has what a user typed.
"""

import logging
from collections.abc import MutableMapping
from typing import Any

import structlog
from django.core.exceptions import ImproperlyConfigured

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
FORMATS = ("line", "json")
# What a record may add by `extra`. Django adds the whole request, which holds what a user typed.
FIELDS = (
    "method", "path", "status", "ms", "bytes", "worker",
    "version", "address", "workers", "threads", "database", "cache",
)  # fmt: skip
OUTAGE = 503

Record = MutableMapping[str, Any]


def logging_config(*, level: str, form: str) -> dict[str, Any]:
    """Django's LOGGING. `level`: LOG_LEVEL; `form`: LOG_FORMAT. Raises ImproperlyConfigured."""
    if level not in LEVELS:
        raise ImproperlyConfigured(f"LOG_LEVEL must be one of {', '.join(LEVELS)}.")
    if form not in FORMATS:
        raise ImproperlyConfigured(f"LOG_FORMAT must be one of {', '.join(FORMATS)}.")
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"record": {"()": f"{__name__}.formatter", "form": form}},
        "filters": {
            "no_outage": {"()": f"{__name__}.NoOutage"},
            "name_only": {"()": f"{__name__}.NameOnly"},
        },
        "handlers": {
            "stderr": {
                "class": "logging.StreamHandler",
                "formatter": "record",
                "filters": ["no_outage", "name_only"],
            }
        },
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django.request": {"level": "ERROR"},
            "django.security": {"level": "ERROR"},
        },
    }


class NoOutage(logging.Filter):
    """Drops Django's records of 503s. A court's outage page answers so on purpose; it isn't an error."""

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(record, "status_code", None) != OUTAGE


class NameOnly(logging.Filter):
    """Makes one warning of each request that Django refuses as suspicious, such as by an unknown filter.

    Django's own record has the text of the exception, which repeats what was sent, and a traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security."):
            record.msg, record.args = "refused: %s", (record.name.rpartition(".")[2],)
            record.exc_info = record.exc_text = None
            record.levelno, record.levelname = logging.WARNING, "WARNING"
        return True


def formatter(form: str) -> structlog.stdlib.ProcessorFormatter:
    """A formatter that writes each record as a line of text or of JSON."""
    as_text = structlog.processors.JSONRenderer() if form == "json" else _as_line
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[
            structlog.contextvars.merge_contextvars,  # request_id
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.stdlib.ExtraAdder(allow=FIELDS),
            structlog.processors.TimeStamper(fmt="iso", utc=True),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            as_text,
        ],
    )


def _as_line(_: Any, __: str, record: Record) -> str:
    """ "2026-11-30T08:00:00Z ERROR rehearsals.web text key=value", and a traceback below it."""
    head = (record.pop("timestamp"), record.pop("level").upper(), record.pop("logger"))
    text, traceback = record.pop("event"), record.pop("exception", "")
    fields = (f"{name}={value}" for name, value in record.items())
    line = " ".join(map(str, (*head, text, *fields)))
    return f"{line}\n{traceback}" if traceback else line
