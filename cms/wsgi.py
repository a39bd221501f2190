"""WSGI entry point for the web process."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")

application = get_wsgi_application()

from cms.core.checks import refuse_unsafe_start  # noqa: E402 - needs the settings that the line above has loaded

refuse_unsafe_start()
