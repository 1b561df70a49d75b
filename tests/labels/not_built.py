"""Labels of official screens that ours don't have, each with the reason.

A menu shows only what works, so these labels must not be on their pages.
"""

from tests.labels.hand_outs import link
from tests.support.cast import JOHN
from tests.support.moments import LIVE
from tests.support.screens import NotBuilt

UTILITIES = "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities"
REGISTER_FORM = "/psc/register/account-information/"
SLIP = "a transcription error in the seed"

NOT_BUILT = (
    # seed
    NotBuilt(
        "courts-mark", "/pacer/register/", ("UNITED STATES COURTS",),
        "we don't imitate marks and seals of the judiciary",
    ),
    NotBuilt("key-panel", REGISTER_FORM, ("Key Panel",), SLIP),
    NotBuilt(
        "government-box", REGISTER_FORM,
        ("Check here if this account is for a government or other organization",),
        f"{SLIP}: the real box concerns the CJA Attorney Panel",
    ),
    NotBuilt(
        "redaction-words", "/ecf/nmd/cgi-bin/login.pl",
        ("American Bar Association", "Model Rules of Professional Conduct",
         "other sensitive information"),
        f"{SLIP}: the rules on redaction say otherwise, and the page lists what they name",
    ),
    NotBuilt("your-will", "/www/nmd/cmecf-nextgen/", ("your will need",), SLIP),
    NotBuilt(
        "desk-spelling", "/www/nmd/", ("505-348-2075",), "the number is always written (505) 348-2075"
    ),
    # hand-outs
    NotBuilt(
        "short-username", "/cso/csologin/login.jsf",
        ("Username must be at least 6 characters", "Password must be at least 8 characters"),
        "one neutral answer for every wrong username and password",
    ),
    NotBuilt(
        "redaction-api", "/cso/csologin/login.jsf", ("redactFlag",), "the login API is not built yet"
    ),
    NotBuilt(
        "nextgen-utilities", UTILITIES,
        ("Legal Research",),
        "it leads to services outside of the court", who=JOHN, at=LIVE, prepare=link,
    ),
    NotBuilt(
        "2025-names", "/pacer/", ("Register for an Account", "My Account & Billing"),
        "PACER's site looks as in 2020 in both eras", era="2025",
    ),
)  # fmt: skip
