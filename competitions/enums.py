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


class PartnerKind(TextChoices):
    MUNICIPALITY = "municipality", _("Stadt oder Gemeinde")
    BUSINESS = "business", _("Unternehmen oder Gewerbeverein")
    ASSOCIATION = "association", _("Verein oder Initiative")
    OWNER = "owner", _("Eigentümerin oder Eigentümer")
    OTHER = "other", _("Andere Einrichtung")


class FixedFile(TextChoices):
    """Files that are asked for by rule, not by a form."""

    TOWN_CONSENT = "zustimmung-der-kommune", _("Zustimmung der Stadt oder Gemeinde")


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


class AgendaOrder(TextChoices):
    """In which order the panel goes through its candidates."""

    RANK = "rank", _("Nach Rangfolge")
    SIZE = "size", _("Nach Größenklasse")


class VoteChoice(TextChoices):
    YES = "yes", _("Ja")
    NO = "no", _("Nein")
    ABSTAIN = "abstain", _("Enthaltung")


class LetterState(TextChoices):
    WAITING = "waiting", _("wartet")
    SENT = "sent", _("versandt")


class FormChangeKind(TextChoices):
    """How one version of a form differs from the one before."""

    PART_ADDED = "part_added", _("Teil ist neu")
    PART_REMOVED = "part_removed", _("Teil entfällt")
    PART_REWORDED = "part_reworded", _("Teil ist anders überschrieben oder erklärt")
    QUESTION_ADDED = "question_added", _("Frage ist neu")
    QUESTION_REMOVED = "question_removed", _("Frage entfällt")
    QUESTION_MOVED = "question_moved", _("Frage steht in einem anderen Teil")
    QUESTION_CHANGED = "question_changed", _("Frage ist geändert")


class QuestionTrait(TextChoices):
    """A property of a question; the value is its name in the code."""

    LABEL = "label", _("Wortlaut")
    KIND = "kind", _("Art der Antwort")
    HELP = "help", _("Hilfe")
    REQUIRED = "required", _("muss beantwortet werden")
    IDENTIFYING = "identifying", _("kennzeichnend")
    IS_THEME = "is_theme", _("bestimmt das Thema")
    MAX_CHARACTERS = "max_characters", _("Zeichen höchstens")
    LOWEST = "lowest", _("mindestens")
    HIGHEST = "highest", _("höchstens")
    UNIT = "unit", _("Einheit")
    OPTIONS = "options", _("Antworten")
    MAX_OPTIONS = "max_options", _("Antworten höchstens")
    FILE_GROUPS = "file_groups", _("Arten von Dateien")
    MAX_FILES = "max_files", _("Dateien höchstens")
    GRANT_LABEL = "grant_label", _("Name der Mittel")
    MAX_SHARE = "max_share", _("höchster Anteil in Prozent")
    COST_ITEMS = "cost_items", _("vorgeschlagene Kosten")
    FUNDING_ITEMS = "funding_items", _("vorgeschlagene Finanzierung")
