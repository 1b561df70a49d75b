"""Charging for a document and letting a browser open it once."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.db import transaction

from cmecf.courts.search_access import Searcher
from cmecf.models import CmecfAccount, Court
from dockets.documents.receipt import receipt_values
from dockets.fees.services import bill
from dockets.models import DocumentView, EntryDocument
from pacer_accounts.billing.charge_services import FORM_LASTS, lock_payer
from pacer_accounts.models import PacerAccount

TICKET_LASTS = timedelta(minutes=2)


def digest(ticket: str) -> str:
    return sha256(ticket.encode()).hexdigest()


def is_over(
    document: EntryDocument, account: PacerAccount, form: str, *, wall_at: datetime
) -> bool:
    """Whether the receipt page `form` was charged for another document, or more than an hour ago.

    A page of the document that is still open, reloaded or saved later, sends its old receipt page.
    """
    view = _charged_with(form, account)
    return view is not None and not _pays_for(view, document, wall_at)


def _charged_with(form: str, account: PacerAccount) -> DocumentView | None:
    return DocumentView.objects.filter(account=account, form=form).first() if form else None


def _pays_for(view: DocumentView, document: EntryDocument, wall_at: datetime) -> bool:
    return view.document_id == document.pk and wall_at < view.made_at + FORM_LASTS


@transaction.atomic
def view_charged(
    *,
    document: EntryDocument,
    searcher: Searcher,
    filer: CmecfAccount | None,
    form: str,
    has_header: bool,
    at: datetime,
    wall_at: datetime,
) -> str:
    """Charge the document at the court time `at`, and return a ticket to open it once.

    `filer`: the CM/ECF account of the reader, if there is one. `form`: of the receipt page. Sent again
    within an hour of wall time, by a reload or a double click, it isn't charged again. Without a form, as
    client programs send it, each request is charged.
    """
    account = searcher.account
    lock_payer(account)
    view = _charged_with(form, account)
    if view is None or not _pays_for(view, document, wall_at):
        court = document.entry.case.court
        bill(searcher=searcher, court=court, at=at, **receipt_values(document))
    # Sent again: the first ticket stays valid, because a browser may show either answer.
    own_form = "" if view else form
    return _new_ticket(document, has_header, wall_at, filer, account=account, form=own_form)


def view_free(
    *, document: EntryDocument, filer: CmecfAccount | None, has_header: bool, wall_at: datetime
) -> str:
    """A ticket to open a document once, without a charge. Check first that `filer` may read it."""
    return _new_ticket(document, has_header, wall_at, filer)


def _new_ticket(
    document: EntryDocument,
    has_header: bool,
    wall_at: datetime,
    filer: CmecfAccount | None,
    *,
    account: PacerAccount | None = None,
    form: str = "",
) -> str:
    ticket = secrets.token_urlsafe(24)
    DocumentView.objects.create(
        rehearsal_id=document.rehearsal_id,
        document=document,
        account=account,
        filer=filer,
        form=form,
        ticket=digest(ticket),
        has_header=has_header,
        made_at=wall_at,
        ends_at=wall_at + TICKET_LASTS,
    )
    return ticket


def use_ticket(*, court: Court, ticket: str, wall_at: datetime) -> DocumentView | None:
    """The view that a ticket allows, once; None if it was used, is too old or isn't of this court.

    Check again whether its `filer` may read the document: it may have been sealed since.
    """
    views = DocumentView.objects.select_related(
        "filer", "document__rehearsal", "document__entry__case__court"
    )
    view = views.filter(rehearsal=court.rehearsal_id, ticket=digest(ticket)).first()
    if view is None or view.document.entry.case.court != court or wall_at >= view.ends_at:
        return None
    used = DocumentView.objects.filter(pk=view.pk, ticket=view.ticket).update(ticket="")
    return view if used else None
