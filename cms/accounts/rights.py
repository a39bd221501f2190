"""Roles as Wagtail understands them: one group per role, its rights written here and nowhere else.

`sync_rights` runs after every migration and may run any number of times; rights given
to these groups by hand are taken back. Administrators are superusers and need no rights.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connections, router, transaction

from cms.accounts.enums import Role

ADMIN_ACCESS = ("wagtailadmin.access_admin",)
PAGES = ("add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page")
COLLECTIONS = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)
TRANSLATION = ("wagtail_localize.submit_translation",)

# role → (models of these apps it may add, change, delete and view; further rights)
APP_RIGHTS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: ("home",),
    Role.OFFICE: ("campaigns", "competitions"),
}
FURTHER_RIGHTS: dict[Role, tuple[str, ...]] = {
    Role.EDITOR: (*ADMIN_ACCESS, *TRANSLATION, "wagtailredirects.add_redirect", "wagtailredirects.change_redirect"),
    Role.MODERATOR: ADMIN_ACCESS,
    Role.OFFICE: (
        *ADMIN_ACCESS,
        "places.view_municipality",
        "home.view_feedback",
        "home.change_feedback",
        "home.delete_feedback",
        "home.change_sitesettings",
        "home.add_partner",
        "home.change_partner",
        "home.delete_partner",
        "home.view_partner",
        "home.add_person",
        "home.change_person",
        "home.delete_person",
        "home.view_person",
    ),
    Role.ADMIN: ADMIN_ACCESS,
}
# the office writes no pages; what it releases is published in its name
PAGE_RIGHTS: dict[Role, tuple[str, ...]] = {Role.EDITOR: PAGES, Role.OFFICE: ("publish_page",)}
COLLECTION_RIGHTS: dict[Role, tuple[str, ...]] = {Role.EDITOR: COLLECTIONS, Role.OFFICE: COLLECTIONS}
GROUP_NAMES: dict[Role, str] = {
    Role.EDITOR: "Redaktion",
    Role.MODERATOR: "Moderation",
    Role.OFFICE: "Geschäftsstelle",
    Role.JUROR: "Jury",
    Role.APPLICANT: "Bewerbung",
    Role.MEMBER: "Mitglieder",
    Role.ADMIN: "Administration",
}
UNUSED_WAGTAIL_GROUPS = ("Editors", "Moderators")
NEEDED_TABLES = frozenset({"wagtailcore_page", "wagtailcore_grouppagepermission", "accounts_user_groups"})


def group_name(role: Role) -> str:
    """Return the name of the role's group; fixed, whatever the language of the moment."""
    return GROUP_NAMES[role]


def sync_rights_after_migrate(sender: AppConfig, using: str, **_kwargs: Any) -> None:
    """Bring the groups in line once all tables exist (receiver of post_migrate)."""
    if not router.allow_migrate_model(using, Group):
        return
    if set(connections[using].introspection.table_names()) >= NEEDED_TABLES:
        sync_rights(using=using)


def sync_rights(*, using: str = "default") -> None:
    """Give every role's group exactly the rights listed above."""
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0, interactive=False, using=using)
    with transaction.atomic(using=using):
        for role in Role:
            group, _is_new = Group.objects.using(using).get_or_create(name=group_name(role))
            group.permissions.set(_permissions(role, using))
            _sync_pages(group, PAGE_RIGHTS.get(role, ()), using)
            _sync_collections(group, COLLECTION_RIGHTS.get(role, ()), using)
        Group.objects.using(using).filter(name__in=UNUSED_WAGTAIL_GROUPS, user__isnull=True).delete()


def _permissions(role: Role, using: str) -> list[Permission]:
    everything = Permission.objects.using(using).select_related("content_type")
    whole_apps = everything.filter(content_type__app_label__in=APP_RIGHTS.get(role, ()))
    return [*whole_apps, *_named(FURTHER_RIGHTS.get(role, ()), using)]


def _named(names: Iterable[str], using: str) -> list[Permission]:
    """Return the permissions called „app.codename“; KeyError names one that does not exist."""
    wanted = {tuple(name.split(".", 1)) for name in names}
    known = {
        (permission.content_type.app_label, permission.codename): permission
        for permission in Permission.objects.using(using)
        .filter(content_type__app_label__in={app for app, _codename in wanted})
        .select_related("content_type")
    }
    return [known[name] for name in sorted(wanted)]


def _sync_pages(group: Group, codenames: tuple[str, ...], using: str) -> None:
    from wagtail.models import GroupPagePermission, Page

    root = Page.objects.using(using).filter(depth=1).first()
    held = GroupPagePermission.objects.using(using).filter(group=group)
    held.exclude(page=root, permission__codename__in=codenames).delete()
    if root is None:
        return
    for permission in _named([f"wagtailcore.{codename}" for codename in codenames], using):
        GroupPagePermission.objects.using(using).get_or_create(group=group, page=root, permission=permission)


def _sync_collections(group: Group, names: tuple[str, ...], using: str) -> None:
    from wagtail.models import Collection, GroupCollectionPermission

    root = Collection.objects.using(using).filter(depth=1).first()
    permissions = _named(names, using)
    held = GroupCollectionPermission.objects.using(using).filter(group=group)
    held.exclude(collection=root, permission__in=permissions).delete()
    if root is None:
        return
    for permission in permissions:
        GroupCollectionPermission.objects.using(using).get_or_create(
            group=group, collection=root, permission=permission
        )
