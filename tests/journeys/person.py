"""What a person does in a browser, in the words of the story."""

from datetime import datetime

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from rehearsals.models import Rehearsal
from tests.cast import Member
from tests.visitor import hold

WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
_axe = Axe()


class Person:
    """One browser in one rehearsal. Paths are as the street map writes them."""

    def __init__(self, page: Page, server: str, rehearsal: Rehearsal) -> None:
        self.page, self.server, self.rehearsal = page, server, rehearsal

    def at(self, at: datetime) -> "Person":
        """The trainer holds the court clock at `at`."""
        hold(self.rehearsal, at)
        return self

    def go(self, path: str) -> None:
        self.page.goto(self.server + self.rehearsal.mount + path)

    def click(self, name: str, role: str = "button") -> None:
        self.page.get_by_role(role, name=name, exact=True).first.click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)

    def reads(self, text: str) -> None:
        expect(self.page.locator("main")).to_contain_text(text)

    def sees_heading(self, text: str) -> None:
        expect(self.page.get_by_role("heading", name=text).first).to_be_visible()

    def opens_newest_letter(self, subject: str) -> None:
        self.go("/mail/")
        self.follow(subject)

    def signs_on(self, who: Member) -> None:
        """At whichever PACER login page she stands."""
        self.fill("Username *", who.username)
        self.fill("Password *", who.password)
        self.click("Login")

    def finds_nothing_wrong(self) -> None:
        """axe-core has no complaint, and nothing scrolls sideways on a phone."""
        found = _axe.run(self.page, options=WCAG)
        assert found.violations_count == 0, found.generate_report()
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": 390, "height": 844})
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(size)
        assert wide <= 390, f"{self.page.url} is {wide} px wide on a 390 px screen"
