"""Group billing: a PACER Administrative Account (PAA) pays for accounts whose holders agreed."""
