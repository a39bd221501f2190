"""What can be done with accounts."""

from __future__ import annotations

from cms.accounts.actions.account import (
    confirm_address,
    delete_account,
    end_other_sessions,
    invite,
    rename,
    request_deletion,
    set_account,
    sign_up,
    withdraw_deletion,
)
from cms.accounts.actions.roles import grant_role, revoke_role

__all__ = [
    "confirm_address",
    "delete_account",
    "end_other_sessions",
    "grant_role",
    "invite",
    "rename",
    "request_deletion",
    "revoke_role",
    "set_account",
    "sign_up",
    "withdraw_deletion",
]
