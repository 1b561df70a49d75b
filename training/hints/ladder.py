from dataclasses import dataclass

GOAL, WHERE, CLICKS, TAKE_ME = 1, 2, 3, 4  # the rungs, in order


@dataclass(frozen=True)
class Place:
    """A page: what leads there, and its URL name with arguments. "{court}" means the court's code."""

    label: str
    url_name: str
    args: tuple[str, ...] = ()


@dataclass(frozen=True)
class Instruction:
    """A sentence with [labels], and the URL name of the page that has them."""

    text: str
    page: str = ""


@dataclass(frozen=True)
class Ladder:
    """Four rungs: the goal, where it is, click by click, and the exact page.

    Texts may name {court}, {site} (the address of its web site), {opening} (of NextGen) and {menus} (for
    filing).
    start: where a person starts in real life. also: another way to the same page.
    is_tool: the start is a page of the rehearsal, which nobody has to find in real life.
    """

    title: str
    goal: str
    start: Place
    where: Instruction
    clicks: tuple[Instruction, ...]
    exact: Place
    also: tuple[Instruction, ...] = ()
    is_tool: bool = False
