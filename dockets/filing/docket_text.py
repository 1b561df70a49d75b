"""The text of a docket entry, made of the event's own words and the filer's answers."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from dockets.filing.catalog.event import Event
from dockets.filing.submission import GOVERNMENT, IN_FORMA_PAUPERIS

BLANK = "_____"  # where the filer's own words will be
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE = re.compile(r" +([.,;])")
_TWO_PERIODS = re.compile(r"(?<!\.)\.\.(?!\.)")  # after a name such as "J.E."; an ellipsis stays


def docket_text(
    event: Event,
    *,
    filers: Sequence[str],
    references: Sequence[str] = (),
    against: Sequence[str] = (),
    as_to: Sequence[str] = (),
    answers: Mapping[str, str] | None = None,
    modifier: str = "",
    words: str = "",
    fee: str = "",
    signature: str = "",
) -> str:
    """ "Unopposed MOTION to Compel by Sample Ditch Company. (Counsel, Adele)".

    `references`: "4 Motion to Dismiss". `fee`: see `fee_words`. `signature`: the filer, last name first.
    """
    text = event.text.format(
        free=words,
        filers=listed(filers) or "the filer",
        refs=", ".join(references),
        against=listed(against) or "all parties",
        as_to=f" as to {listed(as_to)}" if as_to else "",
        **{prompt.key: (answers or {}).get(prompt.key, "") for prompt in event.prompts},
    )
    if references and "{refs}" not in event.text:
        text = f"{text.rstrip('. ')} re {', '.join(references)}."
    ending = f"({signature})" if signature else ""
    return tidy(f"{modifier} {text} {fee} {ending}")


def listed(names: Sequence[str]) -> str:
    """ "A, B" """
    return ", ".join(names)


def tidy(text: str) -> str:
    text = _SPACE_BEFORE.sub(r"\1", _SPACES.sub(" ", text)).strip()
    return _TWO_PERIODS.sub(".", text)


def fee_words(amount: Decimal | None, how: str, receipt_number: str = "") -> str:
    """What the docket text says about the fee. `how`: one of submission.FEE_CHOICES."""
    if amount is None:
        return ""
    if how == IN_FORMA_PAUPERIS:
        return "(Filing fee not paid: motion to proceed in forma pauperis.)"
    if how == GOVERNMENT:
        return "(Filing fee not required: United States.)"
    receipt = f" receipt number {receipt_number}" if receipt_number else ""
    return f"(Filing fee $ {amount:.2f}{receipt})"
