"""Remembered addresses are the ones that Django would work out anew."""

from django.contrib.staticfiles.storage import ManifestFilesMixin

from rehearsals.web import mount
from rehearsals.web.addresses import address
from rehearsals.web.static_files import RememberingStorage


def test_a_page_has_its_own_address_in_every_mount(rehearsal, other_rehearsal):
    found = []
    for world in (rehearsal, other_rehearsal, rehearsal):
        with mount.inside_rehearsal(world):
            found.append((address("rehearsals:mail"), address("ecf:entry", "nmd")))
    ours = (f"{rehearsal.mount}/mail/", f"{rehearsal.mount}/ecf/nmd/")
    theirs = (f"{other_rehearsal.mount}/mail/", f"{other_rehearsal.mount}/ecf/nmd/")
    assert found == [ours, theirs, ours]
    assert address("lobby") == "/"


def test_a_static_file_is_looked_up_in_the_manifest_once(monkeypatch):
    asked = []

    def hashed(_: ManifestFilesMixin, name: str, force: bool = False) -> str:
        asked.append(name)
        return f"/static/{name}.4f2a"

    monkeypatch.setattr(ManifestFilesMixin, "url", hashed)
    storage = RememberingStorage()
    addresses = [storage.url(name) for name in ("a.css", "a.css", "b.css")]
    assert addresses == ["/static/a.css.4f2a", "/static/a.css.4f2a", "/static/b.css.4f2a"]
    assert asked == ["a.css", "b.css"]
