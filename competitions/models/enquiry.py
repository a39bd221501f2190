"""Questions to the office about a stage; answers may be published to all, in words that name nobody."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .application import Application
from .stage import Stage


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Sets of questions."""

    def open(self) -> EnquiryQuerySet:
        return self.filter(answered_at__isnull=True)

    def published(self) -> EnquiryQuerySet:
        """What everybody may read, in the order in which it was answered."""
        return self.filter(published_at__isnull=False).order_by("answered_at", "pk")


class Enquiry(models.Model):
    """One question. `wording` is the question as everybody may read it; without an account `email` gets the answer."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="enquiries", verbose_name=_("Stufe"))
    application = models.ForeignKey(
        Application,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("Bewerbung"),
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    text = models.TextField(_("Frage"), max_length=2000)
    asked_at = models.DateTimeField(_("gefragt am"))
    answer = models.TextField(_("Antwort"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(_("beantwortet am"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    wording = models.TextField(_("Frage, wie alle sie lesen"), max_length=2000, blank=True)
    published_at = models.DateTimeField(_("veröffentlicht am"), null=True, blank=True)

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("Frage an die Geschäftsstelle")
        verbose_name_plural = _("Fragen an die Geschäftsstelle")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="competitions_enquiry_says_something"),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | ~Q(answer=""), name="competitions_enquiry_answered_in_words"
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True) | (Q(answered_at__isnull=False) & ~Q(wording="")),
                name="competitions_enquiry_published_with_answer",
            ),
        ]
        indexes = [models.Index(fields=["stage", "answered_at"], name="enquiry_inbox_idx")]

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def reply_address(self) -> str:
        """Where the answer goes; empty once the account or the address is gone."""
        return self.asked_by.email if self.asked_by else self.email
