"""The District of New Mexico's move to NextGen CM/ECF, April 2020 (seed)."""

from rehearsals.packs.nmd_2020.cases import CASES
from rehearsals.packs.nmd_2020.courts import COURTS
from rehearsals.packs.nmd_2020.moments import MOMENTS
from rehearsals.packs.nmd_2020.more_people import MORE_PERSONAS
from rehearsals.packs.nmd_2020.people import PERSONAS
from rehearsals.packs.nmd_2020.usage import PAYMENTS, USAGE
from rehearsals.packs.pack import Pack

PACK = Pack(
    code="nmd-2020",
    title="District of New Mexico, April 2020",
    home_court="nmd",
    start="seed-moment",
    moments=MOMENTS,
    courts=COURTS,
    personas=PERSONAS + MORE_PERSONAS,
    dead_mail_domains=frozenset({"oldfirm.example.net"}),
    usage=USAGE,
    payments=PAYMENTS,
    cases=CASES,
)
