"""The step where an attorney or a party chooses who files."""

from dockets.models import Appearance
from tests.support.cast import DANA, JOHN, MIRIAM
from tests.support.filing_steps import as_filer, choose, press, step_path, submit, to_documents
from tests.support.moments import LAST_HOUR
from tests.support.page_text import page_text
from tests.support.submissions import party


def test_party_is_asked_for_nothing_but_her_own_name(visitor):
    dana = as_filer(visitor.at(LAST_HOUR), DANA)
    choose(dana, "notices", "notice-other")
    press(dana, "case", case_number="1:20-cv-90004")
    press(dana, "caption")
    press(dana, "filer")
    page = page_text(dana.get(step_path("filer")))
    assert "You file for yourself. Select your name." in page
    assert "new filer" not in page.casefold()


def test_new_attorney_is_associated_with_the_party(rehearsal, visitor):
    john = as_filer(visitor.at(LAST_HOUR), JOHN)
    defendant = party(rehearsal, "Defendant")
    to_documents(john, "motions", "motion-compel", defendant.pk)
    press(john, "documents", practice="text")
    press(john, "refer")
    press(john, "docket-text")
    submit(john)
    made = Appearance.objects.get(party=defendant, cmecf_account__login=JOHN.login)
    assert made.name == "John Attorney"


def test_only_the_court_adds_a_defendant_to_a_criminal_case(visitor):
    miriam = as_filer(visitor.at(LAST_HOUR), MIRIAM)
    choose(miriam, "cr-notices", "notice-other")
    press(miriam, "case", case_number="1:20-cr-90003")
    defendant = party(visitor.rehearsal, "Defendant", "1:20-cr-90003")
    press(miriam, "caption", defendants=[defendant.pk])
    page = miriam.get(step_path("filer")).content.decode()
    assert '<option value="Movant">' in page
    assert '<option value="Defendant">' not in page
