"""The practice mailbox."""

import pytest
from django.urls import reverse

from rehearsals import services
from rehearsals.clock.clock import wall_now
from rehearsals.mail.services import send_email
from rehearsals.models import Mail
from tests.support.cast import GILBERT, JOHN, NOEL
from tests.support.moments import LIVE

pytestmark = pytest.mark.django_db


def write(rehearsal, to, subject="A letter", body="Hello"):
    at = rehearsal.clock.read(wall_now())
    send_email(rehearsal, at=at, to=[to], subject=subject, body=body, sender="court@example.com")
    return Mail.objects.first()


def test_empty_mailbox_says_when_email_arrives(visitor):
    page = visitor.get("/mail/").content.decode()
    assert "No e-mail yet" in page
    assert "reset a forgotten CM/ECF password" in page


def test_mailbox_lists_email_newest_first_with_court_time(visitor, rehearsal):
    write(rehearsal, NOEL.email, "The first")
    visitor.at(LIVE)
    write(rehearsal, JOHN.email, "The second")
    page = visitor.get("/mail/").content.decode()
    assert page.index("The second") < page.index("The first")
    assert "Monday, April 20, 2020, at 8:00 am MT" in page


def test_mailbox_filters_by_recipient(visitor, rehearsal):
    write(rehearsal, NOEL.email, "For Noel")
    write(rehearsal, JOHN.email, "For John")
    page = visitor.get("/mail/", data={"to": JOHN.email}).content.decode()
    assert "For John" in page
    assert "For Noel" not in page


def test_email_is_new_until_opened(visitor, rehearsal):
    mail = write(rehearsal, NOEL.email)
    assert "1 new" in visitor.get("/mail/").content.decode()
    visitor.at(LIVE).get(f"/mail/{mail.pk}/")
    mail.refresh_from_db()
    assert mail.opened_at == LIVE
    assert "1 new" not in visitor.get("/mail/").content.decode()


def test_head_request_does_not_open_an_email(visitor, rehearsal):
    mail = write(rehearsal, NOEL.email)
    visitor.client.head(f"{rehearsal.mount}/mail/{mail.pk}/")
    mail.refresh_from_db()
    assert mail.opened_at is None


def test_paths_of_this_rehearsal_become_links(visitor, inside_rehearsal):
    path = reverse("rehearsals:clock")
    mail = write(inside_rehearsal, NOEL.email, body=f"Use this link:\n\n{path}.\n")
    page = visitor.get(f"/mail/{mail.pk}/").content.decode()
    assert f'<a class="usa-link" href="{path}">{path}</a>.' in page


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "/r/someone-else/clock/",
        "https://evil.example/r/x/",
        '/r/x"onmouseover=',
    ],
)
def test_other_text_in_an_email_is_escaped(visitor, rehearsal, text):
    mail = write(rehearsal, NOEL.email, body=f"{text} {rehearsal.mount}/nowhere/at/all/")
    letter = visitor.get(f"/mail/{mail.pk}/").content.decode().partition('class="letter"')[2]
    text_part = letter.partition("</div>")[0]
    assert "<a" not in text_part
    assert "<script" not in text_part


def test_email_to_a_dead_address_is_not_delivered_or_shown(visitor, rehearsal):
    mail = write(rehearsal, GILBERT.email, "Password reset", "the secret link")
    assert "Not delivered" in visitor.get("/mail/").content.decode()
    page = visitor.get(f"/mail/{mail.pk}/").content.decode()
    assert "you no longer have access to the address" in page
    assert "the secret link" not in page
    mail.refresh_from_db()
    assert mail.opened_at is None


def test_email_of_another_rehearsal_is_not_found(visitor, other_rehearsal):
    mail = write(other_rehearsal, NOEL.email)
    assert visitor.get(f"/mail/{mail.pk}/").status_code == 404


def test_email_number_out_of_range_is_not_found(visitor):
    assert visitor.get(f"/mail/{10**30}/").status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "9" * 5000, "💥"])
def test_invalid_page_number_shows_a_page(visitor, rehearsal, page):
    write(rehearsal, NOEL.email)
    assert visitor.get("/mail/", data={"page": page}).status_code == 200


def test_mailbox_query_count_is_constant(visitor, rehearsal, django_assert_max_num_queries):
    for number in range(60):
        write(rehearsal, f"person{number % 7}@example.com")
    with django_assert_max_num_queries(6):
        page = visitor.get("/mail/", data={"page": "2"}).content.decode()
    assert "Page 2 of 3" in page


def test_reset_empties_the_mailbox(visitor, rehearsal):
    write(rehearsal, NOEL.email)
    services.reset(rehearsal, wall_at=wall_now())
    assert "No e-mail yet" in visitor.get("/mail/").content.decode()
