"""What one person proposes and another decides, both with a reason; the database refuses the same person twice."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class TwoPeople(models.Model):
    """Proposal and decision whether to leave something out of the count."""

    proposes_exclusion = models.BooleanField(_("Vorschlag: nicht werten"), null=True)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("erste Person")
    )
    proposed_at = models.DateTimeField(null=True)
    proposal_reason = models.TextField(_("Begründung der ersten Person"), blank=True)
    is_excluded = models.BooleanField(_("nicht gewertet"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("zweite Person")
    )
    decided_at = models.DateTimeField(null=True)
    decision_reason = models.TextField(_("Begründung der zweiten Person"), blank=True)

    class Meta:
        abstract = True


def two_people(name: str) -> models.CheckConstraint:
    """The constraint: no decision without a proposal by somebody else."""
    return models.CheckConstraint(
        condition=Q(is_excluded=None)
        | (Q(decided_by__isnull=False, proposed_by__isnull=False) & ~Q(decided_by=F("proposed_by"))),
        name=name,
    )
