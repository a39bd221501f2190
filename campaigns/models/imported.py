"""A post found on Instagram: private, and nothing of it takes part until its author says so by link."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.enums import PostState
from campaigns.models.campaign import Campaign
from campaigns.models.entry import Entry


class InstagramPost(models.Model):
    """One photo with the campaign's hashtag. Only the digest of the link for its author is stored."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="instagram_posts")
    media_id = models.CharField(max_length=64)
    permalink = models.URLField(_("Beitrag bei Instagram"), max_length=500, blank=True)
    username = models.CharField(_("Konto"), max_length=60, blank=True)
    caption = models.TextField(_("Text"), blank=True)
    posted_at = models.DateTimeField(_("veröffentlicht am"), null=True)
    photo = models.CharField(max_length=200, editable=False)
    state = models.CharField(_("Stand"), max_length=10, choices=PostState, default=PostState.FOUND)
    fetched_at = models.DateTimeField(_("abgeholt am"))
    digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)
    entry = models.OneToOneField(Entry, on_delete=models.SET_NULL, null=True, related_name="instagram_post")

    class Meta:
        verbose_name = _("Fund bei Instagram")
        verbose_name_plural = _("Funde bei Instagram")
        ordering = ["-fetched_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["campaign", "media_id"], name="instagrampost_once")]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.media_id}"
