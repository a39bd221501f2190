"""A person with an account: known by the e-mail address, never by a user name or a password."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import STAFF_ROLES, Role


class UserManager(BaseUserManager["User"]):
    """Creates people without a password: the code from the mail is the key."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Store a new person; raise ValueError without an address. No password is kept: none is ever asked for."""
        if not email:
            raise ValueError("An account needs an e-mail address.")
        user = self.model(email=email, **fields)
        user.set_unusable_password()
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> User:
        """Store a new administrator (manage.py createsuperuser)."""
        return self.create_user(email, password, **{**fields, "is_staff": True, "is_superuser": True})

    def get_by_natural_key(self, username: str | None) -> User:
        """Find by address, whatever its case."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """One person. `key` is the public handle; the numeric id stays inside."""

    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(
        _("E-Mail-Adresse"),
        max_length=254,
        unique=True,
        error_messages={"unique": _("Zu dieser Adresse gibt es schon ein Konto.")},
    )
    name = models.CharField(_("Name"), max_length=150, blank=True)
    is_staff = models.BooleanField(_("darf in die Verwaltung"), default=False)
    is_active = models.BooleanField(_("aktiv"), default=True)
    date_joined = models.DateTimeField(_("angelegt am"), default=timezone.now, editable=False)
    deletion_requested_at = models.DateTimeField(_("Löschung erbeten am"), null=True, blank=True, editable=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        ordering = ["email"]
        constraints = [models.UniqueConstraint(Lower("email"), name="accounts_user_email_any_case")]

    def __str__(self) -> str:
        return self.get_full_name()

    def clean(self) -> None:
        """Bring the address into its one stored form before it is checked for being unique."""
        self.email = self.email.strip().lower()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store the address in lower case: one mailbox, one account."""
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)

    def get_full_name(self) -> str:
        """The name, or the address as long as none is known."""
        return self.name or self.email

    @property
    def first_name(self) -> str:
        """What Wagtail's sidebar shows."""
        return self.get_short_name()

    def get_short_name(self) -> str:
        """The first word of the name, or the address."""
        return self.name.split()[0] if self.name.strip() else self.email

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles held now; read once per object (see `forget_roles`)."""
        if not self.is_active:
            return frozenset()
        held = {Role(value) for value in self.role_grants.values_list("role", flat=True)}
        return frozenset(held | {Role.ADMIN}) if self.is_superuser else frozenset(held)

    def forget_roles(self) -> None:
        """Drop the cached roles after a change."""
        self.__dict__.pop("roles", None)

    def has_role(self, role: Role) -> bool:
        """Whether the person holds ROLE; an administrator holds every staff role."""
        return role in self.roles or (Role.ADMIN in self.roles and role in STAFF_ROLES)

    @property
    def role_labels(self) -> list[str]:
        """The names of the roles, in the order in which they are declared."""
        return [str(role.label) for role in Role if role in self.roles]

    @property
    def may_administer(self) -> bool:
        """Whether /verwaltung/ is open to this person (with a second factor)."""
        return bool(self.roles & STAFF_ROLES)
