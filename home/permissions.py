"""Who may do what with feedback: only visitors write it, staff with the right reads and answers."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, Q, QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from cms.accounts.enums import Role
from cms.accounts.models import User


class ReceivedPolicy(ModelPermissionPolicy):
    """Nobody adds what only visitors send, not even an administrator."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class RolesPolicy(ModelPermissionPolicy):
    """Holders of one of the roles do everything but what is `never` done by hand; nobody else sees anything."""

    def __init__(self, model: type[Model], *roles: Role, never: tuple[str, ...] = ()) -> None:
        super().__init__(model)
        self.roles, self.never = roles, never

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in self.never and bool(user.is_authenticated) and any(map(user.has_role, self.roles))

    def users_with_any_permission(self, actions: Any) -> QuerySet[User]:
        held = Q(role_grants__role__in=[*self.roles, Role.ADMIN])
        return User.objects.filter(held, is_active=True).distinct()
