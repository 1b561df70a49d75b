"""What a person does in a browser, in the words of the story."""

import re
from datetime import datetime

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, expect

from rehearsals.models import Rehearsal
from tests.support.cast import Member
from tests.support.visitor import hold

WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
PHONE = {"width": 390, "height": 844}
_axe = Axe()

# axe looks at a page's bones, which one story's page shares with the next one's; it is slow, so it
# is asked once about each. What differs from visit to visit is left out of the comparison.
_seen: set[str] = set()
_VISIT = re.compile(r'\s(href|action|value|content|datetime|data-[a-z-]+)="[^"]*"')
_WORDS = re.compile(r">[^<]*[^<\s][^<]*<")


def bones(html: str) -> str:
    return _WORDS.sub(">words<", _VISIT.sub("", html))


class Person:
    """One browser in one rehearsal. Paths are as the street map writes them."""

    def __init__(self, page: Page, server: str, rehearsal: Rehearsal | None = None) -> None:
        self.page, self.server, self.rehearsal = page, server, rehearsal
        self.complaints: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        """The console's errors, but for the status of a page that is meant to refuse."""
        is_page_status = "/static/" not in message.location["url"] and message.text.startswith(
            "Failed to load resource: the server responded"
        )
        if message.type == "error" and not is_page_status:
            self.complaints.append(f"{message.text} ({message.location['url']})")

    # --- where she goes -----------------------------------------------------------------------
    def at(self, at: datetime) -> "Person":
        """The trainer holds the court clock at `at`."""
        hold(self.rehearsal, at)
        return self

    def go(self, path: str) -> None:
        self.page.goto(self.server + self.rehearsal.mount + path)

    def opens_newest_letter(self, subject: str) -> None:
        self.go("/mail/")
        self.follow(subject)

    # --- what she does ------------------------------------------------------------------------
    def click(self, name: str, role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        """A link whose name has these words, in the page itself before one around it."""
        within = self.page.locator("main").get_by_role("link", name=name)
        (within if within.count() else self.page.get_by_role("link", name=name)).first.click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label, exact=True).first.select_option(option)

    def check(self, label: str) -> None:
        """USWDS draws its own box beside the real one, so she clicks the words."""
        if not self.page.get_by_role("checkbox", name=label).is_checked():
            self.page.locator("label", has_text=label).click()

    def signs_on(self, who: Member, password: str = "") -> None:
        """At whichever PACER login page she stands."""
        self.fill("Username *", who.username)
        self.fill("Password *", password or who.password)
        self.click("Login")

    # --- what she finds -----------------------------------------------------------------------
    def reads(self, *texts: str) -> None:
        for text in texts:
            expect(self.page.locator("main")).to_contain_text(text)

    def reads_nowhere(self, text: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(text)

    def sees_heading(self, text: str) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible()

    def stands_at(self, path: str) -> None:
        """The end of her page's address, its query string left out."""
        expect(self.page).to_have_url(re.compile(re.escape(path) + r"(\?.*)?$"))

    def menu(self) -> list[str]:
        """The entries of CM/ECF's blue bar."""
        return self.page.locator("#topmenu a").all_inner_texts()

    def breaks_no_rule(self, *, but: tuple[str, ...] = ()) -> None:
        """axe-core has no complaint, except about the rules named in `but`."""
        self.page.wait_for_load_state()
        shape = bones(self.page.content())
        if shape not in _seen:
            off = {rule: {"enabled": False} for rule in but}
            found = _axe.run(self.page, options={**WCAG, "rules": off})
            assert found.violations_count == 0, f"{self.page.url}\n{found.generate_report()}"
            _seen.add(shape)

    def finds_nothing_wrong(self) -> None:
        """axe-core and the console have no complaint, and nothing scrolls sideways on a phone."""
        self.breaks_no_rule()
        assert not self.complaints, f"{self.page.url}\n{self.complaints}"
        size = self.page.viewport_size
        self.page.set_viewport_size(PHONE)
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(size)
        assert wide <= PHONE["width"], f"{self.page.url} is {wide} px wide on a 390 px screen"

    def arrives(self, heading: str) -> None:
        """A page with this heading, on which nothing is wrong."""
        self.sees_heading(heading)
        self.finds_nothing_wrong()
