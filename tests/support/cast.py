"""The people of the pack with their practice credentials."""

from dataclasses import dataclass

from rehearsals.packs.pack import get_pack


@dataclass(frozen=True)
class Member:
    """A person, with their first PACER account and their CM/ECF account in the home court."""

    key: str
    name: str
    number: str = ""
    username: str = ""
    password: str = ""
    login: str = ""
    ecf_password: str = ""
    email: str = ""


def _member(key: str) -> Member:
    persona = get_pack("nmd-2020").persona(key)
    pacer = persona.pacer[0] if persona.pacer else None
    ecf = next((spec for spec in persona.cmecf if spec.court == "nmd"), None)
    return Member(
        key=key,
        name=persona.name,
        number=pacer.account_number if pacer else "",
        username=pacer.username if pacer else "",
        password=pacer.password if pacer else "",
        login=ecf.login if ecf else "",
        ecf_password=ecf.password if ecf else "",
        email=ecf.email if ecf else (pacer.email if pacer else ""),
    )


NOEL = _member("p01")  # legacy PACER account
JOHN = _member("p02")  # ready to link
ADELE = _member("p03")  # the firm's shared account, legacy
GILBERT = _member("p04")  # forgotten password, dead mailbox
TERESA = _member("p05")  # two names
OWEN = _member("p06")  # special character, two courts
RUTH = _member("p07")  # no CM/ECF account
HECTOR = _member("p08")  # two CM/ECF accounts in nmb
DANA = _member("p09")  # pro se, no PACER account
MIRIAM = _member("p10")  # linked at ca10 only
SKYE = _member("x01")  # only searches
NINA = _member("x02")  # no account anywhere
GRANT = _member("x03")  # government attorney
MAX = _member("x04")  # linked at nmb, meets the second factor in 2025
WALTER = _member("x05")  # forgot everything
FERN = _member("x06")  # the firm's bookkeeper
