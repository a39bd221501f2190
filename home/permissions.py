"""Who may do what with feedback: only visitors write it, staff with the right reads and answers."""

from __future__ import annotations

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy


class ReceivedPolicy(ModelPermissionPolicy):
    """Nobody adds what only visitors send, not even an administrator."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)
