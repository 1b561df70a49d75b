"""Eight cases of three courts. The parties, judges and case numbers are fictional.

Real courts don't give these numbers: civil and criminal from 90001, bankruptcy from 19001, appeals from 2901.
TRN and SIM are practice judges.
"""

from datetime import date

from rehearsals.packs.cases import AttorneySpec, CaseSpec, DocumentSpec, EntrySpec, PartySpec
from rehearsals.packs.nmd_2020.moments import mt

TRN, SIM = "District Judge Terra R. Nova", "Magistrate Judge Sim U. Lation"

NOEL = AttorneySpec(
    "Noel Attorney",
    "nattorney",
    ("Practice Law Office", "1 Sample Plaza", "Albuquerque, NM 87100", "505-555-0101"),
)
ADELE = AttorneySpec(
    "Adele Counsel",
    "acounsel",
    ("Three Rivers Trial Group", "3 Example Street", "Albuquerque, NM 87100", "505-555-0103"),
)

CASES = (
    CaseSpec(
        court="nmd",
        number="1:20-cv-90001",
        initials="TRN-SIM",
        kind="cv",
        title="Practice Mesa Water Cooperative v. Sample Ditch Company",
        filed_on=date(2020, 1, 14),
        presiding_judge=TRN,
        referral_judge=SIM,
        nature_of_suit="190 Contract: Other",
        cause="28:1332 Diversity-Breach of Contract",
        jurisdiction="Diversity",
        jury_demand="Plaintiff",
        demand="$250,000",
        parties=(
            PartySpec("Plaintiff", "Practice Mesa Water Cooperative", attorneys=(NOEL,)),
            PartySpec("Defendant", "Sample Ditch Company", attorneys=(ADELE,)),
        ),
        entries=(
            EntrySpec(
                mt(2020, 1, 14, 9, 12),
                "complaint",
                "Complaint",
                "COMPLAINT against Sample Ditch Company, filed by Practice Mesa Water Cooperative."
                " (Attorney, Noel)",
                login="nattorney",
                filed_by="Practice Mesa Water Cooperative",
                entered_by_name="Attorney, Noel",
                documents=(
                    DocumentSpec("complaint", 24),
                    DocumentSpec("exhibit", 2, "Exhibit", "A"),
                ),
            ),
        ),
    ),
)
