"""The site's settings for the tests: nothing of the developer's environment but DATABASE_URL, nothing left behind."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

SCRATCH = tempfile.TemporaryDirectory(prefix="stadtblick-test-", ignore_cleanup_errors=True)
(Path(SCRATCH.name) / "static").mkdir()

ENVIRONMENT = {
    "DEBUG": "false",
    "DEMO": "false",
    "DEMO_ONE_STEP_LOGIN": "false",
    "SECRET_KEY": "only-for-the-tests-but-long-enough-to-pass-the-checks-0123456789",
    "ALLOWED_HOSTS": "localhost,127.0.0.1,testserver",
    "BASE_URL": "http://testserver",
    "DATA_DIR": SCRATCH.name,
    "TASKS_IMMEDIATE": "true",
    "TRUSTED_PROXIES": "0",
    "DATABASE_URL": os.environ.get("DATABASE_URL") or f"sqlite:///{SCRATCH.name}/db.sqlite3",
}
for name in [name for name in os.environ if name.startswith(("S3_", "EMAIL_", "REDIS_"))]:
    del os.environ[name]
os.environ.update(ENVIRONMENT)

from cms.settings import *  # noqa: E402, F403
from cms.settings import DATABASES, LOGGING, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Names of static files without a hash: the tests need no collectstatic.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# Tests change what they look at behind the site's back; those of the page cache switch it on.
PAGE_CACHE_SECONDS = 0
# Every saved page starts tasks that each tell twice how they are; nobody reads that here.
LOGGING["loggers"]["django_tasks"] = {"handlers": [], "level": "WARNING", "propagate": True}
# A migrated PostgreSQL database from which each worker's own is copied; tests.run prepares it.
if template := os.environ.get("TEST_DATABASE_TEMPLATE"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": template}
