#!/usr/bin/env python
"""Entry point of all management commands."""

from __future__ import annotations

import os
import secrets
import sys

# They only read and write the source tree: nothing is signed, so the secret may be one that dies with the command.
SOURCE_COMMANDS = frozenset(
    {"build_css", "compile_translations", "makemessages", "makemigrations", "help", "version", "--help", "--version"}
)


def main() -> None:
    command = sys.argv[1] if len(sys.argv) > 1 else "help"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    if command in SOURCE_COMMANDS and not {"SECRET_KEY", "SECRET_KEY_FILE"} & os.environ.keys():
        os.environ["SECRET_KEY"] = secrets.token_urlsafe(50)
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        _ = settings.INSTALLED_APPS
    except ImproperlyConfigured as error:  # said in one sentence; Django would go on without any app
        sys.exit(str(error))
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
