"""Undo: going back to before a change, and named bookmarks."""

import pytest

from cso.sign_on.sessions import SessionStore
from rehearsals import services as rehearsals
from rehearsals.clock.clock import wall_now
from rehearsals.clock.services import move_clock
from rehearsals.models import ClockControl, ClockManner
from rehearsals.options.services import change_options
from tests.support.cast import JOHN, NOEL
from tests.support.link_steps import link, on_file
from tests.support.login_pages import is_signed_on, log_in
from tests.support.moments import LIVE, SEED_MOMENT
from tests.support.page_text import page_text
from training.bookmarks import queries, services
from training.models import Bookmark

pytestmark = pytest.mark.django_db
UNDO = "/bookmarks/"


@pytest.fixture
def linked(visitor):
    """John in a browser that has just linked his login."""
    visitor.at(LIVE)
    link(visitor, JOHN)
    return visitor


def newest(rehearsal) -> Bookmark:
    return queries.recent_changes(rehearsal, limit=1)[0]


def go_back(visitor, bookmark, **data):
    return visitor.post(f"/bookmarks/{bookmark.pk}/", data, follow=True)


def test_undo_of_the_last_change_takes_one_click(linked, rehearsal):
    page = linked.get("/")
    assert "Linked a CM/ECF account permanently (nmd: CM/ECF jattorney)" in page_text(page)
    page = go_back(linked, newest(rehearsal))
    assert "You went back to before this: Linked a CM/ECF account permanently" in page_text(page)
    assert not on_file(rehearsal, JOHN).is_linked
    assert link(linked, JOHN).status_code == 302
    assert on_file(rehearsal, JOHN).is_linked


@pytest.mark.parametrize("path", ["/", "/clock/"])
def test_home_and_clock_list_the_last_changes(visitor, rehearsal, path):
    visitor.at(LIVE)
    assert "Nothing to undo yet" in page_text(visitor.get(path))
    link(visitor, JOHN)
    page = visitor.get(path)
    assert "Recent changes Linked a CM/ECF account permanently" in page_text(page)
    assert f'action="{rehearsal.mount}/bookmarks/{newest(rehearsal).pk}/"' in page.content.decode()


def test_undo_can_be_undone(linked, rehearsal):
    go_back(linked, newest(rehearsal))
    go_back(linked, newest(rehearsal))
    assert on_file(rehearsal, JOHN).is_linked


def test_undo_by_activity_goes_back_to_before_the_newest_one(linked, rehearsal):
    account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    linked.post("/bookmarks/undo/", {"what": "link.made", "who": account.log_name})
    assert not on_file(rehearsal, JOHN).is_linked
    page = linked.post("/bookmarks/undo/", {"what": "link.made", "who": account.log_name})
    assert "can no longer go back to that point" in page_text(page)


def test_return_past_several_changes_asks_first_and_names_them(linked, rehearsal):
    before_link = newest(rehearsal)
    move_clock(rehearsal, manner=ClockManner.HELD, court_at=SEED_MOMENT, wall_at=wall_now())
    page = page_text(go_back(linked, before_link))
    assert "This undoes 2 changes" in page
    assert "Moved the court clock" in page
    assert on_file(rehearsal, JOHN).is_linked
    go_back(linked, before_link, confirmed="yes")
    assert not on_file(rehearsal, JOHN).is_linked
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.court_at == LIVE


def test_log_grows_and_says_that_the_rehearsal_went_back(linked, rehearsal):
    before = list(rehearsal.activities.values_list("pk", flat=True))
    go_back(linked, newest(rehearsal))
    after = rehearsal.activities.exclude(pk__in=before)
    assert [entry.what for entry in after] == ["bookmark.returned"]
    assert after[0].detail.startswith('to before "Linked a CM/ECF account')
    assert rehearsal.activities.count() == len(before) + 1


def test_browser_that_asked_stays_logged_in_and_others_are_told_why(linked, rehearsal, new_visitor):
    other = new_visitor()
    log_in(other, NOEL)
    page = page_text(go_back(linked, newest(rehearsal)))
    assert "1 other person is logged in" in page
    go_back(linked, newest(rehearsal), confirmed="yes")
    assert is_signed_on(linked)
    page = page_text(other.get("/psc/account/", follow=True))
    assert "This rehearsal went back to an earlier point" in page
    assert "It is now Monday, April 20, 2020, 8:00:00 am MT in this rehearsal." in page
    log_in(other, NOEL)
    assert is_signed_on(other)


def test_slow_page_of_another_browser_does_not_log_it_in_again(linked, rehearsal, new_visitor):
    other = new_visitor()
    log_in(other, NOEL)
    slow = SessionStore(other.client.cookies["NextGenCSO"].value, rehearsal)
    slow["help_off"] = True
    go_back(linked, newest(rehearsal), confirmed="yes")
    slow.save()
    assert not is_signed_on(other)


def test_browser_whose_password_is_undone_must_log_in_again(visitor, rehearsal):
    log_in(visitor, JOHN)
    account = rehearsal.pacer_accounts.get(account_number=JOHN.number)
    services.keep_before_change(rehearsal, "cso.password", at=LIVE)
    rehearsal.pacer_accounts.filter(pk=account.pk).update(password="another hash")
    go_back(visitor, newest(rehearsal))
    assert not is_signed_on(visitor)
    assert "went back to an earlier point" in page_text(visitor.get("/psc/account/", follow=True))


def test_second_tab_with_a_point_that_is_gone_gets_a_sentence_and_a_way_on(linked, rehearsal):
    before_link = newest(rehearsal)
    go_back(linked, before_link)
    page = page_text(go_back(linked, before_link))
    assert "This rehearsal can no longer go back to that point." in page
    assert "Open Undo and choose a point that is listed there." in page


def test_reset_deletes_the_bookmarks(linked, rehearsal):
    before_link = newest(rehearsal)
    rehearsals.reset(rehearsal, wall_at=wall_now())
    assert not rehearsal.bookmarks.exists()
    assert "can no longer go back" in page_text(go_back(linked, before_link))


def test_bookmark_of_another_rehearsal_is_not_found(linked, other_rehearsal):
    services.keep_before_change(other_rehearsal, "link.made", at=LIVE)
    page = go_back(linked, newest(other_rehearsal))
    assert "can no longer go back" in page_text(page)


def test_point_named_by_the_learner_is_kept_until_it_is_deleted(linked, rehearsal):
    assert "Enter a name for this point." in page_text(linked.post(UNDO, {"name": " "}))
    page = page_text(linked.post(UNDO, {"name": "John has linked"}, follow=True))
    assert "You can now come back to “John has linked”." in page
    named = rehearsal.bookmarks.named().get()
    go_back(linked, newest(rehearsal))
    assert not on_file(rehearsal, JOHN).is_linked
    go_back(linked, named, confirmed="yes")
    assert on_file(rehearsal, JOHN).is_linked
    linked.post(f"/bookmarks/{named.pk}/delete/")
    assert not rehearsal.bookmarks.named().exists()
    assert "can no longer go back" in page_text(linked.post(f"/bookmarks/{named.pk}/delete/"))


@pytest.mark.parametrize("name", ["\u200b", "Before\u202elink"])
def test_name_that_cannot_be_shown_is_refused(visitor, rehearsal, name):
    page = page_text(visitor.post(UNDO, {"name": name}))
    assert "The name has a character that can't be shown." in page
    assert not rehearsal.bookmarks.exists()


@pytest.mark.parametrize("what", ["", "link\0.maid"])
def test_undo_of_no_known_activity_undoes_nothing(linked, rehearsal, what):
    page = page_text(linked.post("/bookmarks/undo/", {"what": what}))
    assert "can no longer go back to that point" in page
    assert on_file(rehearsal, JOHN).is_linked


def test_31st_name_is_refused(visitor, rehearsal):
    for number in range(30):
        services.bookmark(rehearsal, name=f"Point {number}", at=LIVE)
    page = page_text(visitor.post(UNDO, {"name": "One more"}))
    assert "already has 30 named bookmarks" in page


def test_last_30_changes_are_kept(rehearsal):
    for _ in range(31):
        services.keep_before_change(rehearsal, "link.made", at=LIVE)
    assert rehearsal.bookmarks.count() == 30


def test_trainer_can_switch_it_off(linked, rehearsal):
    before_link = newest(rehearsal)
    type(rehearsal).objects.filter(pk=rehearsal.pk).update(keeps_bookmarks=False)
    for page in (linked.get(UNDO), linked.get("/"), go_back(linked, before_link)):
        assert "Your trainer switched off going back in this rehearsal." in page_text(page)
    rehearsal.refresh_from_db()
    services.keep_before_change(rehearsal, "link.made", at=LIVE)
    assert rehearsal.bookmarks.count() == 1


def test_clock_that_only_trainers_move_stays(linked, rehearsal):
    type(rehearsal).objects.filter(pk=rehearsal.pk).update(clock_control=ClockControl.STAFF)
    before_link = newest(rehearsal)
    linked.at(SEED_MOMENT)
    go_back(linked, before_link, confirmed="yes")
    rehearsal.clock.refresh_from_db()
    assert rehearsal.clock.court_at == SEED_MOMENT
    assert not on_file(rehearsal, JOHN).is_linked


def test_rules_that_only_trainers_change_stay(linked, rehearsal):
    before_link = newest(rehearsal)
    type(rehearsal).objects.filter(pk=rehearsal.pk).update(kind="demo")
    change_options(rehearsal, values={"era": "2025"}, at=LIVE)
    assert newest(rehearsal) == before_link
    go_back(linked, before_link, confirmed="yes")
    rehearsal.refresh_from_db()
    assert rehearsal.era == "2025"
    assert not on_file(rehearsal, JOHN).is_linked


def test_running_clock_continues_from_the_bookmarks_court_time(visitor, rehearsal):
    move_clock(rehearsal, manner=ClockManner.RUNNING, court_at=LIVE, speed=60, wall_at=wall_now())
    move_clock(rehearsal, manner=ClockManner.HELD, court_at=SEED_MOMENT, wall_at=wall_now())
    go_back(visitor, newest(rehearsal))
    rehearsal.clock.refresh_from_db()
    assert (rehearsal.clock.manner, rehearsal.clock.speed) == (ClockManner.RUNNING, 60)
    assert 0 <= (rehearsal.clock.court_at - LIVE).total_seconds() < 600
