"""How the web server runs; `make demo` and a real installation both read this file."""

import os

wsgi_app = "config.wsgi"
bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"

# Threads, so that people who wait for a password check do not hold up everybody else's pages.
worker_class = "gthread"
workers = int(os.environ.get("WORKERS", "2"))
threads = int(os.environ.get("THREADS", "8"))

# Loaded once and then forked: the workers share the code's memory. No connection is open by then.
preload_app = True

timeout = 60
graceful_timeout = 20
keepalive = 5

# No control socket in the home folder; no access log, whose query strings may carry what was typed.
control_socket_disable = True
accesslog = None
loglevel = "warning"

# Forwarded headers are believed by config.settings alone, and only when TRUSTED_PROXIES says so.
forwarded_allow_ips = ""
