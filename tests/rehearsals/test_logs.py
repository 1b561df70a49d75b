"""The log, the access log, request ids and /metrics: useful to operators, and silent about people."""

import json
import logging

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory
from structlog.contextvars import bound_contextvars

from config.logs import formatter, logging_config
from rehearsals.security.limits import STAFF_SIGN_IN
from rehearsals.staff.services import make_groups, make_staff
from rehearsals.web.error_pages import server_error
from tests.support.limits import use_up
from tests.support.staff import staff_client

SECRET = "typed-by-someone"


def record(**extra):
    made = logging.makeLogRecord(
        {"name": "server", "levelno": 20, "levelname": "INFO", "msg": "up"}
    )
    made.__dict__ |= extra
    return made


def test_json_line_has_the_request_id_and_named_fields_only():
    with bound_contextvars(request_id="0123abcd"):
        line = formatter("json").format(record(status=302, request=SECRET, user=SECRET))
    fields = json.loads(line)
    assert fields.pop("timestamp").endswith("Z")
    assert fields == {
        "event": "up", "level": "info", "logger": "server", "request_id": "0123abcd", "status": 302,
    }  # fmt: skip


def test_line_of_text_reads_from_left_to_right():
    line = formatter("line").format(record(workers=2))
    assert line.split(" ", 1)[1] == "INFO server up workers=2"


@pytest.mark.parametrize(
    "wrong", [{"level": "LOUD", "form": "line"}, {"level": "INFO", "form": ""}]
)
def test_unknown_level_or_format_is_named(wrong):
    with pytest.raises(ImproperlyConfigured, match="must be one of"):
        logging_config(**wrong)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("{mount}/cso/csologin/login.jsf?appurl=" + SECRET, "/r/*/cso/csologin/login.jsf"),
        ("{mount}/ecf/nmd/" + SECRET, "/r/*/(no page)"),
        ("/r/" + SECRET + "/mail/", "/r/*/(no page)"),
        ("/static/" + SECRET, "/static/*"),
        ("/healthz", "/healthz"),
    ],
)
def test_access_log_hides_codes_tokens_and_queries(rehearsal, settings, caplog, path, shown):
    settings.ACCESS_LOG = True
    with caplog.at_level(logging.INFO, "access"):
        answer = Client().get(path.format(mount=rehearsal.mount))
    (line,) = [one for one in caplog.records if one.name == "access"]
    assert (line.method, line.path, line.status) == ("GET", shown, answer.status_code)
    for one in caplog.records:
        text = formatter("json").format(one)
        assert rehearsal.code not in text
        assert SECRET not in text


@pytest.mark.parametrize(
    ("proxies", "given", "is_kept"),
    [(1, "from-our-proxy-1", True), (0, "from-the-browser", False), (1, "two words", False)],
)
def test_only_our_proxy_chooses_the_request_id(settings, proxies, given, is_kept):
    settings.TRUSTED_PROXIES = proxies
    answer = Client().get("/healthz", headers={"x-request-id": given})
    assert (answer.headers["X-Request-ID"] == given) is is_kept


def test_page_of_a_server_error_shows_the_reference():
    with bound_contextvars(request_id="0123abcd"):
        page = server_error(RequestFactory().get("/"))
    assert page.status_code == 500
    assert "0123abcd" in page.content.decode()


@pytest.mark.parametrize(
    ("is_on", "asks", "status"),
    [
        (True, {"REMOTE_ADDR": "127.0.0.1"}, 200),
        (True, {"REMOTE_ADDR": "192.0.2.7"}, 404),
        (True, {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 404),
        (False, {"REMOTE_ADDR": "127.0.0.1"}, 404),
    ],
)
def test_figures_are_for_this_machine_only(db, settings, is_on, asks, status):
    settings.METRICS = is_on
    assert Client().get("/metrics", **asks).status_code == status


def _texts(caplog) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.name.startswith("rehearsals.")]


def test_staff_sign_ins_are_logged_with_known_names_only(db, caplog):
    caplog.set_level(logging.INFO)
    make_groups()
    right = make_staff()["clerk"]
    for name, password in (("clerk", SECRET), (SECRET, SECRET), ("clerk", right)):
        Client().post("/admin/login/", {"username": name, "password": password})
    assert _texts(caplog) == [
        "staff password refused: clerk",
        "staff password refused: unknown name",
        "staff password accepted: clerk",
    ]


def test_attempts_past_a_control_are_logged_without_what_was_sent(rehearsal, caplog):
    trainer = staff_client("Trainers", rehearsal)
    account = rehearsal.cmecf_accounts.first()
    changed = trainer.post(f"/admin/cmecf/cmecfaccount/{account.pk}/change/", {"email": SECRET})
    use_up(STAFF_SIGN_IN, None, "clerk", "127.0.0.1")
    limited = Client().post("/admin/login/", {"username": "clerk", "password": SECRET})
    forged = Client(enforce_csrf_checks=True).post("/start/", {"any": SECRET})
    assert [changed.status_code, limited.status_code, forged.status_code] == [403, 429, 403]
    assert _texts(caplog) == [
        "trainer may not open admin:cmecf_cmecfaccount_change",
        "over the limit staff.name",
        "a form without its token was refused",
    ]


def test_suspicious_request_is_a_warning_without_what_was_sent(rehearsal, caplog):
    trainer = staff_client("Trainers", rehearsal)
    assert trainer.get(f"/admin/cmecf/court/?{SECRET}=1").status_code == 400
    [record] = [one for one in caplog.records if one.name.startswith("django.security")]
    assert record.getMessage() == "refused: DisallowedModelAdminLookup"
    assert (record.levelname, record.exc_info) == ("WARNING", None)
