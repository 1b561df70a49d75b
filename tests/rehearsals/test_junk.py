"""Ids, filters and forms with values that no page sends: 400 or 404, and never our own fault."""

import pytest
from django.db import DataError

from rehearsals.web.middleware import RefusalMiddleware
from tests.support.staff import staff_client

pytestmark = pytest.mark.django_db

JUNK_IDS = ["abc", "-1", "9" * 30, "%D9%A1", "1_00", "1.0", "None", "%C2%B2", "0x1"]
ACTIVITY = "/admin/rehearsals/activity/"


@pytest.mark.parametrize("group", ["Clerks", "Trainers"])
def test_junk_object_ids_of_staff_pages_are_not_found(group):
    client = staff_client(group)
    for model in ("cmecf/court", "rehearsals/rehearsal"):
        for junk in JUNK_IDS:
            for page in ("change/", "history/", "delete/", ""):
                answer = client.get(f"/admin/{model}/{junk}/{page}")
                assert answer.status_code == 404, (model, junk, page)


@pytest.mark.parametrize(
    "query",
    [
        "wall_at__year=999999999", "wall_at__range=1", "wall_at__date=x", "outcome__regex=[",
        "outcome__in=1", "outcome__bogus=1", "rehearsal__id__in=x", "who__startswith=a",
    ],
)  # fmt: skip
def test_junk_filters_of_staff_lists_are_refused(query):
    assert staff_client("Trainers").get(f"{ACTIVITY}?{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    ["p=x", "p=999999999", "o=x.9", "_changelist_filters=%3D", "wall_at__gte=x", "outcome=9"],
)
def test_other_junk_in_a_staff_list_is_no_fault_of_ours(query):
    assert staff_client("Trainers").get(f"{ACTIVITY}?{query}").status_code in (200, 302, 400)


@pytest.mark.parametrize("chosen", ["abc", "9" * 30, "\u0661"])
def test_junk_rows_of_a_bulk_action_are_refused(chosen):
    data = {"action": "reset_chosen", "_selected_action": ["1", chosen]}
    answer = staff_client("Trainers").post("/admin/rehearsals/rehearsal/", data)
    assert answer.status_code == 400


@pytest.mark.parametrize("page", ["change", "delete"])
def test_empty_column_name_is_refused_on_staff_pages(rehearsal, page):
    url = f"/admin/cmecf/court/{rehearsal.courts.first().pk}/{page}/"
    trainer = staff_client("Trainers", rehearsal)
    assert trainer.get(f"{url}?_to_field=").status_code == 400
    assert trainer.post(url, {"_to_field": ""}).status_code == 400


@pytest.mark.parametrize("error", [OverflowError("x"), DataError("x"), "\ud800"])
def test_value_that_no_column_holds_gets_a_400_page(rf, error, caplog):
    if isinstance(error, str):
        error = UnicodeEncodeError("utf-8", error, 0, 1, "surrogates not allowed")
    answer = RefusalMiddleware(lambda _: None).process_exception(rf.get("/"), error)
    assert answer.status_code == 400
    [record] = caplog.records
    assert record.exc_info is None
