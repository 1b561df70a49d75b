"""Headers that every answer has, and which hosts and methods get one."""

import pytest
from django.db import OperationalError, connection

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "Content-Security-Policy": "default-src 'none'; ",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
}


def no_answer(*args, **kwargs):
    raise OperationalError("server closed the connection")


def check(answer):
    missing = {
        name: answer.headers.get(name)
        for name, start in EVERYWHERE.items()
        if not answer.headers.get(name, "").startswith(start)
    }
    assert missing == {}


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("GET", "/healthz", 200),
        ("GET", "/readyz", 200),
        ("GET", "/static/css/base.css", 200),
        ("GET", "/static/css/no-such.css", 404),
        ("GET", "/r/no-such-code/", 404),
        ("GET", "/r/demo", 307),
        ("GET", "/no-such-page/", 404),
        ("GET", "/admin/", 302),
        ("GET", "/?a=%00", 400),
        ("POST", "/guides/", 405),
        ("TRACE", "/", 405),
        ("PATCH", "/static/css/base.css", 405),
        ("BREW", "/healthz", 405),
    ],
)
def test_every_answer_has_the_security_headers(client, method, path, status):
    answer = client.generic(method, path)
    answer.close()
    assert answer.status_code == status
    check(answer)


def test_a_503_has_them_too(client, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr(connection, "cursor", no_answer)
    answer = client.get("/r/demo/")
    assert answer.status_code == 503
    check(answer)


@pytest.mark.parametrize("host", ["evil.example", "<script>", "a\nb", "x" * 300, "[::1", "a:b:c"])
def test_unknown_host_gets_a_plain_400_and_one_log_line(client, caplog, host):
    answer = client.get("/r/demo/", HTTP_HOST=host)
    check(answer)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "This server doesn't answer to that name" in page.replace("&#x27;", "'")
    assert host not in page
    [record] = caplog.records
    assert record.exc_info is None
    assert record.getMessage().isprintable()
    assert len(record.getMessage()) < 130


def test_the_page_about_an_unknown_host_has_its_styles(client):
    answer = client.get("/static/css/base.css", HTTP_HOST="evil.example")
    answer.close()
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("path", "kept"),
    [("/", "private"), ("/guides/", "private"), ("/static/css/base.css", "public")],
)
def test_no_shared_cache_keeps_a_page(client, path, kept):
    answer = client.get(path)
    answer.close()
    assert kept in answer.headers["Cache-Control"]


def test_static_files_are_for_our_own_pages(client):
    answer = client.get("/static/img/icon.svg")
    answer.close()
    assert answer.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "Access-Control-Allow-Origin" not in answer.headers
