"""The closed vocabularies of a competition, with the words shown for them."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class StagePhase(TextChoices):
    """Where a stage stands; computed from its dates, never stored."""

    ANNOUNCED = "announced", _("Angekündigt")
    OPEN = "open", _("Bewerbung läuft")
    CHECKING = "checking", _("Prüfung der Bewerbungen")
    JURY = "jury", _("Jury bewertet")
    DELIBERATION = "deliberation", _("Jury berät")
    DECIDED = "decided", _("Entschieden")


class ApplicationState(TextChoices):
    DRAFT = "draft", _("Entwurf")
    SENT = "sent", _("Gesendet")
    ADMITTED = "admitted", _("Zugelassen")
    REFUSED = "refused", _("Nicht zugelassen")
    WITHDRAWN = "withdrawn", _("Zurückgezogen")


class ApplicationStep(TextChoices):
    SEND = "send", _("Senden")
    CALL_BACK = "call_back", _("Zurückholen")
    ADMIT = "admit", _("Zulassen")
    REFUSE = "refuse", _("Ablehnen")
    WITHDRAW = "withdraw", _("Zurückziehen")


class OrganisationKind(TextChoices):
    MUNICIPALITY = "municipality", _("Stadt oder Gemeinde")
    ASSOCIATION = "association", _("Verein oder Initiative")
    BUSINESS = "business", _("Unternehmen oder Gewerbeverein")
    OTHER = "other", _("Andere Einrichtung")


class FormalCheckItem(TextChoices):
    """What the office ticks before it admits an application."""

    IN_TIME = "in_time", _("Fristgerecht eingegangen")
    COMPLETE = "complete", _("Alle Teile und Anlagen vollständig und lesbar")
    ELIGIBLE = "eligible", _("Teilnahmeberechtigt")
    NOT_BEGUN = "not_begun", _("Vorhaben noch nicht begonnen")
    PLAN_BALANCED = "plan_balanced", _("Kosten und Finanzierung schlüssig")


class FormalOutcome(TextChoices):
    ADMITTED = "admitted", _("Zugelassen")
    REFUSED = "refused", _("Nicht zugelassen")


class PartStatus(TextChoices):
    """How far one part of an application is, in the words of the task list."""

    OPEN = "open", _("Offen")
    BEGUN = "begun", _("Angefangen")
    FILE_MISSING = "file_missing", _("Datei fehlt")
    DONE = "done", _("Erledigt")


class QuestionKind(TextChoices):
    SHORT_TEXT = "short_text", _("Kurzer Text")
    LONG_TEXT = "long_text", _("Langer Text")
    NUMBER = "number", _("Zahl")
    MONEY = "money", _("Geldbetrag")
    CHOICE = "choice", _("Auswahl (eine Antwort)")
    CHOICES = "choices", _("Auswahl (mehrere Antworten)")
    DATE = "date", _("Datum")
    FILE = "file", _("Datei")
    PLAN = "plan", _("Kosten- und Finanzierungsplan")


class FileGroup(TextChoices):
    PDF = "pdf", _("PDF")
    IMAGE = "image", _("Bild (JPEG, PNG oder WebP)")
    OFFICE = "office", _("Office-Dokument (Word, Excel, PowerPoint, OpenDocument)")


class ReviewState(TextChoices):
    OPEN = "open", _("Begonnen")
    COMPLETE = "complete", _("Abgeschlossen")


class ConflictKind(TextChoices):
    """Why a juror may not review a candidate."""

    DECLARED = "declared", _("Selbst angezeigt")
    MUNICIPALITY = "municipality", _("Gleiche Kommune")
    ORGANISATION = "organisation", _("Gleiche Einrichtung")
    INVOLVED = "involved", _("An der Bewerbung beteiligt")


class Verdict(TextChoices):
    AWARD = "award", _("Preis")
    RESERVE = "reserve", _("Nachrücker")
    NONE = "none", _("Kein Preis")


class AgreementLevel(TextChoices):
    """How far a panel agrees; bounds after Krippendorff."""

    RELIABLE = "reliable", _("belastbar")
    TENTATIVE = "tentative", _("vorläufig")
    DISCUSS = "discuss", _("erst besprechen, dann reihen")
    UNKNOWN = "unknown", _("nicht bestimmbar")
