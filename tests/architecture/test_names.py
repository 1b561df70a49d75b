"""A lower layer names nothing that belongs to a higher one: no URL, template, accessor or dotted string."""

import pytest

from tests.architecture import names


def test_no_lower_layer_names_something_of_a_higher_one():
    assert names.uses() == []


@pytest.mark.parametrize(
    ("code", "used"),
    [
        ("account.cmecf_accounts.all()", (".cmecf_accounts", "cmecf")),
        ("rows.filter(cmecf_accounts__court=court)", ("cmecf_accounts__court", "cmecf")),
        ("rows.values('cmecf_accounts__login')", ("cmecf_accounts__login", "cmecf")),
        ("reverse('link:form', args=[code])", ("link:form", "linking")),
        ("render(request, 'training/home.html')", ("training/home.html", "training")),
        ("user.has_perm('linking.change_link')", ("linking.change_link", "linking")),
    ],
)
def test_a_name_in_python_is_seen(code, used):
    assert used in list(names.in_python(code))


@pytest.mark.parametrize(
    ("code", "used"),
    [
        ("{% url 'link:form' court.code as form_url %}", ("link:form", "linking")),
        ('{% include "training/home.html" %}', ("training/home.html", "training")),
        ("{% for login in account.cmecf_accounts.all %}", (".cmecf_accounts", "cmecf")),
        ("{% if perms.linking.change_link %}", ("perms.linking", "linking")),
        ("{% load court_time %}", ("load court_time", "rehearsals")),
    ],
)
def test_a_name_in_a_template_is_seen(code, used):
    assert used in list(names.in_template(code))


def test_a_pack_has_courts_of_its_own():
    assert list(names.in_python("get_pack(code).courts")) == []


def test_every_url_and_template_folder_has_a_layer():
    assert {
        "training",
        "linking",
        "dockets",
        "efile",
        "cmecf",
        "cso",
        "pacer_accounts",
        "rehearsals",
    } == set(names.url_names().values())
    assert set(names.TEMPLATES.values()) == set(names.layers())
