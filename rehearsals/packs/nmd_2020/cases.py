"""The cases of three courts. The parties, judges and case numbers are fictional.

Real courts don't give these numbers: civil and criminal from 90001, bankruptcy from 19001, appeals from 2901.
TRN and SIM are practice judges. All entries are from before the rehearsal starts.
"""

from rehearsals.packs.nmd_2020.appeals import APPEAL, FIRST_APPEAL
from rehearsals.packs.nmd_2020.bankruptcy_cases import FEED_STORE, FICTIONAL, SAMPLE
from rehearsals.packs.nmd_2020.criminal_case import SAMPLETON
from rehearsals.packs.nmd_2020.other_cases import HOUSING, OLD, SEALED
from rehearsals.packs.nmd_2020.ranch_cases import GRAZING_CASE, RANCH_CASE
from rehearsals.packs.nmd_2020.school_case import SCHOOL
from rehearsals.packs.nmd_2020.water_case import WATER

CASES = (
    WATER,
    SCHOOL,
    SAMPLETON,
    HOUSING,
    RANCH_CASE,
    GRAZING_CASE,
    SEALED,
    OLD,
    SAMPLE,
    FICTIONAL,
    FEED_STORE,
    APPEAL,
    FIRST_APPEAL,
)
