"""The rules of a rehearsal: who may change them, and what a change says."""

import pytest

from rehearsals.help.refusals import Refused
from rehearsals.models import Rehearsal
from rehearsals.options.services import change_options
from tests.support.moments import SEED_MOMENT

RULES = {
    "era": "2025",
    "link_policy": "realistic",
    "refuses_special_logins": "True",
    "scans_mail": "True",
}


def test_holder_changes_the_rules_and_the_log_says_what(visitor):
    answer = visitor.post("/rules/", RULES, follow=True)
    changes = (
        "Era: 2025. Linking a shared PACER account: Realistic."
        " Special characters in CM/ECF logins: Refused. Mail scanner: Opens links"
    )
    assert f"You changed the rules. {changes}." in answer.content.decode()
    line = visitor.rehearsal.activities.first()
    assert (line.what, line.who, line.detail) == ("rehearsal.changed", "A visitor", changes)
    visitor.rehearsal.refresh_from_db()
    assert (visitor.rehearsal.era, visitor.rehearsal.link_policy) == ("2025", "realistic")
    assert visitor.rehearsal.refuses_special_logins


def test_form_shows_the_current_rules_and_an_unchanged_one_logs_nothing(visitor):
    form = visitor.get("/rules/").context["form"]
    assert [form[name].value() for name in RULES] == ["2020", "guard", False, False]
    visitor.post("/rules/", RULES)
    before = visitor.rehearsal.activities.count()
    assert "You changed nothing" in visitor.post("/rules/", RULES, follow=True).content.decode()
    assert visitor.rehearsal.activities.count() == before


@pytest.mark.parametrize("field", RULES)
def test_unknown_option_is_refused_on_the_page(visitor, field):
    answer = visitor.post("/rules/", RULES | {field: "1999"})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    visitor.rehearsal.refresh_from_db()
    assert visitor.rehearsal.era == "2020"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"kind": "demo"}, "Only a trainer can change the rules of the demo court"),
        ({"clock_control": "staff"}, "Only your trainer can change the rules of this rehearsal."),
    ],
)
def test_others_read_the_rules_and_who_changes_them(visitor, change, sentence):
    Rehearsal.objects.filter(pk=visitor.rehearsal.pk).update(**change)
    page = visitor.get("/rules/").content.decode()
    assert sentence in page
    assert "2020, the year of the move" in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    assert visitor.post("/rules/", RULES).status_code == 409
    visitor.rehearsal.refresh_from_db()
    assert visitor.rehearsal.era == "2020"


def test_service_refuses_before_it_writes(rehearsal):
    rehearsal.clock_control = "staff"
    with pytest.raises(Refused):
        change_options(rehearsal, values={"era": "2025"}, at=SEED_MOMENT, by_staff=False)
    assert not rehearsal.activities.filter(what="rehearsal.changed").exists()
