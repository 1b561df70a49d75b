"""Names of generated people, companies and judges. Nobody real is meant."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = _words(
    "Ada Alba Amos Anita Asher Belen Benita Bruno Carla Celia Cyrus Dario Delia Diego Edith Elias Emma"
    " Enzo Fay Felipe Flora Gina Hugo Ida Inez Iris Ivan Jonah Julia Karim Lara Leon Lidia Lucas Mara"
    " Marco Mila Nadia Nestor Nico Nora Odell Olga Omar Otis Paloma Perla Quincy Ramon Rita Rosa Ruben"
    " Sara Silas Sofia Tomas Uma Vera Wade Xenia Yara Zeke"
)
FAMILY = tuple(
    f"{first}{last}"
    for first in _words(
        "Ash Bell Brook Cedar Clay Dale Elm Fern Glen Hazel Juniper Lake Mesa Oak Pine Sage"
    )
    for last in (
        "brook",
        "field",
        "ford",
        "land",
        "mark",
        "ridge",
        "stone",
        "well",
        "wood",
        "worth",
    )
)
COMPANY = _words(
    "Arroyo Basin Canyon Cottonwood Desert Highland Mesa Pecan Pinon Prairie Ridge River Saguaro"
    " Sandstone Valley Yucca"
)
TRADE = _words(
    "Dairy Drilling Farms Freight Gas Hardware Lumber Motors Paving Realty Software Supply"
)
FORM = ("Company", "Inc.", "LLC", "Partners")
DISTRICT_JUDGES = (
    ("District Judge Ada Q. Docket", "AQD"),
    ("District Judge Bruno Z. Bench", "BZB"),
    ("District Judge Celia X. Chambers", "CXC"),
    ("District Judge Dario V. Gavel", "DVG"),
)
MAGISTRATE_JUDGES = (
    ("Magistrate Judge Enzo Y. Hearing", "EYH"),
    ("Magistrate Judge Faye J. Calendar", "FJC"),
    ("Magistrate Judge Gus K. Minutes", "GKM"),
)
BANKRUPTCY_JUDGES = (
    ("Bankruptcy Judge Hope W. Plan", "w"),
    ("Bankruptcy Judge Ira U. Estate", "u"),
)
