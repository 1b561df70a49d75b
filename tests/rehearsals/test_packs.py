"""A pack is checked when it is loaded; each contradiction has its sentence."""

from dataclasses import replace

import pytest

from rehearsals.packs import pack
from rehearsals.packs.pack import PackError, faults, get_pack

PACK = get_pack("nmd-2020")
NMD = PACK.courts[0]
NOEL = PACK.persona("p01")


def test_the_pack_that_ships_has_no_fault():
    assert faults(PACK) == []


def with_noel(**changes):
    """A pack without bills, so that what is changed is the only thing that is wrong."""
    cast = (replace(NOEL, **changes), *PACK.personas[1:])
    return replace(PACK, personas=cast, usage=(), payments=())


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        (with_noel(key="p02"), "persona 'p02' stands twice"),
        (
            with_noel(pacer=(replace(NOEL.pacer[0], account_number="7990002"),)),
            "account number '7990002' stands twice",
        ),
        (
            with_noel(pacer=(replace(NOEL.pacer[0], username="johnattorney"),)),
            "username 'johnattorney' stands twice",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], login="jattorney"),)),
            "CM/ECF login ('nmd', 'jattorney') stands twice",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], court="txs"),)),
            "nattorney is at txs, which is no court of the pack",
        ),
        (
            with_noel(cmecf=(replace(NOEL.cmecf[0], linked_to="1111111"),)),
            "nattorney names account 1111111, which nobody has",
        ),
        (with_noel(shares="2222222"), "p01 names account 2222222, which nobody has"),
        (
            replace(PACK, courts=(replace(NMD, outage_starts_at=NMD.go_live_at), *PACK.courts[1:])),
            "nmd: the outage must start before the go-live",
        ),
        (
            replace(PACK, usage=(replace(PACK.usage[0], account_number="3333333"),)),
            "a bill names account 3333333, which nobody has",
        ),
        (replace(PACK, home_court="txs"), "home court txs is no court of the pack"),
        (replace(PACK, start="noon"), "start noon is no moment of the pack"),
        (
            replace(PACK, moments=(*PACK.moments, PACK.moments[0])),
            "moment 'reminder' stands twice",
        ),
    ],
)
def test_a_contradiction_is_named(broken, fault):
    assert faults(broken) == [fault]


def test_all_faults_are_named_at_once_and_the_pack_is_not_loaded(monkeypatch):
    broken = replace(PACK, home_court="txs", start="noon")
    monkeypatch.setattr("rehearsals.packs.nmd_2020.PACK", broken)
    pack.get_pack.cache_clear()
    with pytest.raises(PackError, match="home court txs .*; start noon "):
        get_pack("nmd-2020")
    pack.get_pack.cache_clear()


def test_every_practice_mailbox_and_phone_is_one_that_nobody_real_has():
    for _, spec in (*PACK.pacer_specs(), *PACK.cmecf_specs()):
        assert spec.email.partition("@")[2].endswith(("example.com", "example.net", "example.org"))
    assert all(spec.phone.startswith("505-555-01") for _, spec in PACK.pacer_specs())
