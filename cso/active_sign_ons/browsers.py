"""A readable name for a browser. A guess for display only, never for a decision. Pure."""

UNKNOWN = "Unknown browser"
_MAX_HEADER = 400  # a client can send a header of any length

# The first match wins: most browsers also name the ones below them.
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


def describe_browser(user_agent: str) -> str:
    """Return e.g. "Chrome on Windows" for a User-Agent header; no text of the header is repeated."""
    header = user_agent[:_MAX_HEADER]
    browser, system = _first(_BROWSERS, header), _first(_SYSTEMS, header)
    if browser is None:
        return f"{UNKNOWN} on {system}" if system else UNKNOWN
    return f"{browser} on {system}" if system else browser


def _first(known: tuple[tuple[str, str], ...], header: str) -> str | None:
    return next((name for token, name in known if token in header), None)
