"""Limits: each rule, the counts, the client's address, and starting rehearsals."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.test import RequestFactory
from freezegun import freeze_time

from rehearsals import services
from rehearsals.models import LimitCount, Rehearsal
from rehearsals.security.limits import ALL, SIGN_IN, STAFF_SIGN_IN, By, Limit, TooManyAttempts
from rehearsals.web.client_address import client_address, client_network
from tests.support import races
from tests.support.limits import GUESSER, OWNER, try_once, use_up, wait_of

WALL = datetime(2026, 11, 24, 12, tzinfo=UTC)
END = WALL + timedelta(minutes=15)
THREE = Limit("test", 3, 900, By.ADDRESS, "Too many.")


@pytest.mark.parametrize(
    ("attempts", "at", "wait"),
    [
        (3, WALL, 0),
        (4, WALL, 900),
        (400, WALL, 900),
        (4, END - timedelta(milliseconds=1500), 2),
        (4, END - timedelta(microseconds=1), 1),
        (3, END - timedelta(microseconds=1), 0),
    ],
)
def test_wait_after_attempts_in_a_window(attempts, at, wait):
    assert THREE.wait(attempts, END, at) == wait


def test_limits_of_an_address_grow_with_the_people_behind_it(settings):
    settings.PEOPLE_PER_ADDRESS, settings.STARTS_PER_MINUTE = 100, 7
    allowed = {limit.rule: limit.allowed for limit in ALL}
    assert (allowed["sign_in.address"], allowed["staff.address"]) == (2000, 300)
    assert (allowed["sign_in.name"], allowed["start.server"]) == (30, 7)


@pytest.mark.parametrize(
    ("proxies", "peer", "forwarded", "address"),
    [
        (0, GUESSER, "", GUESSER),
        (0, GUESSER, OWNER, GUESSER),  # anyone can send the header
        (1, "127.0.0.1", OWNER, OWNER),
        (1, "127.0.0.1", f"{GUESSER}, {OWNER}", OWNER),  # the client invented the first entry
        (2, "127.0.0.1", f"1.1.1.1, {GUESSER},{OWNER}", GUESSER),
        (2, "127.0.0.1", OWNER, OWNER),  # past one of the two proxies
        (1, "", "[2001:db8::7]:4711", "2001:db8::7"),
        (1, "", f"{OWNER}:4711", OWNER),
        (1, GUESSER, "unknown", GUESSER),
        (1, GUESSER, "", GUESSER),
        (0, "::ffff:203.0.113.7", "", GUESSER),
        (0, "", "", ""),
    ],
)
def test_client_address(settings, proxies, peer, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)
    assert client_address(request) == address


def test_addresses_of_one_ipv6_network_count_together():
    addresses = ("2001:db8:1:2::7", "2001:db8:1:2:ffff::1", "2001:db8:1:3::7", GUESSER, "")
    networks = [client_network(RequestFactory().get("/", REMOTE_ADDR=one)) for one in addresses]
    assert networks == ["2001:db8:1:2::/64"] * 2 + ["2001:db8:1:3::/64", GUESSER, ""]


@pytest.mark.django_db
@pytest.mark.both_databases
class TestCounts:
    @pytest.mark.parametrize(
        ("later", "may_try"),
        [
            (timedelta(minutes=15) - timedelta(microseconds=1), False),
            (timedelta(minutes=15), True),
            (-timedelta(days=365), True),  # the server's clock was wrong before
        ],
    )
    def test_wait_ends_with_the_window_that_the_first_attempt_began(self, later, may_try):
        with freeze_time(WALL):
            try_once(STAFF_SIGN_IN, None, "clerk")
        with freeze_time(WALL + timedelta(minutes=14)):
            for _ in range(5):
                try_once(STAFF_SIGN_IN, None, "clerk")
        with freeze_time(WALL + later):
            if may_try:
                use_up(STAFF_SIGN_IN, None, "clerk")
            with pytest.raises(TooManyAttempts):
                try_once(STAFF_SIGN_IN, None, "clerk")

    def test_name_is_counted_in_one_rehearsal_at_one_address(self, rehearsal, other_rehearsal):
        use_up(SIGN_IN, rehearsal, "nattorney")
        with pytest.raises(TooManyAttempts):
            try_once(SIGN_IN, rehearsal, " NATTORNEY ")
        try_once(SIGN_IN, rehearsal, "jattorney")
        try_once(SIGN_IN, other_rehearsal, "nattorney")
        try_once(SIGN_IN, rehearsal, "nattorney", OWNER)

    def test_cleanup_deletes_counts_whose_window_ended(self, rehearsal):
        with freeze_time(WALL):
            try_once(SIGN_IN, rehearsal, "nattorney")  # windows of 10 and 15 minutes
        with freeze_time(WALL + timedelta(minutes=10)):
            call_command("daily_cleanup", verbosity=0)
        assert LimitCount.objects.get().rule == "sign_in.name"


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_attempts_at_once_are_counted_exactly(rehearsal):
    def attempt():
        try:
            try_once(STAFF_SIGN_IN, None, "clerk")
        except TooManyAttempts:
            return "refused"
        return "checked"

    assert races.at_once(rehearsal, *[attempt] * 16) == {"checked": 6, "refused": 10}
    assert LimitCount.objects.get(rule="staff.name").attempts == 16


@pytest.mark.django_db
class TestStart:
    def test_class_of_thirty_starts_within_a_minute_and_a_loop_does_not(self, client, monkeypatch):
        started = Rehearsal(code="started")
        monkeypatch.setattr(services, "start", lambda **_: started)
        with freeze_time(WALL):
            codes = [client.post("/start/").status_code for _ in range(70)]
            assert codes == [302] * 60 + [429] * 10
            page = client.post("/start/")
            assert wait_of(page) == 60
            assert "default-src 'none'" in page.headers["Content-Security-Policy"]
            assert client.post("/start/", REMOTE_ADDR=OWNER).status_code == 302

    def test_one_address_does_not_use_up_the_server(self, client, monkeypatch, settings):
        settings.PEOPLE_PER_ADDRESS, settings.STARTS_PER_MINUTE = 1, 3
        started = Rehearsal(code="started")
        monkeypatch.setattr(services, "start", lambda **_: started)
        with freeze_time(WALL):
            assert [client.post("/start/").status_code for _ in range(9)] == [302] * 2 + [429] * 7
            others = [client.post("/start/", REMOTE_ADDR=f"198.51.100.{n}") for n in range(3)]
            assert [page.status_code for page in others] == [302, 429, 429]
            assert "on this server right now" in others[2].content.decode()


@pytest.mark.django_db
def test_class_of_thirty_logs_in_ten_times_each_with_errors(rehearsal):
    """All at one address, in seats where each plays the same person: two errors before each login."""
    with freeze_time(WALL) as wall:
        for _ in range(30):
            for login in range(10):
                for _ in range(0 if login % 3 else 2):
                    try_once(SIGN_IN, rehearsal, "")
                try_once(SIGN_IN, rehearsal, "")
                wall.tick(1)
    assert LimitCount.objects.get(rule="sign_in.address").attempts == 540


@pytest.mark.django_db
def test_reset_does_not_rewind_the_counts(rehearsal):
    use_up(SIGN_IN, rehearsal, "nattorney")
    services.reset(rehearsal, wall_at=WALL)
    with pytest.raises(TooManyAttempts):
        try_once(SIGN_IN, rehearsal, "nattorney")
