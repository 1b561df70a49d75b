"""Markdown to HTML for the guides: no raw HTML, headings with an id, tables that fit a phone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_CLASSES = {
    "table_open": "usa-table",
    "bullet_list_open": "usa-list",
    "ordered_list_open": "usa-list",
}
_NOT_IN_AN_ID = re.compile(r"[^\w\- ]")


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str


@dataclass(frozen=True)
class Document:
    """`html` is safe: Markdown's raw HTML is escaped."""

    html: str
    headings: tuple[Heading, ...]

    @property
    def title(self) -> str:
        return self.headings[0].text


def render(
    text: str, *, link: Callable[[str], str | None], picture: Callable[[str], str]
) -> Document:
    """Render `text`.

    `link`: a link's target to its address on the site; None turns the link into plain text.
    `picture`: an image's path to its address.
    """
    tokens = _MARKDOWN.parse(text)
    headings = tuple(_headings(tokens))
    _label_cells(tokens)
    for token in tokens:
        if name := _CLASSES.get(token.type):
            token.attrSet("class", name)
        if token.children:
            token.children = list(_inline(token.children, link, picture))
    return Document(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}), headings)


def _headings(tokens: list[Token]) -> Iterator[Heading]:
    """Give each heading the id that code hosts give it, so that links between documents work in both."""
    used: set[str] = set()
    for token, content in zip(tokens, tokens[1:], strict=False):
        if token.type != "heading_open":
            continue
        text = "".join(part.content for part in content.children or ())
        slug = _NOT_IN_AN_ID.sub("", text.lower()).replace(" ", "-")
        while slug in used:
            slug += "-1"
        used.add(slug)
        token.attrSet("id", slug)
        yield Heading(int(token.tag[1]), text, slug)


def _label_cells(tokens: list[Token]) -> None:
    """Name each cell's column in data-label. A header cell without text isn't a header."""
    columns: list[str] = []
    column = 0
    for position, token in enumerate(tokens):
        if token.type == "thead_open":
            columns = []
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            columns.append(tokens[position + 1].content)
            token.attrSet("scope", "col")
            if not columns[-1]:
                token.tag = tokens[position + 2].tag = "td"
                token.attrs = {}
        elif token.type == "td_open":
            token.attrSet("data-label", columns[column])
            column += 1


def _inline(
    children: list[Token], link: Callable[[str], str | None], picture: Callable[[str], str]
) -> Iterator[Token]:
    """The parts of a line, with the site's addresses. Links never nest."""
    is_linked = True
    for token in children:
        if token.type == "link_open":
            address = link(str(token.attrs["href"]))
            is_linked = address is not None
            token.attrSet("href", address or "")
        if token.type == "image":
            token.attrSet("src", picture(str(token.attrs["src"])))
        if is_linked or token.type not in ("link_open", "link_close"):
            yield token
