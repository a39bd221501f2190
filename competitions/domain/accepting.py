"""What a juror promises: the words change with the version, which is stored beside the promise."""

from __future__ import annotations

CONFIDENTIALITY_VERSION = "2026-1"
"""Of the words in templates/competitions/jury/partials/confidentiality.html."""
