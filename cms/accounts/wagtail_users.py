"""Wagtail's app for users, showing our accounts and roles instead of user names, passwords and groups."""

from __future__ import annotations

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "cms.accounts.viewsets.AccountViewSet"
    group_viewset = "cms.accounts.viewsets.RoleGroupViewSet"
