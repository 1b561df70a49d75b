"""What the official screens have and ours do not, each with its reason.

A menu shows only what works, so none of these words may stand on the page named.
"""

from tests.labels.hand_outs import link
from tests.support.cast import JOHN, NOEL
from tests.support.moments import LIVE
from tests.support.screens import NotBuilt

UTILITIES = "/ecf/nmd/cgi-bin/DisplayMenu.pl?Utilities"
REGISTER_FORM = "/psc/register/account-information/"
SLIP = "a slip of the seed's transcription"
LOCATOR = "the Case Locator is not built yet"
CASES = "the practice court holds no cases yet"

NOT_BUILT = (
    # seed
    NotBuilt("find-a-case", "/pacer/register/", ("FIND A CASE",), LOCATOR),
    NotBuilt("locator", "/psc/account/", ("Search PACER Case Locator",), LOCATOR, who=NOEL),
    NotBuilt("rss", "/pacer/register/", ("RSS",), "no page of a rehearsal is fetched by a feed reader"),
    NotBuilt(
        "courts-mark", "/pacer/register/", ("UNITED STATES COURTS",),
        "marks and seals of the judiciary are not imitated",
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
        "desk-spelling", "/www/nmd/", ("505-348-2075",), "one number, in one spelling: (505) 348-2075"
    ),
    # hand-outs
    NotBuilt(
        "short-username", "/cso/csologin/login.jsf",
        ("Username must be at least 6 characters", "Password must be at least 8 characters"),
        "one neutral answer for every wrong pair",
    ),
    NotBuilt(
        "redaction-api", "/cso/csologin/login.jsf", ("redactFlag",), "the login API is not built yet"
    ),
    NotBuilt(
        "nextgen-utilities", UTILITIES,
        ("Maintain Your E-mail", "Miscellaneous", "Mailings", "Verify a Document", "Legal Research"),
        CASES, who=JOHN, at=LIVE, prepare=link,
    ),
    NotBuilt(
        "pacer-utilities", UTILITIES,
        ("Review Billing History", "Change PACER Exemption Status", "Show PACER Account",
         "Internet Payment History"),
        "billing and exemption are looked at in Manage My Account", who=JOHN, at=LIVE, prepare=link,
    ),
    NotBuilt(
        "2025-names", "/pacer/", ("Register for an Account", "My Account & Billing"),
        "PACER's site keeps the look of 2020 in both eras", era="2025",
    ),
)  # fmt: skip
