"""People with an account and the roles they hold."""

from __future__ import annotations

from cms.accounts.models.grant import RoleGrant
from cms.accounts.models.user import User, UserManager

__all__ = ["RoleGrant", "User", "UserManager"]
