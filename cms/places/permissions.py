"""Who may do what with the register of municipalities."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser


def may_import_register(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether this person keeps the register up to date: who may look at it in the admin (the office)."""
    return user.is_authenticated and user.has_perm("places.view_municipality")
