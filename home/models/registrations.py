"""Who comes to an event. The record counts the places; it belongs to the event in all its languages."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.core.signing import BadSignature, Signer
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from home.enums import RegistrationState
from home.models.events import EventPage

if TYPE_CHECKING:
    from datetime import datetime

_signer = Signer(salt="home.EventRegistration", sep=".")


class EventRecord(models.Model):
    """What is known about an event beyond its page: places taken, and what was last told to the world.

    Not on the page, because publishing an older draft would bring back an older count.
    """

    key = models.UUIDField(_("Kennung"), unique=True, editable=False)  # EventPage.translation_key
    taken = models.PositiveIntegerField(_("vergebene Plätze"), default=0, editable=False)
    sequence = models.PositiveIntegerField(_("Fassung"), default=0, editable=False)
    start: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Beginn"), editable=False)
    end: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Ende"), editable=False)
    where = models.CharField(_("Ort"), max_length=300, blank=True, editable=False)
    is_cancelled = models.BooleanField(_("abgesagt"), default=False, editable=False)

    class Meta:
        verbose_name = _("Stand eines Termins")
        verbose_name_plural = _("Stand der Termine")

    def __str__(self) -> str:
        return str(self.key)

    @cached_property
    def page(self) -> EventPage | None:
        """The event's page in the language it was written in, published or not."""
        found = EventPage.objects.filter(translation_key=self.key, alias_of=None).select_related(
            "locale", "municipality"
        )
        return min(found, key=lambda page: (not page.live, page.pk), default=None)


class EventRegistration(models.Model):
    key = models.UUIDField(_("Kennung"), default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(
        EventRecord, verbose_name=_("Termin"), on_delete=models.CASCADE, related_name="registrations"
    )
    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("E-Mail-Adresse"))
    email_folded = models.CharField(max_length=254, editable=False)
    language = models.CharField(max_length=10, default="de", editable=False)
    organisation = models.CharField(_("Einrichtung"), max_length=160, blank=True)
    note = models.TextField(_("Anmerkung"), max_length=1000, blank=True)
    state = models.CharField(
        _("Stand"), max_length=12, choices=RegistrationState.choices, default=RegistrationState.PENDING
    )
    created_at: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Eingang"))
    confirmed_at = models.DateTimeField(_("bestätigt am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Anmeldung")
        verbose_name_plural = _("Anmeldungen")
        ordering = ["confirmed_at", "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["record", "email_folded"], name="home_registration_once_per_address"),
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in RegistrationState]),
                name="home_registration_state_known",
            ),
        ]
        indexes = [models.Index(fields=["record", "state", "confirmed_at"], name="home_registration_queue")]

    def __str__(self) -> str:
        return f"{_('Anmeldung')} {self.key}"

    @property
    def token(self) -> str:
        """The end of the private link; it can be written into every mail because it is nowhere stored."""
        return _signer.sign(self.key.hex)

    @staticmethod
    def key_of(token: str) -> uuid.UUID | None:
        """Return whose link this is, None for a token that we did not make."""
        try:
            return uuid.UUID(_signer.unsign(token))
        except (BadSignature, ValueError):
            return None


def folded(email: str) -> str:
    """Return the form of an address by which a second registration is recognised."""
    return email.strip().casefold()
