"""Text in the fonts of every PDF reader, broken into lines. It is drawn as it is: nothing in it is markup."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

PLAIN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"
SIZE = 10  # points
CHARACTERS = "cp1252"  # what these fonts have
UNKNOWN, NO_BREAK = "?", "\xa0"

_ASCII = re.compile(r"[ -~]*")
_INVISIBLE = ("Cc", "Cf", "Mn", "Me")


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. `url`: where a click on it leads."""

    text: str
    font: str = PLAIN
    url: str = ""
    size: float = SIZE

    @property
    def width(self) -> float:
        """Points."""
        return _width(self.text, self.font, self.size)


Line = list[Run]


def printable(text: str) -> str:
    """`text` in the characters of the fonts: spaces for white space (a no-break space stays), letters
    without accents that the fonts lack, and UNKNOWN for other characters.
    """
    if _ASCII.fullmatch(text):
        return text
    return "".join(map(_printable, unicodedata.normalize("NFC", text)))


def is_changed(text: str) -> bool:
    """Whether `printable` has to leave something of `text` out."""
    if _ASCII.fullmatch(text):
        return False
    before = unicodedata.normalize("NFC", text)
    return "".join(before.split()) != "".join(printable(text).split())


@lru_cache(maxsize=4096)
def _printable(character: str) -> str:
    if character.isspace():
        return character if character == NO_BREAK else " "
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    if known := _known(character):
        return known
    return _known(unicodedata.normalize("NFKD", character)) or UNKNOWN


def _known(text: str) -> str:
    return text.encode(CHARACTERS, "ignore").decode(CHARACTERS)


def wrapped(runs: Iterable[Run], width: float) -> list[Line]:
    """The runs in lines of at most `width` points, broken at spaces; inside a word only if it is longer."""
    styles = list(runs)
    lines: list[list[_Word]] = [[]]
    room = width
    for word in _words(styles):
        needed = _width_of(word, styles)
        if needed > width:
            *full, word = _pieces(word, styles, width)
            lines = [*filter(None, lines), *([piece] for piece in full), []]
            needed, room = _width_of(word, styles), width
        first = styles[word[0][0]]
        space = _width(" ", first.font, first.size) if lines[-1] else 0
        if lines[-1] and space + needed > room:
            lines.append([])
            room, space = width, 0
        lines[-1].append(word)
        room -= space + needed
    return [_line(words, styles) for words in lines]


_Word = list[tuple[int, str]]  # text without spaces, in parts: the index of the run, and the text


def _words(runs: list[Run]) -> Iterator[_Word]:
    word: _Word = []
    for index, run in enumerate(runs):
        first, *others = printable(run.text).split(" ")
        if first:
            word.append((index, first))
        for part in others:
            if word:
                yield word
            word = [(index, part)] if part else []
    if word:
        yield word


def _width_of(word: _Word, styles: list[Run]) -> float:
    return sum(_width(text, styles[index].font, styles[index].size) for index, text in word)


def _pieces(word: _Word, styles: list[Run], width: float) -> Iterator[_Word]:
    """A word that is wider than its column, in pieces that fit."""
    piece, room = list[tuple[int, str]](), width
    for index, text in word:
        style, start = styles[index], 0
        for end, character in enumerate(text):
            needed = _width(character, style.font, style.size)
            if needed > room and (piece or end > start):
                yield [*piece, (index, text[start:end])] if end > start else piece
                piece, start, room = [], end, width
            room -= needed
        piece.append((index, text[start:]))
    yield piece


def _line(words: list[_Word], styles: list[Run]) -> Line:
    """The words with spaces between them, joined where the style is the same. Links have no space around."""
    parts: list[tuple[int, str]] = []
    for word in words:
        space = " " if parts else ""
        for index, text in word:
            if parts and parts[-1][0] == index:
                parts[-1] = (index, parts[-1][1] + space + text)
            elif space and styles[index].url:
                parts[-1] = (parts[-1][0], parts[-1][1] + space)
                parts.append((index, text))
            else:
                parts.append((index, space + text))
            space = ""
    return [replace(styles[index], text=text) for index, text in parts]


@lru_cache(maxsize=20_000)
def _width(text: str, font: str, size: float) -> float:
    return float(stringWidth(text, font, size))
