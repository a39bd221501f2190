"""What the start page of the demo's alliance weighs on the way: HTML, styles and scripts, each compressed."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

DATABASE = "sqlite"


def run() -> dict[str, Any]:
    from django.conf import settings
    from django.contrib.staticfiles.finders import find
    from django.test import Client
    from django.utils import timezone

    from cms.demo.pages import PICTURES, load_pages
    from tests.home.factories import phone_jpeg

    load_pages(timezone.now(), dict.fromkeys(PICTURES, phone_jpeg(1200, 900)))
    response = Client().get("/")
    assert response.status_code == 200, response.status_code
    linked = re.findall(rf'(?:href|src)="{re.escape(settings.STATIC_URL)}([^"]+\.(?:css|js))"', response.text)
    parts = {"html": response.content, **{name: Path(str(find(name))).read_bytes() for name in linked}}
    sizes = {name: len(gzip.compress(part)) / 1000 for name, part in parts.items()}
    return {
        "work": "start page: HTML, CSS and JS, compressed",
        "measured": sum(sizes.values()),
        "budget": 60,
        "at": "most",
        "unit": "kB",
        "note": ", ".join(f"{name} {size:.1f}" for name, size in sizes.items()),
    }
