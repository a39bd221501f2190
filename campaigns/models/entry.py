"""An entry: one photo with its place and story, from the first upload to the gallery."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.domain.entries import LIVING
from campaigns.domain.order import KEYS, new_key
from campaigns.enums import AgeBracket, EntryState, LinkPurpose, People, PhotoState
from campaigns.models.campaign import Campaign
from cms.core.images import RENDITION_EXTENSIONS, RENDITION_WIDTHS, rendition_name, rendition_size
from cms.core.storages import public_storage
from cms.places.models import Municipality


class Entry(models.Model):
    """One photo handed in. Until it is approved, nothing of it lies in the public storage."""

    campaign = models.ForeignKey(Campaign, verbose_name=_("Kampagne"), on_delete=models.PROTECT, related_name="entries")
    code = models.CharField(_("Beitrag"), max_length=12, unique=True)
    state = models.CharField(_("Stand"), max_length=20, choices=EntryState, default=EntryState.DRAFT)
    is_public = models.BooleanField(_("öffentlich"), default=False)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(_("begonnen am"))
    submitted_at = models.DateTimeField(_("eingereicht am"), null=True, blank=True)
    decided_at = models.DateTimeField(_("entschieden am"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("entschieden von"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    verdict = models.TextField(_("Begründung der Moderation"), blank=True)
    shuffle_a = models.PositiveIntegerField(default=new_key, editable=False)
    shuffle_b = models.PositiveIntegerField(default=new_key, editable=False)
    shuffle_c = models.PositiveIntegerField(default=new_key, editable=False)

    # the photo
    original = models.CharField(max_length=200, editable=False)
    original_format = models.CharField(max_length=10, editable=False)
    original_bytes = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    photo_state = models.CharField(_("Foto"), max_length=10, choices=PhotoState, default=PhotoState.PENDING)
    photo_problem = models.CharField(max_length=40, blank=True, editable=False)
    width = models.PositiveIntegerField(null=True, editable=False)
    height = models.PositiveIntegerField(null=True, editable=False)
    colour = models.CharField(max_length=7, blank=True, editable=False)
    dhash = models.BigIntegerField(null=True, editable=False)
    taken_at = models.DateTimeField(_("aufgenommen am"), null=True, blank=True)
    latitude = models.FloatField(
        _("Breite"), null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.FloatField(
        _("Länge"), null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )

    # what the author says
    municipality = models.ForeignKey(
        Municipality, verbose_name=_("Ort"), on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    size_class = models.PositiveSmallIntegerField(_("Größenklasse"), null=True, editable=False)
    place = models.CharField(_("Wo genau?"), max_length=120, blank=True)
    title = models.CharField(_("Titel"), max_length=80, blank=True)
    reason = models.TextField(_("Warum ist das Ihr schönster Blick?"), max_length=1000, blank=True)
    description = models.CharField(_("Was ist zu sehen?"), max_length=300, blank=True)
    people = models.CharField(_("Menschen auf dem Foto"), max_length=10, choices=People, blank=True)
    is_drone = models.BooleanField(_("mit einer Drohne aufgenommen"), default=False)
    shows_children = models.BooleanField(_("Kinder sind zu erkennen"), default=False)
    parents_agreed = models.BooleanField(_("deren Eltern haben zugestimmt"), default=False)
    drone_cleared = models.BooleanField(_("Flug war erlaubt, Drohne registriert"), default=False)
    age = models.CharField(_("Alter"), max_length=10, choices=AgeBracket, blank=True)
    owns_rights = models.BooleanField(_("selbst gemacht"), default=False)

    # who the author is; kept for contact until the retention period ends
    language = models.CharField(max_length=10, default="de", editable=False)
    author_name = models.CharField(_("Name für den Bildnachweis"), max_length=100, blank=True)
    author_email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    author_key = models.CharField(max_length=64, blank=True, editable=False)
    author_slot = models.PositiveSmallIntegerField(null=True, editable=False)
    town_slot = models.PositiveIntegerField(null=True, editable=False)
    confirmed_at = models.DateTimeField(_("Adresse bestätigt am"), null=True, blank=True)
    guardian_email = models.EmailField(_("E-Mail-Adresse einer sorgeberechtigten Person"), blank=True)
    guardian_name = models.CharField(_("sorgeberechtigte Person"), max_length=100, blank=True)
    guardian_confirmed_at = models.DateTimeField(_("Zustimmung am"), null=True, blank=True)
    guardian_asked_at = models.DateTimeField(null=True, editable=False)
    guardian_reminded_at = models.DateTimeField(null=True, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("Beitrag")
        verbose_name_plural = _("Beiträge")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "sha256"], condition=Q(state__in=sorted(LIVING)), name="entry_photo_once"
            ),
            models.UniqueConstraint(fields=["campaign", "author_key", "author_slot"], name="entry_author_slot_once"),
            models.UniqueConstraint(fields=["campaign", "municipality", "town_slot"], name="entry_town_slot_once"),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(state=EntryState.APPROVED, photo_state=PhotoState.READY),
                name="entry_public_only_approved",
            ),
            models.CheckConstraint(
                condition=~Q(state=EntryState.APPROVED, age=AgeBracket.MINOR) | Q(guardian_confirmed_at__isnull=False),
                name="entry_minor_needs_guardian",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(LIVING)) | Q(confirmed_at__isnull=False, municipality__isnull=False),
                name="entry_living_is_complete",
            ),
        ]
        indexes = [
            *(
                models.Index(fields=["campaign", key], condition=Q(is_public=True), name=f"entry_public_{key}")
                for key in KEYS
            ),
            models.Index(fields=["campaign", "municipality"], name="entry_by_town"),
            models.Index(fields=["campaign", "state", "submitted_at"], name="entry_queue"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}".strip()

    def get_absolute_url(self) -> str:
        """The public page of the entry."""
        return f"{self.campaign.get_absolute_url()}beitrag/{self.code}/"

    def own_url(self, token: str) -> str:
        """The author's private page; whoever holds the token may open it."""
        return f"{self.campaign.get_absolute_url()}mein-beitrag/{token}/"

    def guardian_url(self, token: str) -> str:
        """The page on which a guardian agrees."""
        return f"{self.campaign.get_absolute_url()}zustimmung/{token}/"

    @property
    def is_minor(self) -> bool:
        """The author is under 18."""
        return self.age == AgeBracket.MINOR

    @property
    def credit(self) -> str:
        """The name for the picture's credit, or what stands in its place."""
        return self.author_name or str(_("Einsendung aus der Bürgerschaft"))

    @property
    def size_class_label(self) -> str:
        """„5.001 bis 15.000“, frozen when the town was chosen; empty before."""
        return "" if self.size_class is None else self.campaign.size_class_label(self.size_class)

    # --- pictures: computed from the code and the size, without any query or look at a file ---

    def rendition_url(self, width: int, ext: str = "jpg") -> str:
        """The public address of a size; only answers while the entry is public."""
        return public_storage.url(rendition_name(self.code, width, ext))

    def rendition_dimensions(self, width: int) -> tuple[int, int]:
        """The real width and height of the size called `width`; (0, 0) while the photo is in the works."""
        return rendition_size(self.width, self.height, width) if self.width and self.height else (0, 0)

    def srcset(self, ext: str = "webp") -> str:
        """All sizes for an `srcset` attribute."""
        sizes = ((self.rendition_url(width, ext), self.rendition_dimensions(width)[0]) for width in RENDITION_WIDTHS)
        return ", ".join(f"{url} {real}w" for url, real in sizes)

    def private_rendition(self, width: int, ext: str = "jpg") -> str:
        """The name of a size in the private storage, beside the original."""
        if width not in RENDITION_WIDTHS or ext not in RENDITION_EXTENSIONS:
            raise ValueError(f"no rendition {width}.{ext}")
        return f"{self.original.rpartition('.')[0]}/{width}.{ext}"


class EntryLink(models.Model):
    """A private link to an entry. Only the digest of its token is stored; every mail carries a link of its own."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="links")
    purpose = models.CharField(max_length=10, choices=LinkPurpose)
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("privater Link")
        verbose_name_plural = _("private Links")

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.purpose}"
