"""What can be done on the site beyond writing pages, one verb each."""

from __future__ import annotations

from home.actions.feedback import close_feedback, hand_in_feedback, note_feedback, purge_feedback, reopen_feedback
from home.actions.viewpoints import start_viewpoint

__all__ = [
    "close_feedback",
    "hand_in_feedback",
    "note_feedback",
    "purge_feedback",
    "reopen_feedback",
    "start_viewpoint",
]
