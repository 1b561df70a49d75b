"""The documents of docs/ as pages."""

import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from rehearsals.guides import catalog, queries
from rehearsals.guides.markdown import render

pytestmark = pytest.mark.django_db
# What Markdown leaves on the page when it isn't rendered.
LEFT_OVER = re.compile(r"(?m)^\s*(#{1,6} |\||\d+\. |- )|\*\*|\]\(|&lt;[a-z!/]")


class Elements(HTMLParser):
    """The attributes of each element, by its tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: dict[str, list[dict[str, str | None]]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.setdefault(tag, []).append(dict(attrs))

    def ids(self) -> set[str | None]:
        return {attrs["id"] for found in self.found.values() for attrs in found if "id" in attrs}


def rendered(markdown: str) -> str:
    return render(markdown, link=lambda target: None, picture=lambda path: path).html


@pytest.fixture(params=catalog.ENTRIES, ids=lambda entry: entry.slug)
def guide(request, client):
    answer = client.get(f"/guides/{request.param.slug}/")
    assert answer.status_code == 200
    return request.param, answer.content.decode()


def test_guide_is_rendered_with_headings_and_no_markdown_left(guide):
    entry, html = guide
    article = html.partition("<article")[2].partition("</article>")[0]
    assert html.count("<h1") == 1
    assert article.count("<h2 id=") > 1
    text = re.sub(r"<(pre|code)\b.*?</\1>", "", article, flags=re.S)
    assert LEFT_OVER.findall(re.sub(r"<[^>]+>", "", text)) == []


def test_links_of_a_guide_lead_to_pages_and_places_that_exist(guide, client):
    entry, html = guide
    page = Elements(html)
    here = f"/guides/{entry.slug}/"
    addresses = {urljoin(here, link["href"]) for link in page.found["a"]}
    for address in addresses:
        path, _, place = address.partition("#")
        answer = client.get(path, follow=True)
        assert answer.status_code == 200, address
        assert not place or place in Elements(answer.content.decode()).ids(), address


def test_pictures_of_a_guide_have_a_text_and_are_served(guide):
    _, html = guide
    for picture in Elements(html).found.get("img", []):
        assert picture["alt"]
        assert finders.find(picture["src"].removeprefix(settings.STATIC_URL))


def test_link_to_a_document_without_a_page_becomes_text():
    assert rendered("See [the code](../config/urls.py).") == "<p>See the code.</p>\n"


def test_raw_html_is_escaped():
    assert "<script>" not in rendered("<script>alert(1)</script>\n\nA <b>b</b>")


def test_empty_header_cell_is_no_header_and_cells_name_their_column():
    html = rendered("| | how |\n|---|---|\n| alone | with a link |")
    assert html.count("<th") - html.count("<thead") == 1
    assert '<td data-label="how">with a link</td>' in html


def test_headings_with_the_same_text_have_different_ids():
    headings = render("# A\n## B\n## B", link=str, picture=str).headings
    assert [heading.id for heading in headings] == ["a", "b", "b-1"]


def test_guide_needs_no_query_and_sets_no_cookie(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get("/guides/attorney/")
    assert not answer.cookies


def test_unknown_guide_is_not_found(client):
    assert client.get("/guides/architecture/").status_code == 404


def test_guide_whose_file_is_missing_is_not_found(client, settings, tmp_path):
    settings.GUIDES_DIR = tmp_path
    queries.guide.cache_clear()
    assert client.get("/guides/attorney/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/guides/", "/r/help/who-to-call/", "/r/"])
def test_lobby_list_home_and_help_page_link_to_the_attorneys_guide(visitor, client, path):
    inside = path.removeprefix("/r")
    answer = client.get(path) if inside == path else visitor.get(inside)
    assert 'href="/guides/attorney/"' in answer.content.decode()


def test_staff_pages_link_to_the_clerks_and_the_trainers_guide(admin_client):
    html = admin_client.get("/staff/rehearsals/").content.decode()
    assert 'href="/guides/clerk/"' in html
    assert 'href="/guides/trainer/"' in html
