"""The event catalog, docket texts and due dates. Who may file what is in docs/rules.md."""

from dataclasses import replace
from datetime import date

import pytest

from dockets.filing import catalog, rules
from dockets.filing.catalog.categories import CATEGORIES
from dockets.filing.docket_text import docket_text
from rehearsals.packs.pack import get_pack

NOTICE = catalog.event("notice-other")


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


def test_response_falls_on_a_business_day():
    assert rules.response_due(date(2020, 4, 4), 14) == date(2020, 4, 20)  # the 18th is a Saturday
    assert rules.response_due(date(2020, 6, 20), 14) == date(2020, 7, 6)  # after July 4
