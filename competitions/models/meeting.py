"""The panel's meeting: what is on the table, what was said about it, what was voted on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from competitions.enums import AgendaOrder, VoteChoice

from .candidate import Candidate
from .panel import PanelMember
from .stage import Stage


class Meeting(models.Model):
    """One meeting per stage. `current` is what everybody sees; open from `started_at` until `ended_at`."""

    stage = models.OneToOneField(Stage, on_delete=models.PROTECT, related_name="meeting", verbose_name=_("Stufe"))
    current = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("aufgerufen")
    )
    order = models.CharField(
        _("Reihenfolge"), max_length=10, choices=AgendaOrder.choices, default=AgendaOrder.RANK.value
    )
    started_at = models.DateTimeField(_("eröffnet am"))
    ended_at = models.DateTimeField(_("geschlossen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Sitzung")
        verbose_name_plural = _("Sitzungen")

    def __str__(self) -> str:
        return str(self.stage)

    @property
    def is_open(self) -> bool:
        return self.ended_at is None


class MeetingComment(models.Model):
    """One remark on a candidate. Without a member it is the chair's."""

    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="comments")
    member = models.ForeignKey(PanelMember, on_delete=models.PROTECT, null=True, blank=True, related_name="comments")
    text = models.TextField(_("Wortmeldung"))
    made_at = models.DateTimeField(_("am"))

    class Meta:
        verbose_name = _("Wortmeldung")
        verbose_name_plural = _("Wortmeldungen")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="competitions_meetingcomment_with_text"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Motion(models.Model):
    """One motion on one candidate; a stage has at most one that is open."""

    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="motions", verbose_name=_("Stufe"))
    candidate = models.ForeignKey(
        Candidate, on_delete=models.PROTECT, related_name="motions", verbose_name=_("Kandidat")
    )
    text = models.CharField(_("Antrag"), max_length=300)
    opened_at = models.DateTimeField(_("gestellt am"))
    closed_at = models.DateTimeField(_("geschlossen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Antrag")
        verbose_name_plural = _("Anträge")
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["stage"], condition=Q(closed_at__isnull=True), name="competitions_motion_one_open"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="competitions_motion_with_text"),
        ]

    def __str__(self) -> str:
        return self.text


class MotionVote(models.Model):
    """One member's vote on one motion, given once. Long after the decision the name goes, the vote stays."""

    motion = models.ForeignKey(Motion, on_delete=models.PROTECT, related_name="votes", verbose_name=_("Antrag"))
    member = models.ForeignKey(
        PanelMember,
        on_delete=models.PROTECT,
        null=True,
        related_name="motion_votes",
        verbose_name=_("Jurymitglied"),
    )
    choice = models.CharField(_("Stimme"), max_length=8, choices=VoteChoice.choices)
    cast_at = models.DateTimeField(_("abgegeben am"))

    class Meta:
        verbose_name = _("Stimme zu einem Antrag")
        verbose_name_plural = _("Stimmen zu Anträgen")
        ordering = ["motion", "member"]
        constraints = [
            models.UniqueConstraint(fields=["motion", "member"], name="competitions_motionvote_once"),
            models.CheckConstraint(
                condition=Q(choice__in=VoteChoice.values), name="competitions_motionvote_known_choice"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.motion}: {self.get_choice_display()}"
