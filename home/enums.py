"""Choices of the pages, with German labels."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ImageLicence(TextChoices):
    PERMISSION = "permission", _("mit Erlaubnis, alle Rechte vorbehalten")
    CC_BY = "cc-by-4.0", _("CC BY 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("CC BY-SA 4.0")
    CC0 = "cc0-1.0", _("CC0 1.0")
    PUBLIC_DOMAIN = "public-domain", _("gemeinfrei")


class DocumentKind(TextChoices):
    STRATEGY = "strategy", _("Strategie")
    REPORT = "report", _("Bericht")
    AGREEMENT = "agreement", _("Vereinbarung")
    STUDY = "study", _("Studie")
    MINUTES = "minutes", _("Dokumentation")
    POSITION = "position", _("Positionspapier")
    RULES = "rules", _("Bedingungen")
    OTHER = "other", _("Unterlage")


class DateKind(TextChoices):
    ALLIANCE = "alliance", _("Bündnis")
    GROUP = "group", _("Arbeitsgruppen")
    OTHER = "other", _("Weitere Termine")


class FeedbackKind(TextChoices):
    HINT = "hint", _("Hinweis")
    BARRIER = "barrier", _("Barriere")


class FeedbackState(TextChoices):
    OPEN = "open", _("offen")
    DONE = "done", _("erledigt")


class PartnerKind(TextChoices):
    STATE = "state", _("Land")
    MUNICIPALITY = "municipality", _("Städte, Gemeinden und Kreise")
    CHAMBER = "chamber", _("Kammern")
    ASSOCIATION = "association", _("Verbände")
    NETWORK = "network", _("Netzwerke und Vereine")
    TOURISM = "tourism", _("Tourismus")
    SCIENCE = "science", _("Wissenschaft")
    BUSINESS = "business", _("Unternehmen")


class ProjectStatus(TextChoices):
    PROPOSED = "proposed", _("vorgeschlagen")
    PLANNED = "planned", _("in Vorbereitung")
    RUNNING = "running", _("läuft")
    DONE = "done", _("abgeschlossen")
