from dataclasses import replace

import pytest

from rehearsals.packs import pack
from rehearsals.packs.pack import PackError, faults, get_pack

PACK = get_pack("nmd-2020")
NMD = PACK.courts[0]
NOEL = PACK.persona("p01")


def test_shipped_pack_has_no_mistakes():
    assert faults(PACK) == []


def with_noel(**changes):
    """A pack without usage, payments or cases, so that `changes` cause the only mistake."""
    cast = (replace(NOEL, **changes), *PACK.personas[1:])
    return replace(PACK, personas=cast, usage=(), payments=(), cases=())


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (with_noel(key="p02"), "persona 'p02' is used twice"),
        (
            with_noel(pacer=(replace(NOEL.pacer[0], account_number="7990002"),)),
            "account number '7990002' is used twice",
        ),
        (
            with_noel(pacer=(replace(NOEL.pacer[0], username="johnattorney"),)),
            "username 'johnattorney' is used twice",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], login="jattorney"),)),
            "CM/ECF login ('nmd', 'jattorney') is used twice",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], court="txs"),)),
            "nattorney is at txs, which isn't in the pack",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], linked_to="1111111"),)),
            "nattorney refers to account 1111111, which isn't in the pack",
        ),
        (
            with_noel(shared_account="2222222"),
            "p01 refers to account 2222222, which isn't in the pack",
        ),
        (
            replace(PACK, courts=(replace(NMD, outage_starts_at=NMD.go_live_at), *PACK.courts[1:])),
            "nmd: the outage must start before go-live",
        ),
        (
            replace(PACK, usage=(replace(PACK.usage[0], account_number="3333333"),)),
            "a bill refers to account 3333333, which isn't in the pack",
        ),
        (replace(PACK, home_court="txs"), "home court txs isn't in the pack"),
        (replace(PACK, start="noon"), "start noon isn't a moment of the pack"),
        (
            replace(PACK, moments=(*PACK.moments, PACK.moments[0])),
            "moment 'reminder' is used twice",
        ),
    ],
)
def test_each_mistake_is_reported(broken, fault):
    assert faults(broken) == [fault]


def test_all_mistakes_are_reported_and_the_pack_is_not_loaded(monkeypatch):
    broken = replace(PACK, home_court="txs", start="noon")
    monkeypatch.setattr("rehearsals.packs.nmd_2020.PACK", broken)
    pack.get_pack.cache_clear()
    with pytest.raises(PackError, match="home court txs .*; start noon "):
        get_pack("nmd-2020")
    pack.get_pack.cache_clear()


def test_practice_emails_and_phones_belong_to_nobody_real():
    for _, spec in (*PACK.pacer_specs(), *PACK.cmecf_specs()):
        assert spec.email.partition("@")[2].endswith(("example.com", "example.net", "example.org"))
    assert all(spec.phone.startswith("505-555-01") for _, spec in PACK.pacer_specs())
