"""The people of the office: who does what, and how to reach them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from home.blocks import BodyBlocks
from home.models.base import SitePage


class Person(models.Model):
    role = models.CharField(_("Aufgabe"), max_length=80, help_text=_("Zum Beispiel „Projektleitung“."))
    name = models.CharField(
        _("Name"), max_length=120, blank=True, help_text=_("Nur mit Einverständnis. Leer: Es steht nur die Aufgabe da.")
    )
    duties = models.CharField(_("Zuständig für"), max_length=200, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    image = models.ForeignKey(
        "home.SiteImage",
        verbose_name=_("Bild"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Nur mit Einverständnis."),
    )

    panels: ClassVar[list[Any]] = [FieldPanel(name) for name in ("role", "name", "duties", "email", "phone", "image")]

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        ordering = ["role", "name"]

    def __str__(self) -> str:
        return f"{self.role}: {self.name}" if self.name else self.role


class TeamPage(SitePage):
    body = StreamField(BodyBlocks(), verbose_name=_("Inhalt"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "home.GroupIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "home/team_page.html"
    content_panels: ClassVar[list[Any]] = [
        *SitePage.intro_panels,
        InlinePanel("members", heading=_("Wer wofür da ist"), label=_("Person")),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[Any]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Geschäftsstelle")
        verbose_name_plural = _("Geschäftsstellen")


class TeamMember(Orderable):
    page = ParentalKey(TeamPage, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, verbose_name=_("Person"), on_delete=models.CASCADE, related_name="+")

    panels: ClassVar[list[Any]] = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        verbose_name = _("Person")
        verbose_name_plural = _("Personen")
        constraints = [
            models.UniqueConstraint(
                fields=["page", "person"],
                name="home_team_member_once",
                violation_error_message=_("Diese Person steht schon in der Liste."),
            )
        ]
