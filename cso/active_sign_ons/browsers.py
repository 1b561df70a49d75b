"""A browser in words, as its owner would name it. A guess for people, never for a decision. Pure."""

UNKNOWN = "A browser we do not know"
_LONGEST = 400  # a header is as long as its sender likes

# The first that is named wins: nearly every browser also calls itself those below it.
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Chromium/", "Chrome"),
    ("Safari/", "Safari"),
    ("Trident/", "Internet Explorer"),
    ("MSIE", "Internet Explorer"),
    ("curl/", "A program (curl)"),
    ("python-", "A program (Python)"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def in_words(user_agent: str) -> str:
    """ "Chrome on Windows", from the header User-Agent. Only words of ours: nothing of it is repeated."""
    said = user_agent[:_LONGEST]
    browser, system = _first(_BROWSERS, said), _first(_SYSTEMS, said)
    if browser is None:
        return f"{UNKNOWN}, on {system}" if system else UNKNOWN
    return f"{browser} on {system}" if system else browser


def _first(known: tuple[tuple[str, str], ...], said: str) -> str | None:
    return next((words for sign, words in known if sign in said), None)
