"""Three courts: the one that moves, and two that moved earlier."""

from rehearsals.packs.nmd_2020.moments import DENVER, GO_LIVE, OUTAGE_STARTS, mt
from rehearsals.packs.pack import CourtSpec, Desk

COURTS = (
    CourtSpec(
        code="nmd",
        cso_id="NMDC",
        document_prefix="121",
        name="District of New Mexico",
        title="United States District Court",
        kind="district",
        time_zone=DENVER,
        outage_starts_at=OUTAGE_STARTS,
        go_live_at=GO_LIVE,
        help_desk=Desk("(505) 348-2075", "cmecf@nmd.uscourts.gov"),
        masthead_lines=(
            "Honorable William P. Johnson, Chief Judge",
            "Mitchell R. Elfers, Clerk of Court",
        ),
        filer_roles=("attorney", "party", "court_reporter"),
        applications=("admissions", "efile_only", "pro_hac_vice", "federal"),
        asks_for_document=True,
    ),
    CourtSpec(
        code="nmb",
        cso_id="NMBK",
        document_prefix="120",
        name="Bankruptcy Court, District of New Mexico",
        title="United States Bankruptcy Court",
        kind="bankruptcy",
        time_zone=DENVER,
        outage_starts_at=mt(2019, 9, 13, 15),
        go_live_at=mt(2019, 9, 16, 8),
        help_desk=Desk("(505) 555-0160", "helpdesk@nmb.example.org"),
        note="We don't know the real date of this court's move. This one is assumed for practice.",
        filer_roles=("attorney", "trustee", "us_trustee", "filing_agent", "creditor", "party"),
        applications=("efile_only", "pro_hac_vice"),
    ),
    CourtSpec(
        code="ca10",
        cso_id="10CA",
        document_prefix="010",
        name="Tenth Circuit Court of Appeals",
        title="United States Court of Appeals",
        kind="appellate",
        time_zone=DENVER,
        outage_starts_at=mt(2017, 5, 12, 15),
        go_live_at=mt(2017, 5, 15, 8),
        help_desk=Desk("(505) 555-0170", "helpdesk@ca10.example.org"),
        filer_roles=("attorney", "party"),
        applications=("admissions", "efile_only"),
    ),
)
