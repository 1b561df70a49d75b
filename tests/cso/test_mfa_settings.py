import re
from datetime import timedelta

import pytest
from freezegun import freeze_time

from cso.models import BackupCode
from pacer_accounts.choices import HolderKind
from rehearsals.models import Activity, Mail
from tests.support.cast import JOHN, MAX, SKYE
from tests.support.login_pages import WRONG, log_in
from tests.support.second_factor import (
    MFA,
    SECRET,
    STEP,
    UPDATE,
    WALL,
    account_of,
    backup_codes,
    enroll,
    give,
    mailed_code,
    passcode,
    play_2025,
    text,
)
from tests.support.staff import confirmed, staff_client

pytestmark = pytest.mark.django_db
SEND, CODE, APP, QR = (MFA + "add/" + end for end in ("", "code/", "app/", "qr.svg"))
CODES = MFA + "codes/"
LIST = "/admin/pacer_accounts/paceraccount/"


@pytest.fixture(autouse=True)
def wall():
    with freeze_time(WALL) as frozen:
        yield frozen


@pytest.fixture
def max_(rehearsal, visitor):
    """Max Filer, logged in and not enrolled; he has skipped once."""
    play_2025(rehearsal)
    log_in(visitor, MAX)
    visitor.post(UPDATE, {"frmUserUpdate:bpmSkip": "Skip"})
    return visitor


@pytest.fixture
def enrolled(rehearsal, visitor):
    """Max Filer with one app, logged in by its passcode."""
    play_2025(rehearsal)
    enroll(rehearsal)
    log_in(visitor, MAX)
    give(visitor, passcode())
    return visitor


def shown_secret(visitor) -> str:
    page = text(visitor.get(APP))
    return re.search(r'id="mfa-secret">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def to_the_picture(visitor) -> str:
    """The first two steps of Add App; the secret."""
    visitor.post(SEND)
    visitor.post(CODE, {"code": mailed_code(visitor.rehearsal)})
    return shown_secret(visitor)


def newest_letter(visitor) -> Mail:
    return Mail.objects.filter(rehearsal=visitor.rehearsal).order_by("-pk").first()


def apps(visitor, who=MAX) -> list[str]:
    return list(
        account_of(visitor.rehearsal, who).authenticator_apps.values_list("name", flat=True)
    )


def test_landing_page_shows_enroll_link_or_app_count(max_):
    page = text(max_.get("/psc/account/"))
    assert "Multifactor Auth" in page
    assert ">Enroll</a>" in page
    assert "Manage MFA Settings" in page
    enroll(max_.rehearsal)
    assert "Enrolled (1 app)" in text(max_.get("/psc/account/"))


def test_app_enrollment(max_):
    secret = to_the_picture(max_)
    answer = max_.post(APP, {"name": "My phone", "passcode": passcode(secret=secret)})
    assert answer.url.endswith(MFA)
    assert apps(max_) == ["My phone"]
    assert newest_letter(max_).to == account_of(max_.rehearsal).email
    assert "My phone" in newest_letter(max_).body
    assert secret not in text(max_.get(MFA))
    assert max_.get(APP).url.endswith(SEND)  # shown once


def test_enrollment_passcode_cannot_be_reused_to_log_in(max_):
    secret = to_the_picture(max_)
    code = passcode(secret=secret)
    max_.post(APP, {"name": "Phone", "passcode": code})
    max_.post("/cso/logout/")
    log_in(max_, MAX)
    assert give(max_, code).status_code == 200
    assert give(max_, passcode(WALL + STEP, secret)).status_code == 302


def test_required_enrollment_leads_to_the_page_wanted(rehearsal, visitor):
    play_2025(rehearsal)
    wanted = rehearsal.mount + "/psc/account/usage/"
    log_in(visitor, MAX, path=f"/psc/login/?next={wanted}")
    secret = to_the_picture(visitor)
    answer = visitor.post(APP, {"name": "Phone", "passcode": passcode(secret=secret)})
    assert answer.url == wanted
    assert visitor.get(wanted).status_code == 200


def test_qr_code_exists_only_during_enrollment(max_):
    assert max_.get(QR).status_code == 404
    to_the_picture(max_)
    picture = max_.get(QR)
    assert picture["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "no-store" in picture["Cache-Control"]
    assert "style=" not in text(picture)
    assert "<script" not in text(picture)


def test_security_code_is_not_stored_and_works_once(max_):
    max_.post(SEND)
    code = mailed_code(max_.rehearsal)
    assert code not in str(dict(max_.client.session))
    assert max_.post(CODE, {"code": code}).url.endswith(APP)
    assert max_.post(CODE, {"code": code}).url.endswith(SEND)


def test_only_newest_security_code_works(max_):
    max_.post(SEND)
    old = mailed_code(max_.rehearsal)
    max_.post(SEND)
    if old != mailed_code(max_.rehearsal):
        assert "not the most recent security code" in text(max_.post(CODE, {"code": old}))
    assert max_.post(CODE, {"code": mailed_code(max_.rehearsal)}).url.endswith(APP)


def test_five_wrong_security_codes_lock_enrollment(max_, wall):
    max_.post(SEND)
    right = mailed_code(max_.rehearsal)
    wrong = "000000" if right != "000000" else "000001"
    for _ in range(5):
        assert "not the most recent security code" in text(max_.post(CODE, {"code": wrong}))
    assert "accept a code for 15 minutes" in text(max_.post(CODE, {"code": right}))
    max_.post(SEND)
    assert "accept a code for 15 minutes" in text(
        max_.post(CODE, {"code": mailed_code(max_.rehearsal)})
    )
    wall.tick(timedelta(minutes=15, seconds=1))
    max_.post(SEND)
    assert max_.post(CODE, {"code": mailed_code(max_.rehearsal)}).url.endswith(APP)


def test_security_code_and_secret_expire_after_ten_minutes(max_, wall):
    max_.post(SEND)
    wall.tick(timedelta(minutes=10, seconds=1))
    assert max_.post(CODE, {"code": mailed_code(max_.rehearsal)}).url.endswith(SEND)
    to_the_picture(max_)
    wall.tick(timedelta(minutes=10, seconds=1))
    assert max_.get(APP).url.endswith(SEND)
    assert max_.get(QR).status_code == 404


def test_wrong_enrollment_passcode_adds_no_app_and_keeps_name(max_):
    secret = to_the_picture(max_)
    wrong = "000000" if passcode(secret=secret) != "000000" else "111111"
    page = text(max_.post(APP, {"name": "Paralegal", "passcode": wrong}))
    assert "That is not the passcode that the app shows now." in page
    assert 'value="Paralegal"' in page
    assert f'value="{wrong}"' not in page
    assert apps(max_) == []


def test_app_name_with_line_breaks_is_refused(max_):
    secret = to_the_picture(max_)
    typed = {"name": "Phone\n\nCall 505-555-0199 now", "passcode": passcode(secret=secret)}
    assert "Use only letters, digits and punctuation" in text(max_.post(APP, typed))
    assert apps(max_) == []


def test_app_names_are_unique_and_five_apps_are_the_limit(enrolled):
    secret = to_the_picture(enrolled)
    page = text(enrolled.post(APP, {"name": "PHONE", "passcode": passcode(secret=secret)}))
    assert "Another app on this account has this name." in page
    for number in range(4):
        enroll(enrolled.rehearsal, name=f"Phone {number}")
    assert "already has 5 apps" in text(enrolled.post(SEND))
    page = text(enrolled.post(APP, {"name": "Sixth", "passcode": passcode(secret=secret)}))
    assert "already has 5 apps" in page
    assert "Add App" not in text(enrolled.get(MFA))
    assert len(apps(enrolled)) == 5


def test_enrollment_is_not_visible_to_another_account(max_):
    to_the_picture(max_)
    log_in(max_, SKYE)
    max_.post(UPDATE)
    assert max_.get(APP).url.endswith(SEND)


def test_backup_codes_are_shown_once_and_stored_as_digests(enrolled):
    page = text(enrolled.post(CODES, {"password": MAX.password}))
    codes = re.findall(r"<code>([a-z2-9]{4}-[a-z2-9]{4})</code>", page)
    assert len(set(codes)) == 10
    kept = set(BackupCode.objects.values_list("code_digest", flat=True))
    assert len(kept) == 10
    assert not kept & {code.replace("-", "") for code in codes}
    assert not any(code in text(enrolled.get(path)) for code in codes for path in (MFA, CODES))
    assert "10 of 10 codes left" in text(enrolled.get(MFA))


@pytest.mark.parametrize("proof", [{}, {"password": WRONG}, {"passcode": "000000"}])
def test_mfa_changes_require_password_or_passcode(enrolled, proof):
    app = account_of(enrolled.rehearsal).authenticator_apps.get()
    for path in (CODES, f"{MFA}remove/{app.pk}/"):
        page = text(enrolled.post(path, proof))
        assert "There is a problem" in page
        assert WRONG not in page
    assert apps(enrolled) == ["Phone"]
    assert not BackupCode.objects.exists()


def test_removing_last_app_turns_mfa_off_and_sends_email(enrolled):
    backup_codes(enrolled.rehearsal)
    app = account_of(enrolled.rehearsal).authenticator_apps.get()
    assert "multifactor authentication is turned off" in text(
        enrolled.get(f"{MFA}remove/{app.pk}/")
    )
    enrolled.post(f"{MFA}remove/{app.pk}/", {"passcode": passcode(WALL + STEP)})
    assert apps(enrolled) == []
    assert not BackupCode.objects.exists()
    assert "is off" in newest_letter(enrolled).subject


def test_last_app_cannot_be_removed_when_mfa_is_required(enrolled):
    account = account_of(enrolled.rehearsal)
    account.mfa_skips = 3
    account.save()
    app = account.authenticator_apps.get()
    page = text(enrolled.post(f"{MFA}remove/{app.pk}/", {"password": MAX.password}))
    assert "remove its only app" in page
    other = enroll(enrolled.rehearsal, name="Tablet")
    enrolled.post(f"{MFA}remove/{app.pk}/", {"password": MAX.password})
    assert apps(enrolled) == [other.name]


def test_app_of_another_account_cannot_be_removed(enrolled):
    app = enroll(enrolled.rehearsal, JOHN)
    enrolled.post(f"{MFA}remove/{app.pk}/", {"password": MAX.password})
    assert apps(enrolled, JOHN) == ["Phone"]


def test_paa_may_enroll(rehearsal, visitor):
    play_2025(rehearsal)
    account = account_of(rehearsal, SKYE)
    account.holder_kind = HolderKind.PAA
    account.save()
    log_in(visitor, SKYE)
    visitor.post(UPDATE)
    assert "Manage MFA Settings" in text(visitor.get("/psc/account/"))


def test_staff_action_removes_all_apps_and_sends_email(enrolled):
    account = account_of(enrolled.rehearsal)
    backup_codes(enrolled.rehearsal)
    desk = staff_client("Clerks", enrolled.rehearsal)
    desk.post(LIST, confirmed("remove_second_factor", account))
    assert apps(enrolled) == []
    assert not BackupCode.objects.exists()
    line = Activity.objects.get(what="mfa.removed_by_staff")
    assert account.log_name in line.detail
    assert newest_letter(enrolled).subject.startswith("Authenticator apps removed")


def test_mfa_secret_is_not_in_log_email_or_staff_pages(enrolled):
    account = account_of(enrolled.rehearsal)
    desk = staff_client("Clerks", enrolled.rehearsal)
    seen = text(desk.get(f"{LIST}{account.pk}/change/"))
    seen += "".join(Activity.objects.values_list("detail", flat=True))
    seen += "".join(Mail.objects.values_list("body", flat=True))
    assert SECRET not in seen


def test_trainer_can_change_the_era(rehearsal):
    desk = staff_client("Trainers", rehearsal)
    page = text(desk.get(f"/admin/rehearsals/rehearsal/{rehearsal.pk}/change/"))
    assert 'name="era"' in page
