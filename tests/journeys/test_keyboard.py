"""Linking with the keyboard only. Every focused element is visible."""

import pytest
from playwright.sync_api import TimeoutError

from tests.support.cast import JOHN
from tests.support.moments import FIRST_RUSH

pytestmark = pytest.mark.django_db(transaction=True)

NAME = """() => {
  const at = document.activeElement;
  return (at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent).trim();
}"""
# Within the window, and marked by an outline or a shadow.
CAN_BE_SEEN = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const inside = box.width > 0 && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return inside && (outlined || style.boxShadow !== "none");
}"""
MOST_STOPS = 60


class Keyboard:
    def __init__(self, page):
        self.page = page

    def tab(self) -> str:
        """One stop further; its name."""
        self.page.keyboard.press("Tab")
        if self.page.evaluate("document.activeElement === document.body"):
            self.page.keyboard.press("Tab")  # past the end, where the browser's own buttons are
        name = self.page.evaluate(NAME)
        try:
            self.page.wait_for_function(CAN_BE_SEEN, timeout=1000)  # the skip link slides in
        except TimeoutError:
            raise AssertionError(f"Nobody sees that the focus is on {name!r}") from None
        return name

    def tab_to(self, name: str) -> None:
        stops = []
        while len(stops) < MOST_STOPS:
            stops.append(self.tab())
            if stops[-1] == name:
                return
        raise AssertionError(f"Tab never came to {name!r}, only to {stops}")

    def skip_to_content(self) -> None:
        """The first stop of every page jumps over banner and menu."""
        assert self.tab() == "Skip to main content"
        self.press("Enter")
        assert self.page.evaluate("document.activeElement.id") == "main-content"

    def type_into(self, label: str, text: str) -> None:
        self.tab_to(label)
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)


@pytest.fixture
def john(person):
    return person.at(FIRST_RUSH)


def test_john_links_without_a_mouse(john):
    keyboard = Keyboard(john.page)
    john.go("/ecf/nmd/")
    keyboard.skip_to_content()
    keyboard.tab_to("District of New Mexico - Document Filing System")
    keyboard.press("Enter")

    john.sees_heading("Login")
    keyboard.skip_to_content()
    keyboard.type_into("Username *", JOHN.username)
    keyboard.type_into("Password *", JOHN.password)
    keyboard.press("Enter")

    john.reads("Official Court Electronic Document Filing System")
    keyboard.tab_to("Utilities")
    keyboard.press("Enter")
    john.sees_heading("Utilities")
    keyboard.skip_to_content()
    keyboard.tab_to("Link a CM/ECF account to my PACER account")
    keyboard.press("Enter")

    john.sees_heading("Link a CM/ECF account")
    keyboard.skip_to_content()
    keyboard.type_into("CM/ECF login:", JOHN.login)
    keyboard.type_into("CM/ECF password:", JOHN.ecf_password)
    keyboard.tab_to("Submit")
    keyboard.press("Space")

    john.sees_heading("Do you want to link these accounts?")
    assert john.page.url.endswith("#main-content")  # the skip outlives a form's answer
    keyboard.tab_to("Submit")
    keyboard.press("Space")
    john.sees_heading("Your accounts are linked")


def test_focus_moves_to_the_error_summary(john):
    john.go("/ecf/nmd/utilities/link/")
    keyboard = Keyboard(john.page)
    keyboard.type_into("Username *", JOHN.login)
    keyboard.type_into("Password *", "not-his-password")
    keyboard.press("Enter")
    john.sees_heading("The two usual reasons")
    assert john.page.evaluate("document.activeElement.hasAttribute('data-error-summary')")
    keyboard.tab_to("Username *")
