"""The office's lists in the admin."""

from __future__ import annotations

from home.viewsets.feedback import feedback_viewset
from home.viewsets.viewpoints import entry_chooser_viewset

__all__ = ["entry_chooser_viewset", "feedback_viewset"]
