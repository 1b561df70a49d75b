"""How much of the uploads a rehearsal keeps. These are limits of the simulation, not of a court."""

MOST_STORED = 200_000_000  # bytes of a rehearsal's filed uploads, those of undone filings included
# Uploads that wait for a filing. The cleanup deletes those that are older than a day.
DRAFTS_OF_ACCOUNT, DRAFTS_OF_REHEARSAL = 40, 200
