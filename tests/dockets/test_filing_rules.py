"""The event catalog, docket texts, and who may file what."""

from dataclasses import replace
from datetime import date

import pytest

from cmecf.courts.phases import CourtPhase
from cmecf.models import CmecfAccount, Court, FilerRole
from dockets.filing import catalog, rules
from dockets.filing.catalog.categories import CATEGORIES
from dockets.filing.docket_text import docket_text
from dockets.filing.refusals import FilingRefusal
from dockets.filing.rules import Standing
from dockets.models import Case, CaseAccess, CaseKind
from rehearsals.packs.pack import get_pack

NOTICE, SEALED = catalog.event("notice-other"), catalog.event("sealed-motion")
COUNSEL, PARTY, NOBODY = Standing(is_counsel=True), Standing(is_party=True), Standing()


def test_catalog_offers_at_least_eighty_events_below_every_list():
    assert sum(not one.by_court for one in catalog.CATALOG) >= 80
    lists = [one.key for one in CATEGORIES if one.key != catalog.OPEN_A_CASE]
    assert all(catalog.events_in(key) for key in lists)


def test_every_event_of_the_pack_is_in_the_catalog():
    used = {entry.event for case in get_pack("nmd-2020").cases for entry in case.entries}
    assert {key for key in used if catalog.event(key) is None} == set()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"categories": ("nowhere",)}, "a category does not exist"),
        ({"by_court": True}, "in a menu or by the court"),
        ({"text": "NOTICE {what}"}, "names something that is not asked"),
        ({"text": "NOTICE re {refs}"}, "names entries that it may lack"),
        ({"restriction": "secret"}, "no such restriction"),
        ({"prompts": catalog.event("bk-convert").prompts}, "leaves out the answer"),
    ],
)
def test_faulty_event_is_found_when_the_catalog_is_loaded(change, fault):
    assert fault in " ".join(catalog.faults([replace(NOTICE, **change)], CATEGORIES))


def test_events_with_one_key_are_found():
    assert catalog.faults([NOTICE, NOTICE], CATEGORIES) == ["notice-other is there twice"]


@pytest.mark.parametrize(
    ("key", "values", "text"),
    [
        ("notice-other", {"filers": ["J.E."]}, "NOTICE by J.E. (Counsel, Adele)"),
        (
            "motion-dismiss",
            {"modifier": "Unopposed", "words": "Count II", "filers": ["A Company"]},
            "Unopposed MOTION to Dismiss Count II by A Company. (Counsel, Adele)",
        ),
        (
            "motion-continue",
            {"filers": ["Sampleton"], "as_to": ["Sampleton"]},
            "MOTION to Continue by Sampleton as to Sampleton. (Counsel, Adele)",
        ),
        (
            "answer",
            {
                "filers": ["A Company"],
                "references": ["1 Complaint"],
                "answers": {"jury": "with Jury Demand"},
            },
            "ANSWER to 1 Complaint with Jury Demand by A Company. (Counsel, Adele)",
        ),
        (
            "motion-strike",
            {"filers": ["A Company"], "references": ["4 Response"]},
            "MOTION to Strike by A Company re 4 Response. (Counsel, Adele)",
        ),
        (
            "notice-other",
            {"filers": ["A {0} Company"], "words": "of {filers}"},
            "NOTICE by A {0} Company of {filers}. (Counsel, Adele)",
        ),
    ],
)
def test_docket_text(key, values, text):
    assert docket_text(catalog.event(key), signature="Counsel, Adele", **values) == text


def account(role=FilerRole.ATTORNEY, **values) -> CmecfAccount:
    return CmecfAccount(**({"pk": 1, "court_id": 7, "role": role} | values))


def a_case(**values) -> Case:
    return Case(
        **({"number": "1:20-cv-90001", "initials": "TRN-SIM", "kind": CaseKind.CIVIL} | values)
    )


CRIMINAL = {"kind": CaseKind.CRIMINAL, "number": "1:20-cr-90003"}


@pytest.mark.parametrize(
    ("who", "phase", "outcome"),
    [
        ({}, CourtPhase.LEGACY, None),
        ({}, CourtPhase.OUTAGE, FilingRefusal.CLOSED),
        ({}, CourtPhase.NEXTGEN, FilingRefusal.NOT_LINKED),
        ({"pacer_account_id": 3}, CourtPhase.NEXTGEN, None),
        ({"pacer_account_id": 3, "is_active": False}, CourtPhase.NEXTGEN, FilingRefusal.INACTIVE),
        ({"pacer_account_id": 3, "court_id": 8}, CourtPhase.NEXTGEN, FilingRefusal.OTHER_COURT),
    ],
)
def test_account_that_may_file(who, phase, outcome):
    assert rules.why_not_use(account(**who), Court(pk=7), phase) is outcome


@pytest.mark.parametrize(
    ("who", "case", "menu", "event", "standing", "outcome"),
    [
        (account(), a_case(), "Civil", NOTICE, NOBODY, None),
        (account(), a_case(access=CaseAccess.SEALED), "Civil", NOTICE, COUNSEL, FilingRefusal.SEALED_CASE),
        (account(), a_case(), "Criminal", NOTICE, COUNSEL, FilingRefusal.WRONG_MENU),
        (account(), a_case(**CRIMINAL), "Criminal", NOTICE, NOBODY, None),
        (account(), a_case(), "Civil", SEALED, NOBODY, FilingRefusal.NOT_COUNSEL),
        (account(), a_case(), "Civil", SEALED, COUNSEL, None),
        (account(only_case="1:20-cv-90004"), a_case(), "Civil", NOTICE, PARTY, FilingRefusal.ONLY_ONE_CASE),
        (account("party", only_case="1:20-cv-90001-TRN-SIM"), a_case(), "Civil", NOTICE, PARTY, None),
        (account("party"), a_case(), "Civil", NOTICE, NOBODY, FilingRefusal.NOT_YOUR_CASE),
        (account("party"), a_case(**CRIMINAL), "Criminal", NOTICE, NOBODY, FilingRefusal.NOT_IN_CRIMINAL),
        (account("party"), a_case(**CRIMINAL), "Criminal", NOTICE, PARTY, None),
        (account("trustee"), a_case(**CRIMINAL), "Criminal", NOTICE, COUNSEL, FilingRefusal.NOT_IN_CRIMINAL),
        (account(), a_case(kind=CaseKind.BANKRUPTCY, number="20-19001"), "Civil", NOTICE, COUNSEL, None),
    ],
)  # fmt: skip
def test_case_that_may_be_filed_in(who, case, menu, event, standing, outcome):
    assert rules.why_not_case(who, case, menu, event, standing) is outcome


@pytest.mark.parametrize(
    ("event", "role", "may"),
    [
        ("transcript", "court_reporter", True),
        ("motion-compel", "court_reporter", False),
        ("trustee-report", "trustee", True),
        ("trustee-report", "party", False),
        ("bk-appearance", "creditor", True),
        ("bk-relief-stay", "creditor", False),
        ("order", "attorney", False),
    ],
)
def test_event_that_a_role_may_use(event, role, may):
    assert rules.may_use_event(catalog.event(event), role) is may


def test_response_falls_on_a_business_day():
    assert rules.response_due(date(2020, 4, 4), 14) == date(2020, 4, 20)  # the 18th is a Saturday
    assert rules.response_due(date(2020, 6, 20), 14) == date(2020, 7, 6)  # after July 4
