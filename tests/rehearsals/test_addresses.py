"""Cached URLs and static file names."""

from django.contrib.staticfiles.storage import ManifestFilesMixin

from rehearsals.web import mount
from rehearsals.web.addresses import address
from rehearsals.web.static_files import RememberingStorage


def test_address_depends_on_the_mount(rehearsal, other_rehearsal):
    addresses = []
    for each in (rehearsal, other_rehearsal, rehearsal):
        with mount.inside_rehearsal(each):
            addresses.append((address("rehearsals:mail"), address("ecf:entry", "nmd")))
    ours = (f"{rehearsal.mount}/mail/", f"{rehearsal.mount}/ecf/nmd/")
    theirs = (f"{other_rehearsal.mount}/mail/", f"{other_rehearsal.mount}/ecf/nmd/")
    assert addresses == [ours, theirs, ours]
    assert address("lobby") == "/"


def test_static_file_is_looked_up_once(monkeypatch):
    asked = []

    def hashed(_: ManifestFilesMixin, name: str, force: bool = False) -> str:
        asked.append(name)
        return f"/static/{name}.4f2a"

    monkeypatch.setattr(ManifestFilesMixin, "url", hashed)
    storage = RememberingStorage()
    addresses = [storage.url(name) for name in ("a.css", "a.css", "b.css")]
    assert addresses == ["/static/a.css.4f2a", "/static/a.css.4f2a", "/static/b.css.4f2a"]
    assert asked == ["a.css", "b.css"]
