"""A person with a browser: what they do and see."""

import hashlib
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, expect

from rehearsals.models import Rehearsal
from tests.support.cast import Member
from tests.support.visitor import Visitor, hold

WCAG = {
    "resultTypes": ["violations"],  # much faster: axe describes no elements that pass
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
# What a narrow screen can break. The other rules are checked once, at 1280 px.
NARROW = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "scrollable-region-focusable", "target-size"],
    },
}
PHONE = {"width": 390, "height": 844}
_axe = Axe()

# axe and resizing are slow, so a page is checked only if the structure of its main part, or of what surrounds
# it, is new in this run. Texts and the attributes that differ between visits are left out of the comparison.
_VISIT = re.compile(
    r'\s(href|action|value|content|datetime|aria-current|x|cx|width|text-anchor|data-[a-z-]+)="[^"]*"'
)
_PHASE = re.compile(r"\b(clock-bar|phase)--[a-z]+")
_TEXT = re.compile(r">[^<]*[^<\s][^<]*<")
_MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)


def structures_of(html: str) -> set[str]:
    """Digests of the structure of the page's main part, and of the page without it."""
    plain = _TEXT.sub(">text<", _PHASE.sub(r"\1", _VISIT.sub("", html)))
    parts = {*_MAIN.findall(plain), _MAIN.sub("", plain)}
    return {hashlib.sha256(part.encode()).hexdigest() for part in parts}


class Person:
    """One browser in one rehearsal. Paths are relative to the rehearsal."""

    def __init__(
        self, page: Page, server: str, rehearsal: Rehearsal | None = None, *, checked: Path
    ) -> None:
        """`checked`: a folder, shared by the test processes, with a file for each structure checked."""
        self.page, self.server, self.rehearsal = page, server, rehearsal
        self.checked = checked
        self.errors: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _on_console(self, message: ConsoleMessage) -> None:
        """Collect console errors, except for the status of a page that is meant to refuse."""
        is_page_status = "/static/" not in message.location["url"] and message.text.startswith(
            "Failed to load resource: the server responded"
        )
        if message.type == "error" and not is_page_status:
            self.errors.append(f"{message.text} ({message.location['url']})")

    # --- navigation ---------------------------------------------------------------------------
    def at(self, at: datetime) -> "Person":
        """Hold the court clock at `at`."""
        hold(self.rehearsal, at)
        return self

    def go(self, path: str) -> None:
        self.page.goto(self.server + self.rehearsal.mount + path)

    def continues(self, visitor: Visitor) -> "Person":
        """Take over what the test client `visitor` has begun: a login, a filing under way."""
        for cookie in visitor.client.cookies.values():
            self.page.context.add_cookies(
                [
                    {
                        "name": cookie.key,
                        "value": cookie.value,
                        "domain": self.host,
                        "path": cookie["path"],
                    }
                ]
            )
        return self

    @property
    def host(self) -> str:
        return urlsplit(self.server).hostname or ""

    def opens_newest_email(self, subject: str) -> None:
        self.go("/mail/")
        self.follow(subject)

    # --- actions ------------------------------------------------------------------------------
    def click(self, name: str, role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """Click the link whose name contains `name`, preferably one in the main content."""
        in_main = self.page.locator("main").get_by_role("link", name=name)
        (in_main if in_main.count() else self.page.get_by_role("link", name=name)).first.click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).first.select_option(option)

    def check(self, label: str) -> None:
        """Click the label: USWDS draws its own box beside the real one."""
        if not self.page.get_by_role("checkbox", name=label).is_checked():
            self.page.locator("label", has_text=label).click()

    def signs_on(self, who: Member, password: str = "") -> None:
        """Log in on either PACER login page."""
        self.fill("Username *", who.username)
        self.fill("Password *", password or who.password)
        self.click("Login")

    # --- checks -------------------------------------------------------------------------------
    def reads(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def does_not_read(self, text: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def sees_heading(self, text: str) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible()

    def is_at(self, path: str) -> None:
        """The current URL ends with `path`, not counting its query string and fragment."""
        expect(self.page).to_have_url(re.compile(re.escape(path) + r"(\?[^#]*)?(#.*)?$"))

    def menu(self) -> list[str]:
        """The entries of CM/ECF's menu bar."""
        return self.page.locator("#topmenu a").all_inner_texts()

    def checks_page(self) -> None:
        """No accessibility or console errors, and no horizontal scrolling on a phone."""
        new = self._new_structures()
        if new:
            self._fits_on_a_phone()
            self._checks_new(new)
        assert not self.errors, f"{self.page.url}\n{self.errors}"

    def checks_on_a_phone(self) -> None:
        """At this person's width axe-core reports nothing that depends on it; nothing scrolls sideways."""
        self.page.wait_for_load_state()
        self._assert_nothing_found(NARROW)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{self.page.url} is {width} px wide on a 390 px screen"
        assert not self.errors, f"{self.page.url}\n{self.errors}"

    def checks_accessibility(self, *, but: tuple[str, ...] = ()) -> None:
        """axe-core reports nothing, except for the rules in `but`."""
        if new := self._new_structures():
            self._checks_new(new, but)

    def checks_staff_page(self) -> None:
        """As checks_page, and axe-core reports nothing on a phone either. For pages of Django's admin."""
        assert not self.errors, f"{self.page.url}\n{self.errors}"
        if new := self._new_structures():
            self._fits_on_a_phone(look=self._run_axe)
            self._checks_new(new)
        self.errors.clear()  # axe tries a style of its own, and the page's policy blocks it

    def _checks_new(self, new: list[Path], but: tuple[str, ...] = ()) -> None:
        """Run axe, and note the structures `new` as checked."""
        self._run_axe(but)
        for mark in new:
            mark.touch()

    def _run_axe(self, but: tuple[str, ...] = ()) -> None:
        disabled = {rule: {"enabled": False} for rule in but}
        self._assert_nothing_found({**WCAG, "rules": disabled})

    def _assert_nothing_found(self, options: dict[str, object]) -> None:
        result = _axe.run(self.page, options=options)
        assert result.violations_count == 0, f"{self.page.url}\n{result.generate_report()}"

    def _new_structures(self) -> list[Path]:
        """The files of this page's structures, without those that were checked."""
        self.page.wait_for_load_state()
        marks = [self.checked / name for name in structures_of(self.page.content())]
        return [mark for mark in marks if not mark.exists()]

    def _fits_on_a_phone(self, look: Callable[[], None] = lambda: None) -> None:
        """Nothing scrolls sideways at 390 px. `look`: what else is done at that width."""
        size = self.page.viewport_size
        self.page.set_viewport_size(PHONE)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        look()
        self.page.set_viewport_size(size)
        assert width <= PHONE["width"], f"{self.page.url} is {width} px wide on a 390 px screen"

    def arrives(self, heading: str) -> None:
        """The page has this heading and passes checks_page."""
        self.sees_heading(heading)
        self.checks_page()
