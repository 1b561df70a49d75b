"""The clerk's lists of cases, entries and documents, and the repairs made from them."""

import re
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from tests.support.page_text import page_text
from tests.support.staff import chosen, confirmed

CASES = "admin:dockets_case_changelist"
ENTRIES = "admin:dockets_docketentry_changelist"
DOCUMENTS = "admin:dockets_entrydocument_changelist"


def rows_of(client: Client, name: str, **query: object) -> list[Model]:
    """The rows on the first page of the list `name`, found with `query`."""
    return list(client.get(reverse(name), query).context["cl"].result_list)


def change_page(row: Model) -> str:
    return reverse(f"admin:dockets_{row._meta.model_name}_change", args=[row.pk])


def repair(client: Client, name: str, action: str, *rows: Model, **values: Any) -> str:
    """Confirm `action` for `rows` of the list `name`. Returns the text of the page that follows."""
    return page_text(client.post(reverse(name), confirmed(action, *rows, **values), follow=True))


def seen_by(client: Client, name: str, action: str, *rows: Model) -> str:
    """The hidden field of the page that asks before `action`."""
    source = client.post(reverse(name), chosen(action, *rows)).content.decode()
    return re.search(r'name="seen" value="(\w+)"', source)[1]
