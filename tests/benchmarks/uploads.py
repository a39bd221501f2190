"""Uploads over HTTP while the worker is killed; UPLOADS and UPLOAD_CLIENTS may ask for fewer than 500 by 20."""

from __future__ import annotations

from typing import Any

DATABASE = "postgres"


def run() -> dict[str, Any]:
    from tests.campaigns.measuring import uploads_killed

    return uploads_killed.run()
