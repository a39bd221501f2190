"""Makes the addresses in a plain text followable; only our own and ordinary web addresses become links."""

from __future__ import annotations

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

ADDRESS = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])")


def linked(text: str) -> SafeString:
    """Return the text as HTML with its web addresses as links."""
    parts = ADDRESS.split(text)  # text, address, text, address, … text
    return format_html_join(
        "", "{}", ((format_html('<a href="{0}">{0}</a>', part) if i % 2 else part,) for i, part in enumerate(parts))
    )
