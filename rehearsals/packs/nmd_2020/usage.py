"""PACER use and payments of some of the cast before the rehearsal starts. The cases are fictional.

Noel used $30.00 or less in each quarter, so his balance is $0.00 (seed, Step 2).
"""

from rehearsals.packs.nmd_2020.moments import mt
from rehearsals.packs.pack import PaymentSpec, UsageSpec

NOEL, FIRM, MIRIAM, EXEMPT = "7030833", "7990003", "7990010", "7990011"
K1, K2, K3 = "1:20-cv-90001-TRN-SIM", "2:19-cv-90002-TRN-SIM", "1:20-cr-90003-TRN"
K5, K8, FIRST_APPEAL = "1:20-cv-90005-TRN-SIM", "20-2901", "19-2907"

# Columns: account, time, court, description, search, pages, client code, kind of fee (default: case).
# fmt: off
USAGE = (
    UsageSpec(NOEL, mt(2019, 10, 8, 9, 14), "nmd", "Docket Report", K2, 7),
    UsageSpec(NOEL, mt(2019, 10, 8, 9, 21), "nmd", "Image3-0", K2, 12),
    UsageSpec(NOEL, mt(2019, 12, 3, 15, 40), "nmd", "Search", "Last Name: Sample", 2, kind="search"),
    UsageSpec(NOEL, mt(2020, 1, 22, 10, 2), "nmd", "Docket Report", K1, 3),
    UsageSpec(NOEL, mt(2020, 2, 11, 16, 33), "nmd", "Image1-0", K1, 24),
    UsageSpec(NOEL, mt(2020, 3, 18, 8, 50), "nmd", "Docket Report", K1, 4),
    UsageSpec(FIRM, mt(2019, 10, 2, 11, 5), "nmd", "Docket Report", K2, 9, "FICTIONAL-CSD"),
    UsageSpec(FIRM, mt(2019, 10, 2, 11, 9), "nmd", "Image14-0", K2, 42, "FICTIONAL-CSD"),
    UsageSpec(FIRM, mt(2019, 10, 15, 9, 30), "nmd", "Transcript", K2, 186, "FICTIONAL-CSD", "transcript"),
    UsageSpec(FIRM, mt(2019, 11, 6, 14, 12), "nmd", "Image22-1", K2, 31, "FICTIONAL-CSD"),
    UsageSpec(FIRM, mt(2019, 11, 19, 10, 47), "nmb", "Docket Report", "19-19003-x7", 6, "SAMPLE-CH7"),
    UsageSpec(FIRM, mt(2019, 12, 10, 16, 20), "nmd", "Search", "Last Name: Ditch", 38, "INTAKE", "search"),
    UsageSpec(FIRM, mt(2019, 12, 12, 9, 3), "nmd", "Transcript", K2, 131, "FICTIONAL-CSD", "transcript"),
    UsageSpec(FIRM, mt(2020, 1, 15, 13, 28), "nmd", "Docket Report", K1, 3, "SAMPLE-DITCH"),
    UsageSpec(FIRM, mt(2020, 1, 15, 13, 31), "nmd", "Image1-0", K1, 24, "SAMPLE-DITCH"),
    UsageSpec(FIRM, mt(2020, 2, 4, 10, 16), "nmd", "Docket Report", K5, 5, "TEST-PIPELINE"),
    UsageSpec(FIRM, mt(2020, 2, 27, 17, 55), "nmd", "Image8-0", K1, 16, "SAMPLE-DITCH"),
    UsageSpec(FIRM, mt(2020, 3, 24, 9, 41), "nmd", "Docket Report", K1, 4, ""),
    UsageSpec(MIRIAM, mt(2019, 11, 13, 8, 35), "ca10", "Docket Report", FIRST_APPEAL, 11, "JE-APPEAL"),
    UsageSpec(MIRIAM, mt(2019, 11, 13, 8, 44), "ca10", "Image5-0", FIRST_APPEAL, 58, "JE-APPEAL"),
    UsageSpec(MIRIAM, mt(2020, 3, 9, 15, 17), "ca10", "Docket Report", K8, 14, "JE-APPEAL"),
    UsageSpec(EXEMPT, mt(2020, 3, 12, 9, 26), "nmd", "Docket Report", K3, 6, "CJA", is_exempt=True),
)

PAYMENTS = (
    PaymentSpec(FIRM, mt(2020, 2, 10, 10, 30), "20.00", "Visa", "1111"),
)
# fmt: on
