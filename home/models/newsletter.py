"""The newsletter: who asked for it, about what, and the issues with what became of each."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.models import Orderable

from home.enums import DeliveryState, IssueState, SubscriberState

if TYPE_CHECKING:
    from datetime import datetime


class NewsletterTopic(models.Model):
    name = models.CharField(_("Thema"), max_length=60, unique=True)
    text = models.CharField(_("Worum es geht"), max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(_("Reihenfolge"), default=0)
    is_offered = models.BooleanField(_("wird angeboten"), default=True)

    class Meta:
        verbose_name = _("Thema des Newsletters")
        verbose_name_plural = _("Themen des Newsletters")
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class SubscriberQuerySet(models.QuerySet["Subscriber"]):
    def confirmed(self) -> SubscriberQuerySet:
        """Return those who have proven that the address is theirs."""
        return self.filter(state=SubscriberState.CONFIRMED)


class Subscriber(models.Model):
    """One address. Who leaves is deleted; the plain links are in the mails alone."""

    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(_("E-Mail-Adresse"), max_length=254, unique=True)
    topics = models.ManyToManyField(NewsletterTopic, verbose_name=_("Themen"), related_name="subscribers")
    state = models.CharField(
        _("Stand"), max_length=12, choices=SubscriberState.choices, default=SubscriberState.PENDING
    )
    consent_text = models.TextField(_("Einwilligung im Wortlaut"))
    asked_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("angemeldet"), db_index=True)
    confirmed_at = models.DateTimeField(_("bestätigt"), null=True, blank=True)
    confirm_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 - unique
    link_digest = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 - unique

    objects = SubscriberQuerySet.as_manager()

    class Meta:
        verbose_name = _("Adresse des Newsletters")
        verbose_name_plural = _("Adressen des Newsletters")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="pending", confirmed_at=None)
                | models.Q(state="confirmed", confirmed_at__isnull=False),
                name="home_subscriber_confirmed_has_moment",
            )
        ]

    def __str__(self) -> str:
        return str(self.key)


class NewsletterIssue(ClusterableModel):
    subject = models.CharField(
        _("Betreff"), max_length=120, help_text=_("Sagt, was drinsteht. Am besten unter 60 Zeichen.")
    )
    intro = models.TextField(
        _("Einleitung"), max_length=3000, blank=True, help_text=_("Leere Zeilen trennen Absätze. Ohne Formatierung.")
    )
    topics = ParentalManyToManyField(
        NewsletterTopic,
        verbose_name=_("Themen"),
        blank=True,
        related_name="issues",
        help_text=_("An alle, die eines dieser Themen gewählt haben. Ohne Auswahl: an alle."),
    )
    slug = models.SlugField(_("Adresse"), max_length=120, unique=True, editable=False, null=True)  # noqa: DJ001 - unique
    state = models.CharField(
        _("Stand"), max_length=8, choices=IssueState.choices, default=IssueState.DRAFT, editable=False
    )
    contents = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(_("angelegt"), auto_now_add=True)
    started_at = models.DateTimeField(_("Versand begonnen"), null=True, editable=False)
    finished_at = models.DateTimeField(_("Versand beendet"), null=True, editable=False)
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gesendet von"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Ausgabe des Newsletters")
        verbose_name_plural = _("Ausgaben des Newsletters")
        ordering = ["-started_at", "-pk"]

    def __str__(self) -> str:
        return self.subject

    def get_absolute_url(self) -> str:
        return reverse("home:newsletter_issue", args=[self.slug])

    @property
    def is_draft(self) -> bool:
        return self.state == IssueState.DRAFT

    @property
    def paragraphs(self) -> list[str]:
        """Return the introduction in paragraphs."""
        parts = self.intro.replace("\r\n", "\n").split("\n\n")
        return [part.strip() for part in parts if part.strip()]


class NewsletterItem(Orderable):
    """One page that an issue tells about, in words of its own or with the page's teaser."""

    issue = ParentalKey(NewsletterIssue, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey("wagtailcore.Page", verbose_name=_("Seite"), on_delete=models.CASCADE, related_name="+")
    text = models.TextField(
        _("Text"), max_length=400, blank=True, help_text=_("Ohne eigenen Text steht hier der Teaser der Seite.")
    )

    panels: ClassVar[list[Any]] = [PageChooserPanel("page"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("Beitrag einer Ausgabe")
        verbose_name_plural = _("Beiträge einer Ausgabe")


class NewsletterDelivery(models.Model):
    """That one reader gets one issue, once; `mail_key` finds the mail as long as it is under way."""

    issue = models.ForeignKey(NewsletterIssue, on_delete=models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    state = models.CharField(max_length=8, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    link_digest = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - unique
    mail_key = models.UUIDField(null=True)
    handed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Zustellung")
        verbose_name_plural = _("Zustellungen")
        indexes = [models.Index(fields=["issue", "state"], name="home_delivery_state")]
        constraints = [
            models.UniqueConstraint(fields=["issue", "subscriber"], name="home_delivery_once_per_reader"),
        ]

    def __str__(self) -> str:
        return f"{self.issue_id}: {self.state}"
