"""Kinds of municipality as the official register tells them apart (Textkennzeichen)."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """The legal kind of a municipality."""

    CITY = "city", _("kreisfreie Stadt")
    TOWN = "town", _("Stadt")
    MARKET = "market", _("Markt")
    VILLAGE = "village", _("Gemeinde")
    UNINCORPORATED = "unincorporated", _("gemeindefreies Gebiet")
