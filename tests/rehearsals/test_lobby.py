import pytest
from django.core.management import call_command

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.models import ClockManner, Rehearsal
from rehearsals.packs.pack import get_pack
from tests.support.page_text import page_text

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("no_rehearsals")
def test_start_button_creates_and_opens_a_private_rehearsal(client):
    answer = client.post("/start/")
    made = Rehearsal.objects.get()
    assert answer.url == f"/r/{made.code}/"
    assert made.kind == "private"
    assert made.clock.manner == ClockManner.RUNNING
    assert made.clock.court_at == get_pack(made.pack).moment("seed-moment").at


@pytest.mark.usefixtures("no_rehearsals")
def test_each_start_creates_a_rehearsal_with_a_random_code_and_a_number(client):
    codes = {client.post("/start/").url for _ in range(3)}
    assert len(codes) == 3
    assert all(len(code.strip("/r")) >= 20 for code in codes)
    numbers = {row.title: f"Private rehearsal {row.pk:04d}" for row in Rehearsal.objects.all()}
    assert list(numbers) == list(numbers.values())


def test_start_query_count(client, rehearsal, django_assert_max_num_queries):
    with django_assert_max_num_queries(25):
        client.post("/start/")


@pytest.mark.usefixtures("no_rehearsals")
def test_get_does_not_start_a_rehearsal(client):
    page = client.get("/start/")
    assert page.status_code == 405
    assert "You can't open this page this way" in page.content.decode()
    assert not Rehearsal.objects.exists()


@pytest.mark.parametrize(
    "typed", ["{code}", "  {code} ", "http://localhost:8000/r/{code}/cso/?a=b", "/r/{code}/mail/"]
)
def test_code_or_pasted_address_opens_the_rehearsal(client, rehearsal, typed):
    answer = client.get("/", {"code": typed.format(code=rehearsal.code)})
    assert answer.url == f"{rehearsal.mount}/"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("nobody-has-this", "No rehearsal has this code"),
        ("", "Enter Rehearsal code"),
        ("https://evil.example/r/../../x", "No rehearsal has this code"),
        ("😀" * 50, "No rehearsal has this code"),
        ("a" * 10_000, "too long for a rehearsal code"),
    ],
)
def test_unknown_code_shows_a_field_error(client, typed, words):
    page = client.get("/", {"code": typed}, follow=False)
    assert page.status_code == 200
    assert words in page.content.decode()


def test_lobby_keeps_what_was_typed(client):
    assert 'value="nobody-has-this"' in client.get("/?code=nobody-has-this").content.decode()


def test_lobby_shows_the_move_as_a_new_rehearsal_begins_it(client):
    text = page_text(client.get("/"))
    assert "23: 21: 53: 22" in text
    assert "Start: Fri, March 27, 10:06 am MT" in text
    assert "On Monday, April 20, 2020, the District of New Mexico switches to NextGen" in text


def test_unknown_rehearsal_page_says_what_to_do(client):
    page = client.get("/r/nobody-has-this/cso/csologin/login.jsf")
    assert page.status_code == 404
    assert "There is no rehearsal at this address" in page.content.decode()
    assert 'name="code"' in page.content.decode()


def test_rehearsal_being_deleted_is_not_found(client, rehearsal):
    Rehearsal.objects.update(is_ending=True)
    assert client.get(f"{rehearsal.mount}/clock/").status_code == 404


def test_lobby_links_to_the_demo_court_if_it_exists(client, capsys):
    assert "make demo" in client.get("/").content.decode()
    call_command("demo")
    assert 'href="/r/demo/"' in client.get("/").content.decode()


def test_missing_trailing_slash_redirects(client, rehearsal):
    assert client.get(rehearsal.mount).url == f"{rehearsal.mount}/"


def test_lobby_query_count(client, db, django_assert_max_num_queries):
    services.start(wall_at=wall_now())
    with django_assert_max_num_queries(2):
        client.get("/")


def test_staff_page_requires_sign_in(client):
    assert client.get("/staff/").url == "/admin/login/?next=/staff/"
