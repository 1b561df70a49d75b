import unicodedata


def name_key(last: str, first: str = "", middle: str = "") -> str:
    """A name as it is searched: last name first, casefolded, without accents and extra spaces."""
    text = unicodedata.normalize("NFKD", " ".join((last, first, middle)))
    plain = "".join(sign for sign in text if not unicodedata.combining(sign))
    return " ".join(plain.casefold().split())[:180]
