"""Linking and unlinking, below the pages."""

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


def test_a_link_ties_the_accounts_and_is_logged(in_story):
    link(in_story, at=FIRST_RUSH)
    account = on_file(in_story, JOHN)
    assert account.pacer_account.account_number == JOHN.number
    assert account.linked_at == FIRST_RUSH
    line = in_story.activities.get(what="link.made")
    assert (line.who, line.detail) == (f"PACER {JOHN.number}", f"nmd: CM/ECF {JOHN.login}")


def test_asked_twice_the_same_account_gets_the_same_result(in_story):
    first = link(in_story, at=LIVE)
    second = link(in_story, at=FIRST_RUSH)
    assert second.pk == first.pk
    assert on_file(in_story, JOHN).linked_at == LIVE
    assert in_story.activities.filter(what="link.made").count() == 1
    assert in_story.mails.count() == 1


def test_the_notice_goes_to_both_addresses(in_story):
    in_story.pacer_accounts.filter(account_number=JOHN.number).update(email="john@example.org")
    link(in_story)
    assert {mail.to for mail in in_story.mails.all()} == {"john@example.com", "john@example.org"}
    assert all("permanent" in mail.body for mail in in_story.mails.all())


def test_a_login_that_somebody_else_linked_is_refused_and_names_nobody(in_story):
    link(in_story, TERESA, JOHN)
    assert refusal_of(link, in_story, JOHN) is LinkRefusal.LOGIN_LINKED
    assert on_file(in_story, JOHN).pacer_account.account_number == TERESA.number
    said = LinkRefusal.LOGIN_LINKED.sentence + LinkRefusal.LOGIN_LINKED.todo
    assert not any(word in said for word in (TERESA.name, TERESA.number, TERESA.username))


def test_a_second_login_of_the_court_is_refused(in_story):
    link(in_story, HECTOR)
    assert refusal_of(link, in_story, HECTOR, MIRIAM) is LinkRefusal.ALREADY_LINKED_HERE
    assert not on_file(in_story, MIRIAM).is_linked


def test_the_rules_are_asked_again_inside(in_story):
    assert refusal_of(link, in_story, at=JUST_BEFORE_LIVE) is LinkRefusal.COURT_CLOSED
    in_story.pacer_accounts.update(is_disabled=True)
    assert refusal_of(link, in_story) is LinkRefusal.DISABLED_ACCOUNT
    assert not on_file(in_story, JOHN).is_linked
    assert in_story.activities.filter(what="link.refused", outcome="refused").count() == 2
    assert in_story.mails.count() == 0


def test_a_proof_ends_when_the_password_changes(in_story):
    proof = services.proof_of(on_file(in_story, JOHN))
    in_story.cmecf_accounts.update(password="another hash")
    assert refusal_of(link, in_story, proof=proof) is LinkRefusal.PROOF_EXPIRED


def test_a_login_of_another_world_cannot_be_linked(in_story, other_rehearsal):
    elsewhere = on_file(other_rehearsal, JOHN)
    ids = {"cmecf_account_id": elsewhere.pk, "proof": services.proof_of(elsewhere)}
    world = {"rehearsal": in_story, "court": on_file(in_story, JOHN).court, "at": LIVE}
    account = pacer(in_story, JOHN)
    assert refusal_of(services.link, pacer_account=account, **world, **ids)
    assert not on_file(other_rehearsal, JOHN).is_linked


def test_a_link_takes_as_many_queries_whatever_the_court(in_story, django_assert_num_queries):
    account, signed_on = on_file(in_story, JOHN), pacer(in_story, JOHN)
    asked = {"cmecf_account_id": account.pk, "proof": services.proof_of(account), "at": LIVE}
    with django_assert_num_queries(8):  # two for the transaction, two locks, one rule, three writes
        services.link(rehearsal=in_story, court=account.court, pacer_account=signed_on, **asked)


def unlinked(rehearsal, reason="Linked to the wrong person"):
    link(rehearsal, TERESA, JOHN)
    return unlink_services.unlink(on_file(rehearsal, JOHN), reason=reason, who="clerk carla")


def test_an_unlinked_login_waits_for_a_new_password(in_story):
    account = unlinked(in_story)
    assert not account.is_linked
    assert account.must_reset_password
    assert refusal_of(link, in_story, JOHN) is LinkRefusal.MUST_RESET


def test_an_unlink_is_logged_with_its_reason_and_told_to_both(in_story):
    unlinked(in_story, reason="Typed a colleague's login")
    line = in_story.activities.get(what="link.undone")
    assert line.who == "clerk carla"
    assert line.detail == (
        f"nmd: CM/ECF {JOHN.login} from PACER {TERESA.number}: Typed a colleague's login"
    )
    told = in_story.mails.filter(subject__contains="undone")
    assert {mail.to for mail in told} == {JOHN.email, TERESA.email}
    assert all("Typed a colleague's login" in mail.body for mail in told)
    assert all(f"If {JOHN.login} is somebody else's login" in mail.body for mail in told)
    assert all(mail.body.startswith(f"{JOHN.name} and ") for mail in told)


def test_an_unlink_needs_a_reason_and_a_link(in_story):
    account = on_file(in_story, JOHN)
    why = {"reason": "None", "who": "clerk carla"}
    assert refusal_of(unlink_services.unlink, account, **why) is UnlinkRefusal.NOT_LINKED
    link(in_story)
    why["reason"] = "  "
    assert refusal_of(unlink_services.unlink, account, **why) is UnlinkRefusal.REASON_MISSING
    assert on_file(in_story, JOHN).is_linked


def test_after_an_unlink_both_are_free_for_the_right_link(in_story):
    unlinked(in_story)
    in_story.cmecf_accounts.filter(login=JOHN.login).update(must_reset_password=False)
    link(in_story, JOHN)
    link(in_story, TERESA)
    assert on_file(in_story, JOHN).pacer_account.account_number == JOHN.number
    assert on_file(in_story, TERESA).pacer_account.account_number == TERESA.number


def test_a_shared_account_is_linked_only_where_the_trainer_wants_the_mistake(in_story):
    assert refusal_of(link, in_story, ADELE) is LinkRefusal.SHARED_ACCOUNT
    in_story.pacer_accounts.filter(account_number=ADELE.number).update(account_type="upgraded")
    assert refusal_of(link, in_story, ADELE) is LinkRefusal.SHARED_ACCOUNT
    in_story.link_policy = "realistic"
    in_story.save()
    with mount.in_story(in_story):
        link(in_story, ADELE)
    assert on_file(in_story, ADELE).is_linked
