"""Votes. Whoever voted is a keyed hash; the key lies apart and is destroyed after the objection period."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums import Doubt
from campaigns.models.campaign import Campaign
from campaigns.models.entry import Entry
from campaigns.models.two_people import TwoPeople, two_people


class VoteKey(models.Model):
    """The secret of one campaign, in a row of its own so that no form, list or export of campaigns can show it."""

    campaign = models.OneToOneField(Campaign, on_delete=models.PROTECT, primary_key=True, related_name="vote_key")
    secret = models.BinaryField(max_length=32, null=True, editable=False)
    created_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Abstimmungsschlüssel")
        verbose_name_plural = _("Abstimmungsschlüssel")
        constraints = [
            models.CheckConstraint(
                condition=Q(destroyed_at__isnull=True, secret__isnull=False)
                | Q(destroyed_at__isnull=False, secret__isnull=True),
                name="votekey_destroyed_is_empty",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.campaign_id}"


class Ballot(models.Model):
    """One voter's ballot paper. Its receipt finds the votes in the published count."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="ballots")
    voter_key = models.CharField(max_length=64, editable=False)
    receipt = models.CharField(max_length=14, unique=True)
    cast_at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)
    network = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        verbose_name = _("Stimmzettel")
        verbose_name_plural = _("Stimmzettel")
        constraints = [
            models.UniqueConstraint(fields=["campaign", "voter_key"], name="ballot_once_per_voter"),
        ]
        indexes = [models.Index(fields=["campaign", "network", "cast_at"], name="ballot_by_network")]

    def __str__(self) -> str:
        return self.receipt


class Vote(models.Model):
    """One choice. `slot` counts from 1 to `slots`, the votes that a voter had when the ballot was cast."""

    ballot = models.ForeignKey(Ballot, on_delete=models.PROTECT, related_name="votes")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="votes")
    slot = models.PositiveSmallIntegerField()
    slots = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("Stimme")
        verbose_name_plural = _("Stimmen")
        constraints = [
            models.UniqueConstraint(fields=["ballot", "entry"], name="vote_once_per_entry"),
            models.UniqueConstraint(fields=["ballot", "slot"], name="vote_once_per_slot"),
            models.CheckConstraint(
                condition=Q(slot__gte=1, slot__lte=F("slots"), slots__lte=20), name="vote_slot_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ballot_id}: {self.slot}"


class BallotCase(TwoPeople):
    """Doubtful ballots that belong together: what was seen of them, decided on by two people for all at once."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="ballot_cases")
    kind = models.CharField(_("Anhaltspunkt"), max_length=10, choices=Doubt)
    network = models.CharField(max_length=64, blank=True, editable=False)
    begins_at = models.DateTimeField(_("erster Stimmzettel"))
    ends_at = models.DateTimeField(_("letzter Stimmzettel"))
    created_at = models.DateTimeField(_("angelegt am"))

    class Meta:
        verbose_name = _("Fall")
        verbose_name_plural = _("Fälle")
        ordering = ["-created_at", "-pk"]
        constraints = [two_people("ballotcase_two_people")]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.kind}"


class SetAside(TwoPeople):
    """A doubtful ballot. One person proposes, another decides; the ballot and its votes stay stored either way."""

    ballot = models.OneToOneField(Ballot, on_delete=models.PROTECT, primary_key=True, related_name="set_aside")
    case = models.ForeignKey(BallotCase, on_delete=models.PROTECT, null=True, related_name="set_aside")
    doubts = models.JSONField(_("Anhaltspunkte"), default=list)
    created_at = models.DateTimeField(_("zurückgestellt am"))

    class Meta:
        verbose_name = _("zurückgestellter Stimmzettel")
        verbose_name_plural = _("zurückgestellte Stimmzettel")
        constraints = [two_people("setaside_two_people")]

    def __str__(self) -> str:
        return f"{self.ballot_id}"

    @property
    def doubt_labels(self) -> list[str]:
        """What made the ballot doubtful, in words."""
        return [str(Doubt(doubt).label) for doubt in self.doubts]
