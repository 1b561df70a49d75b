"""The link and unlink services."""

import pytest

from linking.link import services
from linking.link.refusals import LinkRefusal
from linking.unlink import services as unlink_services
from linking.unlink.refusals import UnlinkRefusal
from rehearsals.help.refusals import Refused
from rehearsals.web import mount
from tests.support.cast import ADELE, HECTOR, JOHN, MIRIAM, TERESA
from tests.support.link_steps import on_file
from tests.support.moments import FIRST_RUSH, JUST_BEFORE_LIVE, LIVE
from tests.support.visitor import without_bookmarks

pytestmark = [pytest.mark.django_db, pytest.mark.both_databases]


def pacer(rehearsal, who):
    return rehearsal.pacer_accounts.get(account_number=who.number)


def link(rehearsal, who=JOHN, ecf=None, *, at=LIVE, proof=None):
    account = on_file(rehearsal, ecf or who)
    return services.link(
        rehearsal=rehearsal,
        court=account.court,
        pacer_account=pacer(rehearsal, who),
        cmecf_account_id=account.pk,
        proof=services.proof_of(account) if proof is None else proof,
        at=at,
    )


def refusal_of(call, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value.reason


def test_link_is_saved_and_logged(inside_rehearsal):
    link(inside_rehearsal, at=FIRST_RUSH)
    account = on_file(inside_rehearsal, JOHN)
    assert account.pacer_account.account_number == JOHN.number
    assert account.linked_at == FIRST_RUSH
    line = inside_rehearsal.activities.get(what="link.made")
    assert (line.who, line.detail) == (f"PACER {JOHN.number}", f"nmd: CM/ECF {JOHN.login}")


def test_same_link_twice_gives_the_same_result(inside_rehearsal):
    first = link(inside_rehearsal, at=LIVE)
    second = link(inside_rehearsal, at=FIRST_RUSH)
    assert second.pk == first.pk
    assert on_file(inside_rehearsal, JOHN).linked_at == LIVE
    assert inside_rehearsal.activities.filter(what="link.made").count() == 1
    assert inside_rehearsal.mails.count() == 1


def test_email_goes_to_both_addresses(inside_rehearsal):
    inside_rehearsal.pacer_accounts.filter(account_number=JOHN.number).update(
        email="john@example.org"
    )
    link(inside_rehearsal)
    assert {mail.to for mail in inside_rehearsal.mails.all()} == {
        "john@example.com",
        "john@example.org",
    }
    assert all("permanent" in mail.body for mail in inside_rehearsal.mails.all())


def test_linked_login_is_refused_without_naming_the_owner(inside_rehearsal):
    link(inside_rehearsal, TERESA, JOHN)
    assert refusal_of(link, inside_rehearsal, JOHN) is LinkRefusal.LOGIN_LINKED
    assert on_file(inside_rehearsal, JOHN).pacer_account.account_number == TERESA.number
    text = LinkRefusal.LOGIN_LINKED.sentence + LinkRefusal.LOGIN_LINKED.todo
    assert not any(word in text for word in (TERESA.name, TERESA.number, TERESA.username))


def test_second_login_in_same_court_is_refused(inside_rehearsal):
    link(inside_rehearsal, HECTOR)
    assert refusal_of(link, inside_rehearsal, HECTOR, MIRIAM) is LinkRefusal.ALREADY_LINKED_HERE
    assert not on_file(inside_rehearsal, MIRIAM).is_linked


def test_link_checks_all_rules_again(inside_rehearsal):
    assert refusal_of(link, inside_rehearsal, at=JUST_BEFORE_LIVE) is LinkRefusal.COURT_CLOSED
    inside_rehearsal.pacer_accounts.update(is_disabled=True)
    assert refusal_of(link, inside_rehearsal) is LinkRefusal.DISABLED_ACCOUNT
    assert not on_file(inside_rehearsal, JOHN).is_linked
    assert inside_rehearsal.activities.filter(what="link.refused", outcome="refused").count() == 2
    assert inside_rehearsal.mails.count() == 0


def test_new_password_ends_a_proof(inside_rehearsal):
    proof = services.proof_of(on_file(inside_rehearsal, JOHN))
    inside_rehearsal.cmecf_accounts.update(password="another hash")
    assert refusal_of(link, inside_rehearsal, proof=proof) is LinkRefusal.PROOF_EXPIRED


def test_login_of_another_rehearsal_cannot_be_linked(inside_rehearsal, other_rehearsal):
    elsewhere = on_file(other_rehearsal, JOHN)
    ids = {"cmecf_account_id": elsewhere.pk, "proof": services.proof_of(elsewhere)}
    scope = {
        "rehearsal": inside_rehearsal,
        "court": on_file(inside_rehearsal, JOHN).court,
        "at": LIVE,
    }
    account = pacer(inside_rehearsal, JOHN)
    assert refusal_of(services.link, pacer_account=account, **scope, **ids)
    assert not on_file(other_rehearsal, JOHN).is_linked


def test_link_query_count(inside_rehearsal, django_assert_num_queries):
    account, signed_on = on_file(inside_rehearsal, JOHN), pacer(inside_rehearsal, JOHN)
    asked = {"cmecf_account_id": account.pk, "proof": services.proof_of(account), "at": LIVE}
    without_bookmarks(inside_rehearsal)
    # Two for the transaction, one read, two locks, one rule, three writes.
    with django_assert_num_queries(9):
        services.link(
            rehearsal=inside_rehearsal, court=account.court, pacer_account=signed_on, **asked
        )


def unlinked(rehearsal, reason="Linked to the wrong person"):
    link(rehearsal, TERESA, JOHN)
    return unlink_services.unlink(
        account=on_file(rehearsal, JOHN), reason=reason, who="clerk carla", at=FIRST_RUSH
    )


def test_unlinked_login_must_be_reset(inside_rehearsal):
    account = unlinked(inside_rehearsal)
    assert not account.is_linked
    assert account.must_reset_password
    assert refusal_of(link, inside_rehearsal, JOHN) is LinkRefusal.MUST_RESET


def test_unlink_is_logged_and_emailed_to_both(inside_rehearsal):
    unlinked(inside_rehearsal, reason="Typed a colleague's login")
    line = inside_rehearsal.activities.get(what="link.undone")
    assert line.who == "clerk carla"
    assert line.detail == (
        f"nmd: CM/ECF {JOHN.login} from PACER {TERESA.number}: Typed a colleague's login"
    )
    mails = inside_rehearsal.mails.filter(subject__contains="undone")
    assert {mail.to for mail in mails} == {JOHN.email, TERESA.email}
    assert all("Typed a colleague's login" in mail.body for mail in mails)
    assert all(f"If {JOHN.login} is someone else's login" in mail.body for mail in mails)
    assert all(mail.body.startswith(f"{JOHN.name} and ") for mail in mails)


def test_unlink_needs_a_reason_and_a_link(inside_rehearsal):
    account = on_file(inside_rehearsal, JOHN)
    why = {"account": account, "reason": "None", "who": "clerk carla", "at": LIVE}
    assert refusal_of(unlink_services.unlink, **why) is UnlinkRefusal.NOT_LINKED
    link(inside_rehearsal)
    why["reason"] = "  "
    assert refusal_of(unlink_services.unlink, **why) is UnlinkRefusal.REASON_MISSING
    assert on_file(inside_rehearsal, JOHN).is_linked


def test_both_accounts_can_be_linked_after_unlink(inside_rehearsal):
    unlinked(inside_rehearsal)
    inside_rehearsal.cmecf_accounts.filter(login=JOHN.login).update(must_reset_password=False)
    link(inside_rehearsal, JOHN)
    link(inside_rehearsal, TERESA)
    assert on_file(inside_rehearsal, JOHN).pacer_account.account_number == JOHN.number
    assert on_file(inside_rehearsal, TERESA).pacer_account.account_number == TERESA.number


def test_shared_account_is_linked_only_under_realistic_policy(inside_rehearsal):
    assert refusal_of(link, inside_rehearsal, ADELE) is LinkRefusal.SHARED_ACCOUNT
    inside_rehearsal.pacer_accounts.filter(account_number=ADELE.number).update(
        account_type="upgraded"
    )
    assert refusal_of(link, inside_rehearsal, ADELE) is LinkRefusal.SHARED_ACCOUNT
    inside_rehearsal.link_policy = "realistic"
    inside_rehearsal.save()
    with mount.inside_rehearsal(inside_rehearsal):
        link(inside_rehearsal, ADELE)
    assert on_file(inside_rehearsal, ADELE).is_linked
