"""Deny by default: every address inside a rehearsal is closed to strangers but those listed here."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.support.moments import LIVE, SEED_MOMENT

OPEN = {
    # practicing: the rehearsal itself is the secret
    "training:home", "rehearsals:clock", "rehearsals:mail", "rehearsals:letter", "rehearsals:letters",
    "rehearsals:who_to_call",
    "rehearsals:activity", "training:switch_person", "rehearsals:reset", "rehearsals:help_layer",
    # public sites
    "site:home", "site:nextgen", "site:linking", "site:news", "site:section",
    "pacer:home", "pacer:register", "pacer:register_kind", "pacer:nextgen", "pacer:efile",
    "pacer:which_one", "account:register_wizard",
    "pacer:court_links", "pacer:announcements", "pacer:quick_links", "pacer:help", "pacer:contact",
    # how one gets an account, on, and off
    "account:register_step", "account:registered", "account:counties",
    "account:client_code_format",  # a sentence about its own question
    "cso:second_factor", "psc:login", "psc:logout", "cso:login", "cso:logout",
    "cso:forgot_password", "cso:forgot_password_questions", "cso:forgot_password_sent",
    "cso:forgot_username", "cso:forgot_username_questions", "cso:forgot_username_sent",
    "psc:forgot_password", "psc:forgot_password_questions", "psc:forgot_password_sent",
    "psc:forgot_username", "psc:forgot_username_questions", "psc:forgot_username_sent",
    "cso:reset_password", "cso:password_was_reset",
    # a court's way in
    "ecf:entry", "ecf:login", "ecf:help", "ecf:lost_password", "ecf:reset_password",
}  # fmt: skip

# Below /ecf one door answers for two systems: the legacy login, or the PACER login after go-live.
AT_THE_COURTS_DOOR = {
    "ecf:menu": "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities",
    "ecf:query": "/ecf/nmd/cgi-bin/iquery.pl",
    "ecf:search": "/ecf/nmd/cgi-bin/search.pl",
    "ecf:redaction": "/ecf/nmd/cgi-bin/redaction.pl",
    "ecf:email": "/ecf/nmd/utilities/email/",
    "ecf:change_password": "/ecf/nmd/utilities/password/",
    "ecf:transactions": "/ecf/nmd/utilities/transactions/",
    "ecf:client_code": "/ecf/nmd/utilities/client-code/",
    "link:form": "/ecf/nmd/utilities/link/",
    "link:confirm": "/ecf/nmd/utilities/link/confirm/",
    "link:done": "/ecf/nmd/utilities/link/done/",
}
MOVED_TO_PACER = {"ecf:email", "ecf:change_password"}  # of them only a notice is left
CLOSED = {
    "account:landing": "/psc/account/",
    "account:maintenance": "/psc/account/maintenance/",
    "account:payments": "/psc/account/payments/",
    "account:usage": "/psc/account/usage/",
    "account:billing_email": "/psc/account/settings/billing-email/",
    "account:billing_preferences": "/psc/account/settings/billing-preferences/",
    "account:activate_search": "/psc/account/settings/activate-search/",
    "account:stored_payment": "/psc/account/payments/cards/",
    "account:change_card": "/psc/account/payments/cards/1/",
    "account:one_time_payment": "/psc/account/payments/one-time/",
    "account:confirm_payment": "/psc/account/payments/one-time/confirm/",
    "account:payment_receipt": "/psc/account/payments/1/",
    "account:statement": "/psc/account/usage/statement/",
    "account:transactions": "/psc/account/usage/transactions/",
    "account:leave_paa": "/psc/account/settings/leave-paa/",
    "account:paa_members": "/psc/account/paa/",
    "account:paa_add": "/psc/account/paa/add/",
    "account:paa_remove": "/psc/account/paa/remove/",
    "account:paa_invitations": "/psc/account/paa/invitations/",
    "account:paa_invitation": "/psc/account/paa/invitations/1/",
    "psc:change_username": "/psc/account/settings/username/",
    "psc:change_password": "/psc/account/settings/password/",
    "psc:security_information": "/psc/account/settings/security-information/",
    "efile:register": "/psc/account/maintenance/register/",
    "efile:register_step": "/psc/account/maintenance/register/court/",
    "efile:register_non_attorney": "/psc/account/maintenance/register-non-attorney/",
    "efile:register_non_attorney_step": "/psc/account/maintenance/register-non-attorney/court/",
    "efile:personal": "/psc/account/maintenance/personal/",
    "efile:address": "/psc/account/maintenance/address/",
    "efile:delivery": "/psc/account/maintenance/delivery/",
    "efile:history": "/psc/account/maintenance/history/",
    "efile:status": "/psc/account/maintenance/status/",
    "efile:registered_courts": "/psc/account/maintenance/registered-courts/",
    "efile:request": "/psc/account/maintenance/requests/1/",
    "efile:done": "/psc/account/maintenance/requests/1/sent/",
    "efile:withdraw": "/psc/account/maintenance/requests/1/withdraw/",
    "efile:document": "/psc/account/maintenance/requests/1/documents/1/",
    "account:upgrade": "/psc/upgrade/",
    "account:upgrade_step": "/psc/upgrade/person/",
    "account:upgraded": "/psc/upgrade/done/",
    "chooser:courts": "/cso/courts/",
    "cso:update_required": "/cso/update-required/",
    "psc:mfa": "/psc/account/mfa/",
    "psc:mfa_send": "/psc/account/mfa/add/",
    "psc:mfa_code": "/psc/account/mfa/add/code/",
    "psc:mfa_app": "/psc/account/mfa/add/app/",
    "psc:mfa_qr": "/psc/account/mfa/add/qr.svg",
    "psc:mfa_remove": "/psc/account/mfa/remove/1/",
    "psc:mfa_codes": "/psc/account/mfa/codes/",
    "cso:notice": "/cso/notice/",
    "psc:sign_ons": "/psc/account/sign-ons/",
}


def _walk(entries: list, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in entries:
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, inner)
        else:
            yield namespace + (entry.name or str(entry.pattern)), entry


def story() -> dict[str, URLPattern]:
    return dict(_walk(get_resolver("config.rehearsal_urls").url_patterns))


def test_every_address_of_the_story_is_on_one_of_the_three_lists():
    assert set(story()) == OPEN | set(AT_THE_COURTS_DOOR) | set(CLOSED)


def test_only_the_listed_views_are_marked_open():
    marked = {name for name, entry in story().items() if not _is_closed(entry)}
    assert marked == OPEN | set(AT_THE_COURTS_DOOR)


def _is_closed(entry: URLPattern) -> bool:
    return getattr(entry.callback, "login_required", True)


@pytest.mark.django_db
@pytest.mark.parametrize("path", CLOSED.values(), ids=CLOSED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_led_to_a_login(visitor, path, method):
    answer = getattr(visitor, method)(path)
    assert answer.status_code == 302
    assert "/login" in answer.headers["Location"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", AT_THE_COURTS_DOOR.values(), ids=AT_THE_COURTS_DOOR)
@pytest.mark.parametrize("method", ["get", "post"])
def test_after_go_live_the_courts_door_leads_a_stranger_to_the_pacer_login(visitor, path, method):
    answer = getattr(visitor.at(LIVE), method)(path)
    if path in {AT_THE_COURTS_DOOR[name] for name in MOVED_TO_PACER}:
        assert answer.status_code == 403
        assert "no longer kept in CM/ECF" in answer.content.decode()
        return
    assert answer.status_code == 302
    assert "/cso/csologin/login.jsf?pscCourtId=NMDC" in answer.headers["Location"]


@pytest.mark.django_db
@pytest.mark.parametrize("path", AT_THE_COURTS_DOOR.values(), ids=AT_THE_COURTS_DOOR)
def test_before_the_outage_a_stranger_sees_the_legacy_login_or_that_it_is_too_early(visitor, path):
    answer = visitor.at(SEED_MOMENT).get(path)
    words = answer.content.decode()
    assert "CM/ECF Filer or PACER Login" in words or answer.status_code in (404, 409)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/staff/", "/admin/", "/healthz", "/readyz"])
def test_of_the_machine_a_stranger_sees_the_lobby_its_health_and_the_staff_login(client, path):
    answer = client.get(path, follow=True)
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "Training simulation" in words or answer["Content-Type"] == "application/json"
    assert "Site administration" not in words
