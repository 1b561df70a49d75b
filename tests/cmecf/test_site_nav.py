"""The menu of a court's web site (seed: eight entries)."""

import re

import pytest

from cmecf.site.navigation import SECTIONS
from tests.support.moments import LIVE, SEED_MOMENT, WEEKEND

pytestmark = pytest.mark.django_db
MENU = ["Home", "Information", "Services", "Filing", "Attorneys", "Pro Se", "Jurors", "Visitors"]
every_section = pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.slug)


def menu(page) -> list[str]:
    return re.findall(r'class="site-nav__link"[^>]*>([^<]+)<', page.content.decode())


def marked(page) -> list[str]:
    shown = page.content.decode()
    return re.findall(r'class="site-nav__link"[^>]*aria-current="page">([^<]+)<', shown)


@pytest.mark.parametrize("path", ["", "cmecf-nextgen/", "cmecf-nextgen/linking/", "jurors/"])
def test_menu_matches_seed(visitor, path):
    assert menu(visitor.get(f"/www/nmd/{path}")) == MENU


@pytest.mark.parametrize("at", [SEED_MOMENT, WEEKEND, LIVE], ids=["before", "closed", "live"])
@every_section
def test_every_entry_opens_and_its_links_work(visitor, section, at):
    page = visitor.at(at).get(f"/www/nmd/{section.slug}/")
    shown = page.content.decode()
    assert f"<h1>{section.label}</h1>" in shown
    assert marked(page) == [section.label]
    assert ("not part of the rehearsal" in shown) is not section.built
    for url in re.findall(r'href="(/r/[^"#]+)"', shown):
        expected = (503,) if at is WEEKEND and "/ecf/" in url else (200,)
        assert visitor.get(url, follow=True).status_code in expected, url


def test_page_below_nextgen_has_breadcrumbs(visitor):
    shown = visitor.get("/www/nmd/cmecf-nextgen/linking/").content.decode()
    trail = shown.partition("trail__list")[2].partition("</nav>")[0]
    names = [name for name in re.findall(r">([^<>]+)<", trail) if name.strip()]
    assert names == ["Home", "CM/ECF NextGen", "Link PACER Account to CM/ECF Account"]


def test_unknown_section_gets_404(visitor):
    assert visitor.get("/www/nmd/fishing/").status_code == 404
