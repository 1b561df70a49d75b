"""Which documents of docs/ are pages of the application."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A guide in the list. `file` is its name in docs/."""

    slug: str
    file: str
    title: str
    about: str
    is_in_lobby: bool = True


ENTRIES = (
    Entry(
        "attorney",
        "attorney-guide.md",
        "The four steps",
        "For attorneys and their staff: click by click.",
    ),
    Entry(
        "clerk",
        "clerk-guide.md",
        "The clerk's guide",
        "For the clerk's office: the calls of that week.",
    ),
    Entry("trainer", "trainer-guide.md", "The trainer's guide", "For people who teach a class."),
    Entry(
        "server",
        "server-guide.md",
        "Run the server",
        "Start it, maintain it, back it up.",
        is_in_lobby=False,
    ),
    Entry(
        "operations",
        "operations.md",
        "Run it for a thousand attorneys",
        "PostgreSQL, HTTPS, backups, several machines.",
        is_in_lobby=False,
    ),
    Entry(
        "timeline", "timeline.md", "Timeline", "What is open when, and the moments of the clock."
    ),
    Entry("glossary", "glossary.md", "Glossary", "What each term means."),
    Entry(
        "troubleshooting",
        "troubleshooting.md",
        "Troubleshooting",
        "What to do when something doesn't work.",
    ),
    Entry(
        "accessibility",
        "accessibility.md",
        "Accessibility statement",
        "What we tested, and how to report a barrier.",
    ),
)
LOBBY = tuple(entry for entry in ENTRIES if entry.is_in_lobby)


def find(slug: str) -> Entry | None:
    return next((entry for entry in ENTRIES if entry.slug == slug), None)


def find_file(file: str) -> Entry | None:
    return next((entry for entry in ENTRIES if entry.file == file), None)
