"""Who belongs to the members' area, to which groups, and what others may know about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.accounts.enums import Role
from cms.accounts.second_factor import is_passed

if TYPE_CHECKING:
    from cms.accounts.models import User

KEEPERS = (Role.EDITOR, Role.OFFICE)


class Membership(models.Model):
    """What a member's account has beside its role; ending the membership deletes it."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, verbose_name=_("Konto"), on_delete=models.CASCADE, related_name="membership"
    )
    partner = models.ForeignKey(
        "home.Partner",
        verbose_name=_("Partner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="memberships",
    )
    groups = models.ManyToManyField(
        "home.GroupPage", verbose_name=_("Arbeitsgruppen"), blank=True, related_name="memberships"
    )
    since = models.DateField(_("Mitglied seit"), default=timezone.localdate)
    is_listed = models.BooleanField(_("Im Verzeichnis der Mitglieder stehen"), default=False)
    task = models.CharField(_("Aufgabe"), max_length=120, blank=True)
    about = models.TextField(_("Woran arbeiten Sie?"), max_length=400, blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    shows_email = models.BooleanField(_("E-Mail-Adresse zeigen"), default=False)

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        ordering = ["user__name", "pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def group_names(self) -> str:
        return ", ".join(group.title for group in self.groups.all())


@dataclass(frozen=True)
class Reader:
    """Somebody who may be in the members' area; those who keep it see every group."""

    user: User
    is_keeper: bool
    group_ids: frozenset[int]

    def may_read(self, group_id: int | None) -> bool:
        """What belongs to no group is everybody's; what belongs to one is its members'."""
        return group_id is None or self.is_keeper or group_id in self.group_ids


def reader_at(request: HttpRequest) -> Reader | None:
    """Return the member behind a request, or one of those who keep the area, with their second factor; else nothing."""
    known: Reader | None = getattr(request, "_members_reader", None)
    user = request.user
    if known is not None or not user.is_authenticated:
        return known
    is_keeper = any(map(user.has_role, KEEPERS)) and is_passed(request)
    if not is_keeper and not user.has_role(Role.MEMBER):
        return None
    groups = Membership.groups.through.objects.filter(membership__user=user).values_list("grouppage_id", flat=True)
    known = Reader(user, is_keeper, frozenset(groups))
    request._members_reader = known  # type: ignore[attr-defined]
    return known
