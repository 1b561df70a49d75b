"""Take the pictures of README.md and of the guides: docs/images/*.webp.

Usage: make screenshots

They show a rehearsal in a temporary folder, with its clock stopped: the same pages give the same pictures.
"""

import base64
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
HOST = "rehearsal.example"  # the browser finds our server there, so that no picture shows a random port
START_SECONDS = 30
WIDE = ViewportSize(width=1280, height=860)
DESK = ViewportSize(width=1024, height=880)  # with the side column
NARROW = ViewportSize(width=880, height=640)
TALL = ViewportSize(width=880, height=940)
QUALITY = 0.6
# Chromium writes WebP, Playwright doesn't.
AS_WEBP = """async ([png, quality]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  canvas.getContext("2d").drawImage(image, 0, 0);
  return canvas.toDataURL("image/webp", quality).split(",")[1];
}"""


class Studio:
    """A browser in the private rehearsal `code`. Paths are relative to it."""

    def __init__(self, browser: Browser, code: str) -> None:
        self.code = code
        self.page = browser.new_page(timezone_id="America/Denver", reduced_motion="reduce")
        self.page.set_default_timeout(10_000)
        self.converter = browser.new_page()

    def move_clock(self, moment: str) -> None:
        from rehearsals.clock import clock, services
        from rehearsals.models import ClockManner, Rehearsal
        from rehearsals.packs.pack import get_pack

        rehearsal = Rehearsal.objects.select_related("clock").get(code=self.code)
        at = get_pack(rehearsal.pack).moment(moment).at
        services.move_clock(
            rehearsal, manner=ClockManner.HELD, court_at=at, wall_at=clock.wall_now()
        )

    def go(self, path: str) -> None:
        self.page.goto(f"http://{HOST}/r/{self.code}{path}")

    def click(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def practice_as(self, name: str) -> None:
        """Choose a person, as someone who has just arrived."""
        self.page.context.clear_cookies()
        self.go("/")
        self.click(f"Practice as {name}")
        self.sees("My four steps")

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, label: str) -> None:
        """Choose an option or a box whose label begins with this."""
        self.page.locator(f"main label:has-text('{label}')").first.click()

    def sees(self, heading: str) -> None:
        self.page.get_by_role("heading", name=heading).first.wait_for()

    def take(self, name: str, size: ViewportSize = NARROW) -> None:
        """Write what the window shows of the page's beginning."""
        self.page.set_viewport_size(size)
        self.page.evaluate(
            "() => { document.activeElement.blur(); scrollTo(0, 0); return document.fonts.ready; }"
        )
        png = base64.b64encode(self.page.screenshot(animations="disabled")).decode()
        webp = base64.b64decode(self.converter.evaluate(AS_WEBP, [png, QUALITY]))
        (IMAGES / f"{name}.webp").write_bytes(webp)
        print(f"  docs/images/{name}.webp  {len(webp) / 1024:.0f} KB")


def march(studio: Studio) -> None:
    """Three weeks before go-live, as Noel."""
    studio.page.goto(f"http://{HOST}/")
    studio.take("lobby", WIDE)
    studio.practice_as("Noel Attorney")
    studio.go("/")  # without the message
    studio.take("home", DESK)
    studio.go("/clock/")
    studio.take("clock", TALL)
    studio.go("/www/nmd/cmecf-nextgen/")
    studio.take("court-nextgen")
    studio.go("/psc/login/")
    sign_on(studio, "noelattorney", "Mesa-Noel-09")
    studio.sees("MANAGE MY ACCOUNT")
    studio.take("manage-my-account", TALL)


def first_rush(studio: Studio) -> None:
    """Five minutes after go-live, as John, who links his accounts."""
    studio.move_clock("first-rush")
    studio.practice_as("John Attorney")
    studio.go("/cso/csologin/login.jsf?pscCourtId=NMDC")
    sign_on(studio, "johnattorney", "Mesa-John-16")
    studio.go("/ecf/nmd/utilities/link/")
    studio.fill("CM/ECF login:", "jattorney")
    studio.fill("CM/ECF password:", "Docket-John-2")
    studio.click("Submit")
    studio.sees("Do you want to link these accounts?")
    studio.take("link-confirm", TALL)
    studio.click("Submit")
    studio.sees("Your accounts are linked")
    studio.go("/mail/")
    studio.take("mailbox")
    studio.go("/bookmarks/")
    studio.take("bookmarks", TALL)


def first_filing(studio: Studio) -> None:
    """A notice that John files in his own case, and the docket with it."""
    studio.go("/ecf/nmd/file/events/notices/")
    studio.choose("Notice (Other)")
    studio.click("Next")
    studio.fill("Case Number *", "2:19-cv-90002")
    for heading in ("Is this the right case?", "Select the party"):
        studio.click("Next")
        studio.page.get_by_text(heading).first.wait_for()
    studio.choose("Plaintiff")
    studio.click("Next")
    studio.page.get_by_label("Use a practice document").select_option(index=1)
    studio.click("Next")
    while "/final/" not in studio.page.url:
        studio.click("Next")
    studio.take("filing-final", TALL)
    studio.click("Submit")
    studio.sees("Your filing is complete")
    studio.take("notice", TALL)


def staff_pages(studio: Studio, password: str) -> None:
    """The list of links, as the clerk."""
    studio.page.goto(f"http://{HOST}/admin/linking/link/")
    studio.page.locator("#id_username").fill("clerk")
    studio.page.locator("#id_password").fill(password)
    studio.click("Sign in")
    studio.sees("Which rehearsal?")
    studio.page.locator("button[value=demo]").click()
    studio.sees("Links")
    studio.take("clerk-links", WIDE)


def sign_on(studio: Studio, username: str, password: str) -> None:
    """Log in on the PACER login page that is open."""
    studio.fill("Username *", username)
    studio.fill("Password *", password)
    studio.click("Login")
    studio.page.wait_for_url(lambda url: "login" not in url)


def make_rehearsals() -> tuple[str, str]:
    """The demo court and a private rehearsal with a stopped clock, in a new database.

    Returns the private rehearsal's code and the clerk's password.
    """
    django.setup()
    from django.core.management import call_command

    from rehearsals import services
    from rehearsals.clock.clock import wall_now
    from rehearsals.clock.services import move_clock
    from rehearsals.models import ClockManner
    from rehearsals.staff.services import make_groups, make_staff

    call_command("migrate", verbosity=0)
    make_groups()
    password = make_staff()["clerk"]
    with open(os.devnull, "w") as nowhere:
        call_command("demo", stdout=nowhere)
    rehearsal = services.start(wall_at=(wall_at := wall_now()), code="practice")
    move_clock(rehearsal, manner=ClockManner.HELD, wall_at=wall_at)
    return rehearsal.code, password


@contextmanager
def serving(port: int) -> Iterator[None]:
    """The server on `port`, until the block ends."""
    server = subprocess.Popen([sys.executable, "-m", "config.server"], cwd=ROOT)
    try:
        until = time.monotonic() + START_SECONDS
        while not _answers(port):
            if server.poll() is not None or time.monotonic() > until:
                sys.exit("The server for the pictures did not start.")
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait()


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2):
            return True
    except (urllib.error.URLError, ConnectionError):
        return False


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data:
        port = _free_port()
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
            "DATA_DIR": data, "DATABASE_URL": f"sqlite:///{data}/db.sqlite3",
            "CACHE_URL": "locmemcache://", "SECRET_KEY": "only-for-pictures", "DEBUG": "0",
            "HTTPS": "0", "ALLOWED_HOSTS": f"{HOST},127.0.0.1", "HOST": "127.0.0.1",
            "PORT": str(port), "WORKERS": "1", "THREADS": "2",
        }  # fmt: skip
        code, clerk_password = make_rehearsals()
        with serving(port), sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM"),
                args=["--no-sandbox", f"--host-resolver-rules=MAP {HOST}:80 127.0.0.1:{port}"],
            )
            studio = Studio(browser, code)
            march(studio)
            first_rush(studio)
            first_filing(studio)
            staff_pages(studio, clerk_password)
            browser.close()


if __name__ == "__main__":
    main()
