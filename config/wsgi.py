import os

from django.core.wsgi import get_wsgi_application

from rehearsals.web.wsgi import only_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = only_utf8(get_wsgi_application())
