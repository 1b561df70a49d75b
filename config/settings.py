"""One file of settings. Every value that may differ between machines comes from the environment.

`.env.example` documents each variable. A missing SECRET_KEY stops the start: `make demo` generates
one into a private file.
"""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from config import environment, files, logs, startup

BASE_DIR = files.BASE_DIR

env = startup.Settings()
environment.read_settings_file()

DATA_DIR = environment.data_dir()

_key_file = environment.secret_key_file()  # made by `make demo`, private to its owner
if _key_file.exists():
    env.ENVIRON.setdefault("SECRET_KEY", _key_file.read_text().strip())
SECRET_KEY = env.str("SECRET_KEY")
DEBUG = env.bool("DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
HTTPS = env.bool("HTTPS", default=False)
if DEBUG:
    startup.refuse_debug(
        host=startup.listening_host(sys.argv, environment.setting("HOST")),
        allowed_hosts=ALLOWED_HOSTS,
    )

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",  # FormRenderer looks for the widgets' templates in installed apps
    "rehearsals",
    "pacer_accounts",
    "cso",
    "cmecf",
    "efile",
    "linking",
    "dockets",
    "training",
    "rehearsals.staff.apps.StaffAdminConfig",  # Django's admin with our site
]

MIDDLEWARE = [
    # These only look on.
    "rehearsals.web.request_id.RequestIdMiddleware",
    "rehearsals.web.access_log.AccessLogMiddleware",
    # The next two put headers on every answer, so nothing that answers comes before them.
    "django.middleware.security.SecurityMiddleware",
    "rehearsals.web.middleware.SecurityHeadersMiddleware",
    "rehearsals.web.middleware.RequestSanityMiddleware",
    "rehearsals.web.health.HealthMiddleware",
    "rehearsals.web.metrics.MetricsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # also the styles of the page that HostMiddleware shows
    "rehearsals.web.middleware.HostMiddleware",
    "rehearsals.web.middleware.DatabaseFileMiddleware",
    "rehearsals.web.middleware.MountMiddleware",
    "cso.sign_on.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "rehearsals.staff.accounts.middleware.StaffMiddleware",  # Django's AuthenticationMiddleware
    "django.contrib.messages.middleware.MessageMiddleware",
    "cso.sign_on.middleware.SignOnMiddleware",
    "cmecf.courts.middleware.CourtMiddleware",
    "dockets.filing.middleware.FilingMiddleware",
    "rehearsals.web.middleware.RefusalMiddleware",
]
METRICS = env.bool("METRICS", default=False)
if METRICS:
    # One folder for the figures of all workers; the server empties it at its start (config.server).
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(DATA_DIR / "metrics")
    (DATA_DIR / "metrics").mkdir(exist_ok=True)
    _before, _after = (
        f"django_prometheus.middleware.Prometheus{which}Middleware" for which in ("Before", "After")
    )
    MIDDLEWARE = [_before, *MIDDLEWARE, _after]

# What the program prints: the server's address, and how to call its commands.
SITE_URL = environment.site_url()
COMMANDS = environment.COMMANDS
COMMAND_PREFIX = environment.command_prefix()

ROOT_URLCONF = "config.urls"
REHEARSAL_URLCONF = "config.rehearsal_urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [files.TEMPLATES],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rehearsals.web.context_processors.rehearsal",
                "cso.sign_on.context_processors.sign_on",
                "cmecf.courts.context_processors.court",
                "training.home.context_processors.your_step",
            ],
            "builtins": ["django.templatetags.static", "rehearsals.templatetags.components"],
        },
    },
]
FORM_RENDERER = "rehearsals.web.form_renderer.FormRenderer"

# --- data ------------------------------------------------------------------------------------
# A court time at which the whole server starts, for demonstrations (docs/decisions/0018). Empty: now.
FREEZE = env.str("FREEZE", default="")

DATABASES = {
    "default": env.database("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'db.sqlite3'}")
}
DATABASES["default"]["CONN_MAX_AGE"] = None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # With DEFERRED, a read followed by a write fails at once under load (decision 0005).
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if env.bool("PGBOUNCER", default=False):
    # Each transaction may run in another session of the database, so nothing may be kept in one.
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True
elif DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    # As with SQLite's NORMAL: a crash of the database may lose the last moment, never integrity. A
    # commit then doesn't wait for the disk: 0.05 ms instead of 4, about ten times for each attorney.
    _options = {"options": "-c synchronous_commit=off", "connect_timeout": 5}
    DATABASES["default"]["OPTIONS"] = _options | DATABASES["default"].get("OPTIONS", {})
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_server("CACHE_URL", default="locmemcache://")}
if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    # A server that hangs may delay a page by a second; pages don't need it (cmecf.site.cache).
    _timeouts = {"socket_connect_timeout": 1, "socket_timeout": 1}
    # Django's own serializer unpickles: anyone who can write into Redis could run code here.
    _bytes_only = {"serializer": "cmecf.site.cache.BytesOnly"}
    CACHES["default"]["OPTIONS"] = _timeouts | _bytes_only | CACHES["default"].get("OPTIONS", {})

DEFAULT_PACK = "nmd-2020"
GUIDES_DIR = files.DOCS
IDLE_REHEARSAL_DAYS = env.int("IDLE_REHEARSAL_DAYS", default=14)

# --- credentials ------------------------------------------------------------------------------
PASSWORD_HASHERS = ["rehearsals.security.hashers.OneSlotArgon2Hasher"]
HASH_WAIT_SECONDS = env.float("HASH_WAIT_SECONDS", default=5.0)
# How many proxies of our own are in front; only their entries of X-Forwarded-For are believed.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
# The limits of rehearsals.security.limits grow with these two.
PEOPLE_PER_ADDRESS = max(1, env.int("PEOPLE_PER_ADDRESS", default=30))
STARTS_PER_MINUTE = max(1, env.int("STARTS_PER_MINUTE", default=300))
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "rehearsals.staff.accounts.password_words.OwnWordsValidator"},
]
LOGIN_URL = "admin:login"

# --- sessions: staff at /, personas under the mount of their rehearsal ---------------------------
SESSION_ENGINE = "django.contrib.sessions.backends.db"
STAFF_SECOND_FACTOR = env.str("STAFF_SECOND_FACTOR", default="optional")
if STAFF_SECOND_FACTOR not in {"off", "optional", "required"}:
    raise ImproperlyConfigured("STAFF_SECOND_FACTOR must be off, optional or required.")
STAFF_IDLE_MINUTES = max(1, env.int("STAFF_IDLE_MINUTES", default=60))
STAFF_MAX_HOURS = max(1, env.int("STAFF_MAX_HOURS", default=12))
SESSION_COOKIE_AGE = STAFF_MAX_HOURS * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Both have the path "/", also inside of a rehearsal. No other host can set a cookie with this prefix.
# NextGenCSO has the rehearsal's path, which the prefix doesn't allow (docs/decisions/0026).
_prefix = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = f"{_prefix}sessionid", f"{_prefix}csrftoken"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_FAILURE_VIEW = "rehearsals.web.error_pages.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
REHEARSAL_COOKIE_NAME = "NextGenCSO"
SIGN_ON_IDLE_MINUTES = env.int("SIGN_ON_IDLE_MINUTES", default=30)
SIGN_ON_MAX_HOURS = env.int("SIGN_ON_MAX_HOURS", default=12)
REHEARSAL_SESSION_DAYS = 14

# --- mail and content policy: nothing leaves the machine ------------------------------------------
EMAIL_BACKEND = "rehearsals.mail.backend.MailboxBackend"
DEFAULT_FROM_EMAIL = "practice-mail@example.org"

SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = False
# How long a browser that has seen HTTPS refuses plain HTTP. It can't be taken back, so it starts at an hour.
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=3600) if HTTPS else 0
SILENCED_SYSTEM_CHECKS = [
    "fields.E180",  # asks SQLite about JSON by writing: while the file is locked, the answer would be no
    "security.W002",  # SecurityHeadersMiddleware sends X-Frame-Options, on every answer
    "security.W005",  # other names below this one, and what they use, aren't ours to decide about
    "security.W008",  # the proxy that has the certificate redirects to HTTPS (deploy/)
    "security.W021",  # the same: a place on the browsers' list can't be taken back for months
]
if HTTPS and TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Setting names as in Django 6, whose own middleware will replace ours.
SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
DATA_UPLOAD_MAX_NUMBER_FILES = 6  # a filing: the main document and five attachments at once
FILE_UPLOAD_HANDLERS = ["rehearsals.web.uploads.SmallUploads"]

# --- language and time ----------------------------------------------------------------------------
LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"  # storage; pages print the court's own zone

# --- static files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = files.COLLECTED_STATIC
STATICFILES_DIRS = [] if files.IS_INSTALLED else files.STATIC_SOURCES
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "documents": {
        "BACKEND": env.str(
            "DOCUMENTS_BACKEND", default="django.core.files.storage.FileSystemStorage"
        ),
        "OPTIONS": env.json("DOCUMENTS_OPTIONS", default=None)
        or {"location": str(DATA_DIR / "documents"), "allow_overwrite": True},
    },
    "staticfiles": {"BACKEND": "rehearsals.web.static_files.RememberingStorage"},
}
WHITENOISE_MAX_AGE = 60
WHITENOISE_ALLOW_ALL_ORIGINS = False  # our pages load them from here only
WHITENOISE_MIMETYPES = {".svg": "image/svg+xml; charset=utf-8"}

# --- logs: never what a user typed -----------------------------------------------------------------
ACCESS_LOG = env.bool("ACCESS_LOG", default=False)
LOGGING = logs.logging_config(
    level=env.str("LOG_LEVEL", default="INFO").upper(),
    form=env.str("LOG_FORMAT", default="line").lower(),
)
