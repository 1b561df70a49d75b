"""Events that only the court enters."""

from dockets.filing.catalog.event import by_court

EVENTS = (
    by_court("summons-issued", "Summons Issued", "service", document="summons"),
    by_court("order", "Order", "order", document="order"),
    by_court("order-scheduling", "Scheduling Order", "order", document="order"),
    by_court("order-referring", "Order of Reference", "order", document="order"),
    by_court("opinion", "Memorandum Opinion and Order", "order", document="order"),
    by_court("order-consolidate", "Order Consolidating Cases", "order", document="order"),
    by_court("set-deadlines", "Set Deadlines", "deadlines"),
    by_court("judgment", "Judgment", "judgment", document="order"),
    by_court("minutes", "Clerk's Minutes", "minutes"),
    by_court("clerk-notice", "Clerk's Notice", "notice", document="notice"),
    by_court("clerk-assignment", "Assignment of Judges", "notice", document="notice"),
    by_court("indictment", "Indictment", "charge"),
    by_court("information", "Information", "charge"),
    by_court("criminal-complaint", "Criminal Complaint", "charge"),
    by_court("arrest-warrant", "Arrest Warrant Issued", "order"),
    by_court("cja-appointment", "CJA 20 Appointment of Attorney", "order"),
    by_court("presentence-report", "Presentence Report", "report", restriction="participants"),
    by_court("petition-ch7", "Chapter 7 Voluntary Petition", "petition"),
    by_court("petition-ch13", "Chapter 13 Voluntary Petition", "petition"),
    by_court("meeting-341", "Meeting of Creditors", "notice", document="notice"),
    by_court("discharge", "Order Discharging Debtor", "order", document="order"),
    by_court("appellate-record", "Record on Appeal", "record"),
    by_court("appeal-docketed", "Case Docketed", "appeal"),
)
