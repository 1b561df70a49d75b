"""A filing under way: what its draft says, with the rows that it means."""

from functools import cached_property
from typing import Any

from cmecf.models import CmecfAccount, Court
from dockets.cases.queries import find_case
from dockets.filing import catalog, queries
from dockets.filing.catalog import OPEN_A_CASE
from dockets.filing.catalog.event import Category, Event
from dockets.filing.docket_text import BLANK, docket_text, fee_words
from dockets.filing.drafts import EVENT, FILES, PARTIES
from dockets.filing.rules import appears_for_parties
from dockets.filing.services import against, signature
from dockets.filing.steps import CAPTION, CASE, DEPENDENTS, OPENING, REFER
from dockets.filing.submission import NewParty, Opening, Submission
from dockets.models import Case, CaseKind, Party
from dockets.notices.rules import with_attachments
from pacer_accounts.billing.cards import Card
from pacer_accounts.wizards.drafts import Draft


class UnderWay:
    """Reads a draft that has its event. A row is looked up when it is needed first."""

    def __init__(self, court: Court, account: CmecfAccount, draft: Draft) -> None:
        self.court, self.account, self.draft = court, account, draft

    @cached_property
    def event(self) -> Event:
        found = catalog.event(self.draft.page(EVENT)["event"])
        if found is None:
            raise LookupError("the catalog lost an event")
        return found

    @cached_property
    def category(self) -> Category:
        found = catalog.category(self.draft.page(EVENT)["category"], self.court.kind)
        if found is None:
            raise LookupError("the catalog lost a category")
        return found

    @property
    def opens_case(self) -> bool:
        return self.category.key == OPEN_A_CASE

    @cached_property
    def case(self) -> Case | None:
        key = self.draft.page(CASE.key).get("case")
        return find_case(self.court, key) if key else None

    def forget_lost_case(self) -> bool:
        """Whether the case is gone, as when the rehearsal went back. Its pages must be filled in again."""
        is_lost = self.case is None and bool(self.draft.page(CASE.key))
        for step in (CASE, *DEPENDENTS[CASE]) if is_lost else ():
            self.draft.reopen(step.key)
        return is_lost

    @cached_property
    def parties(self) -> list[Party]:
        return queries.parties_of(self.case) if self.case else []

    @property
    def defendants(self) -> list[Party]:
        """The defendants of a criminal case, to choose from."""
        is_criminal = self.case is not None and self.case.kind == CaseKind.CRIMINAL
        return [one for one in self.parties if is_criminal and one.role == "Defendant"]

    @property
    def filers(self) -> list[Party]:
        keys = set(self.pages.get("filers", ()))
        return [party for party in self.parties if party.pk in keys]

    @cached_property
    def unassociated(self) -> list[Party]:
        """The chosen parties for whom the attorney doesn't appear yet."""
        if not appears_for_parties(self.account.role) or not self.filers:
            return []
        return queries.without_association(self.account, self.filers)

    @property
    def pages(self) -> dict[str, Any]:
        return self.draft.pages()

    @property
    def files(self) -> list[Any]:
        return list(self.draft.page(FILES).get("items", []))

    @property
    def new_parties(self) -> tuple[NewParty, ...]:
        rows = self.pages.get("new_parties", [])
        if self.opens_case:
            rows = self.draft.page(PARTIES).get("items", [])
        return tuple(NewParty(**row) for row in rows)

    def submission(self) -> Submission:
        kept = self.pages
        card = kept.get("card")
        opening = self.draft.page(OPENING.key)
        return Submission(
            key=self.draft.token,
            menu=self.category.menu,
            event=self.event,
            case_id=kept.get("case"),
            opening=Opening(**opening) if self.opens_case else None,
            filers=tuple(kept.get("filers", ())),
            new_parties=self.new_parties,
            defendants=tuple(map(int, self.draft.page(CAPTION.key).get("defendants", ()))),
            associations=tuple(kept.get("associations", ())),
            refers_to=tuple(self.draft.page(REFER.key).get("refers_to", ())),
            answers=kept.get("answers", {}),
            modifier=kept.get("modifier", ""),
            words=kept.get("words", ""),
            documents=tuple(self.files),
            fee=kept.get("fee", ""),
            card=Card(**card) if card else None,
        )

    def text(self, *, is_final: bool) -> str:
        """The docket text as it will be; before the filer's own words, with a blank for them."""
        one = self.submission()
        entries = queries.entries_numbered(self.case, one.refers_to) if self.case else []
        filing_for = [party.full_name for party in self.filers]
        filing_for += [party.full_name for party in one.new_parties if party.is_filer]
        chosen = set(one.defendants)
        text = docket_text(
            self.event,
            filers=filing_for or [self.account.full_name],
            references=[f"{entry.number} {entry.short_text}" for entry in entries],
            against=self._against(),
            as_to=[party.full_name for party in self.defendants if party.pk in chosen],
            answers=one.answers,
            modifier=one.modifier if is_final else "",
            words=one.words if is_final else BLANK,
            fee=fee_words(self.event.fee, one.fee),
            signature=signature(self.account),
        )
        return with_attachments(
            text, self._attachments() if is_final else (), signature(self.account)
        )

    def _attachments(self) -> list[str]:
        """The categories and descriptions of the attachments: "Exhibit A"."""
        kept = [(file["category"], file["description"]) for file in self.files[1:]]
        return [" ".join(filter(None, words)) for words in kept]

    def _against(self) -> list[str]:
        if self.case:
            return against(self.parties, self.filers)
        roles = {party.role for party in self.new_parties if party.is_filer}
        return [party.full_name for party in self.new_parties if party.role not in roles]
