"""docs/security.md answers each requirement of OWASP ASVS 5.0.0 up to level 2, and what it names exists."""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PAGE = (ROOT / "docs/security.md").read_text()
ROWS = re.findall(r"^\| (\d[^|]*) \| ([^|]+) \| ([^|]+) \|$", PAGE, re.M)
ANSWERS = ("Met", "Met for staff", "Not met", "Doesn't apply")
# How many requirements of levels 1 and 2 each section has. In each they come first, so are numbered from 1.
SECTIONS = {
    "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2,
    "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1,
    "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2,
    "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3,
    "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 2, "7.6": 2,
    "8.1": 2, "8.2": 3, "8.3": 1, "8.4": 1,
    "9.1": 3, "9.2": 4,
    "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1,
    "12.1": 3, "12.2": 2, "12.3": 4,
    "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5,
    "14.1": 2, "14.2": 4, "14.3": 3,
    "15.1": 3, "15.2": 3, "15.3": 7,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 3,
    "17.1": 1, "17.2": 4, "17.3": 2,
}  # fmt: skip
ALL = {f"{section}.{n}" for section, count in SECTIONS.items() for n in range(1, count + 1)}


def numbers(cell: str) -> list[str]:
    """ "1.3.4, 1.3.6–1.3.8" are four numbers."""
    found = []
    for part in cell.split(", "):
        first, _, last = part.partition("–")
        section, _, low = first.rpartition(".")
        high = last.rpartition(".")[2] if last else low
        assert (last or first).rpartition(".")[0] == section, part
        found += [f"{section}.{n}" for n in range(int(low), int(high) + 1)]
    return found


def test_each_requirement_is_answered_once():
    assert len(ALL) == 253
    assert Counter(one for cell, _, _ in ROWS for one in numbers(cell)) == dict.fromkeys(ALL, 1)


def test_the_page_counts_its_answers():
    counts = Counter()
    for cell, _, answer in ROWS:
        kind = answer.partition(":")[0]
        assert kind in ANSWERS, answer
        counts[kind.lower()] += len(numbers(cell))
    counts["applies"] = len(ALL) - counts["doesn't apply"]
    assert {
        name: int(count) for name, count in re.findall(r"^\| ([a-z' ]+) \| (\d+) \|$", PAGE, re.M)
    } == counts


def code_spans() -> list[str]:
    return re.findall(r"`([^`\n]+)`", PAGE)


def test_each_test_that_the_page_names_exists():
    named = {span for span in code_spans() if "::" in span}
    assert len(named) > 80
    assert [
        span
        for span in sorted(named)
        if f"\ndef {span.partition('::')[2]}(" not in (ROOT / span.partition("::")[0]).read_text()
    ] == []


def test_each_file_and_setting_that_the_page_names_exists():
    example = (ROOT / ".env.example").read_text()
    unit = (ROOT / "deploy/nextgen-rehearsal.service").read_text()
    files = [span for span in code_spans() if re.fullmatch(r"[\w.-]+/[\w./-]*", span)]
    words = [span for span in code_spans() if re.fullmatch(r"[A-Z][A-Z_]+(=\w+)?", span)]
    units = [span for span in code_spans() if re.fullmatch(r"([A-Z][a-z]+)+|IP\w+", span)]
    assert [name for name in files if not (ROOT / name).exists()] == []
    assert [
        word
        for word in (word.partition("=")[0] for word in words)
        if not hasattr(settings, word) and f"#{word}=" not in example
    ] == []
    assert {"IPAddressDeny", "InaccessiblePaths", "ProtectSystem"} <= {*units}
    assert all(name in unit for name in units if name.startswith(("IP", "Protect", "Inaccessible")))


@pytest.mark.parametrize(
    "path", sorted((ROOT / "static/js").glob("*.js")), ids=lambda path: path.name
)
def test_scripts_store_nothing_and_run_no_text(path):
    banned = (
        r"localStorage|sessionStorage|indexedDB|document\.cookie|postMessage|\beval\(|new Function"
    )
    assert not re.search(banned, path.read_text())


def test_the_report_page_leads_to_this_one():
    assert "(docs/security.md)" in (ROOT / "SECURITY.md").read_text()
