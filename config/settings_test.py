"""Settings of the test suite: a cheap hasher, plain static files, a database file of its own."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("SECRET_KEY", "for-tests-only")

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, STORAGES

# Where hashing is the subject, a test names the real hasher itself.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STORAGES["documents"]["OPTIONS"]["location"] = str(
    Path(tempfile.gettempdir()) / f"rehearsal-test-documents-{os.getpid()}"
)
WHITENOISE_AUTOREFRESH = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: the race tests open several connections at once. One file a process.
    NAME = Path(tempfile.gettempdir()) / f"rehearsal-test-{os.getpid()}.sqlite3"
    DATABASES["default"]["TEST"] = {"NAME": NAME}
else:
    # Two runs at once must not delete each other's database.
    DATABASES["default"]["TEST"] = {"NAME": f"test_rehearsal_{os.getpid()}"}
