"""Open the server's first page in the browser as soon as the server answers.

A program of its own, since a thread must not run while the server forks. Standard library only.

Usage: python browser.py ADDRESS
"""

import contextlib
import sys
import time
import urllib.error
import urllib.request
import webbrowser

WAIT_SECONDS = 60


def main(address: str) -> None:
    """Wait for the server at `address` for up to WAIT_SECONDS, then open it."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < until:
        try:
            with direct.open(f"{address}/readyz", timeout=2):
                webbrowser.open(f"{address}/")
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C in the server's terminal
        main(sys.argv[1])
