"""Who may look over everybody's shoulder."""

from __future__ import annotations

from typing import Any


def may_read_trail(user: Any) -> bool:
    """The office and the administration read the audit trail and the retention table."""
    return bool(user.is_authenticated) and user.has_role("office")
