"""The fixed vocabularies of a campaign, with the German words that pages show."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Phase(TextChoices):
    ANNOUNCED = "announced", _("Angekündigt")
    SUBMISSION = "submission", _("Einreichen")
    CHECKING = "checking", _("Prüfen")
    VOTING = "voting", _("Abstimmen")
    COUNTING = "counting", _("Auszählen")
    RESULTS = "results", _("Ergebnis")


class EntryState(TextChoices):
    DRAFT = "draft", _("Entwurf")
    UNCONFIRMED = "unconfirmed", _("Adresse noch nicht bestätigt")
    SUBMITTED = "submitted", _("Eingereicht")
    CHANGES_REQUESTED = "changes_requested", _("Änderung erbeten")
    APPROVED = "approved", _("Freigegeben")
    REJECTED = "rejected", _("Abgelehnt")
    WITHDRAWN = "withdrawn", _("Zurückgezogen")
    TAKEN_DOWN = "taken_down", _("Entfernt")


class PhotoState(TextChoices):
    PENDING = "pending", _("Wird verarbeitet")
    READY = "ready", _("Verarbeitet")
    REFUSED = "refused", _("Nicht lesbar")


class AgeBracket(TextChoices):
    MINOR = "minor", _("Unter 18 Jahre")
    ADULT = "adult", _("18 Jahre oder älter")


class People(TextChoices):
    NOBODY = "nobody", _("Nein, niemand")
    AGREED = "agreed", _("Ja, und alle sind einverstanden")
    UNASKED = "unasked", _("Ja, aber ich konnte nicht alle fragen")


class ConsentKind(TextChoices):
    CONTEST = "contest", _("Im Wettbewerb zeigen")
    MUNICIPALITY = "municipality", _("Der Kommune überlassen")
    OPEN_LICENCE = "open_licence", _("Offene Lizenz CC BY 4.0")


class LinkPurpose(TextChoices):
    AUTHOR = "author", _("Eigener Beitrag")
    GUARDIAN = "guardian", _("Zustimmung einer sorgeberechtigten Person")


class Doubt(TextChoices):
    DISPOSABLE = "disposable", _("Wegwerf-Adresse")
    BURST = "burst", _("Sehr viele Stimmzettel in kurzer Zeit")
    REGULAR = "regular", _("Auffällig gleichmäßige Abstände")
    NETWORK = "network", _("Sehr viele Stimmzettel aus einem Netz")


class ExclusionReason(TextChoices):
    """Why a line of the count file is not counted; the values are part of the published format."""

    SET_ASIDE = "set_aside", _("nach Prüfung durch zwei Personen nicht gewertet")
    ENTRY_WITHDRAWN = "entry_withdrawn", _("Beitrag zurückgezogen")
    ENTRY_TAKEN_DOWN = "entry_taken_down", _("Beitrag entfernt")


class ReportReason(TextChoices):
    """What somebody who reports a public photo objects to."""

    PERSON = "person", _("Ich bin oder jemand anderes ist ungewollt zu erkennen")
    RIGHTS = "rights", _("Das Foto gehört jemand anderem")
    PLACE = "place", _("Ort oder Angaben stimmen nicht")
    OFFENCE = "offence", _("Der Beitrag ist beleidigend oder verboten")
    OTHER = "other", _("Etwas anderes")


class HandoverKind(TextChoices):
    """In which form photos are handed over."""

    PACKAGE = "package", _("Paket: Fotos, Tabelle und Daten (ZIP)")
    TABLE = "table", _("Tabelle (XLSX)")
    DATA = "data", _("Daten (JSON-LD)")


class HandoverState(TextChoices):
    PENDING = "pending", _("wird zusammengestellt")
    READY = "ready", _("liegt bereit")
    FAILED = "failed", _("nicht gelungen")
    EXPIRED = "expired", _("Datei gelöscht")


class EntryFlag(TextChoices):
    """What a moderator should look at twice."""

    MINOR = "minor", _("minderjährig")
    GUARDIAN_OPEN = "guardian_open", _("Zustimmung der Sorgeberechtigten fehlt")
    PEOPLE = "people", _("Menschen erkennbar")
    PEOPLE_UNASKED = "people_unasked", _("Menschen erkennbar, nicht alle gefragt")
    CHILDREN = "children", _("Kinder erkennbar")
    DRONE = "drone", _("Drohne")
    FAR_AWAY = "far_away", _("Aufnahmeort weit vom Ort entfernt")
    DUPLICATE = "duplicate", _("ähnliches Bild vorhanden")
    REPORTED = "reported", _("dieses oder ein ähnliches Bild wurde gemeldet")


class PostState(TextChoices):
    """Where a post found on Instagram stands."""

    FOUND = "found", _("gefunden")
    INVITED = "invited", _("angeschrieben")
    CONFIRMED = "confirmed", _("von der Person bestätigt")
    DISMISSED = "dismissed", _("verworfen")


class ReasonKind(TextChoices):
    """What a ready-made reason is for."""

    CHANGE = "change", _("Bitte um Änderung")
    REJECT = "reject", _("Ablehnung")
    TAKE_DOWN = "take_down", _("Entfernen aus der Galerie")


class PlanWarning(TextChoices):
    """What is allowed in a campaign's calendar but unusual; the label says why to think twice."""

    SUBMISSION_SHORT = "submission_short", _("Zum Einreichen bleiben weniger als zwei Wochen.")
    CHECKING_SHORT = (
        "checking_short",
        _("Zwischen Einreichung und Abstimmung bleiben weniger als zwei Tage, um die letzten Fotos zu prüfen."),
    )
    VOTING_SHORT = (
        "voting_short",
        _("Abgestimmt wird weniger als sieben Tage. Viele erfahren erst am Wochenende davon."),
    )
    VOTING_LONG = "voting_long", _("Abgestimmt wird länger als sechs Wochen. So lange hält die Aufmerksamkeit selten.")
    ENDS_IN_THE_MORNING = (
        "ends_in_the_morning",
        _("Eine Frist endet an einem Werktag am Vormittag. Üblich ist Sonntag, 23:59 Uhr."),
    )
    RESULT_SOON = (
        "result_soon",
        _(
            "Das Ergebnis ist weniger als zwei Tage nach der Abstimmung angekündigt. "
            "Über auffällige Stimmzettel müssen vorher zwei Personen entscheiden."
        ),
    )
    OBJECTION_SHORT = "objection_short", _("Die Einspruchsfrist ist kürzer als eine Woche.")


class Readiness(TextChoices):
    """What has to stand before a campaign opens."""

    DATES = "dates", _("Termine ohne Auffälligkeiten")
    TOWNS = "towns", _("Mindestens ein Ort kann teilnehmen")
    PAGE = "page", _("Seite der Kampagne veröffentlicht")
    CONSENTS = "consents", _("Einwilligungstexte in allen drei Arten")
    PEOPLE = "people", _("Zwei Personen können prüfen und über Stimmzettel entscheiden")
    REASONS = "reasons", _("Textbausteine für Begründungen")
    LEGAL = "legal", _("Impressum, Datenschutz und Barrierefreiheit verlinkt")
    MAIL = "mail", _("Mailversand eingerichtet")
