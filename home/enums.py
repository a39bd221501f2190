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


class CreditGap(TextChoices):
    """What a picture may lack before it is fit to be shown."""

    ALT = "alt", _("Alternativtext")
    AUTHOR = "author", _("Urheberin oder Urheber")
    LICENCE = "licence", _("Lizenz")


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


class VacancyKind(TextChoices):
    SHOP = "shop", _("Leeres Ladenlokal")
    DEPARTMENT_STORE = "department_store", _("Großes Kaufhaus")
    UPPER_FLOORS = "upper_floors", _("Leere Wohnungen über Läden")
    HOUSE = "house", _("Leeres oder verfallenes Haus")
    INDUSTRY = "industry", _("Gewerbebrache")
    PUBLIC_BUILDING = "public_building", _("Leeres öffentliches Gebäude")
    SQUARE = "square", _("Ungenutzter Platz oder Baulücke")


class CostClass(TextChoices):
    TO_5000 = "to_5000", _("bis 5.000 €")
    TO_25000 = "to_25000", _("5.000 bis 25.000 €")
    TO_100000 = "to_100000", _("25.000 bis 100.000 €")
    TO_500000 = "to_500000", _("100.000 bis 500.000 €")
    MORE = "more", _("über 500.000 €")
    UNKNOWN = "unknown", _("nicht bekannt")


class ActorKind(TextChoices):
    MUNICIPALITY = "municipality", _("Kommune")
    ECONOMY = "economy", _("Wirtschaftsförderung oder Stadtmarketing")
    OWNER = "owner", _("Eigentümerinnen und Eigentümer")
    BUSINESS = "business", _("Handel, Handwerk, Gastronomie")
    ASSOCIATION = "association", _("Verein oder Initiative")
    HOUSING = "housing", _("Wohnungsunternehmen")
    CULTURE = "culture", _("Kultur und Bildung")


class SuggestionState(TextChoices):
    OPEN = "open", _("offen")
    TAKEN_OVER = "taken_over", _("übernommen")
    REFUSED = "refused", _("abgelehnt")


class FundingKind(TextChoices):
    GRANT = "grant", _("Zuschuss")
    LOAN = "loan", _("Darlehen")
    GUARANTEE = "guarantee", _("Bürgschaft")
    PRIZE = "prize", _("Preisgeld")
    ADVICE = "advice", _("Beratung")


class FundingArea(TextChoices):
    VACANCY = "vacancy", _("Leerstand nutzen")
    BUILDING = "building", _("Bauen und Sanieren")
    HOUSING = "housing", _("Wohnen in der Innenstadt")
    TRADE = "trade", _("Handel und Gastronomie")
    CLIMATE = "climate", _("Klima, Grün und Wasser")
    CULTURE = "culture", _("Kultur und Begegnung")
    MOBILITY = "mobility", _("Wege und Verkehr")
    PLANNING = "planning", _("Konzepte und Beteiligung")


class ApplicantKind(TextChoices):
    MUNICIPALITY = "municipality", _("Kommune")
    BUSINESS = "business", _("Unternehmen")
    ASSOCIATION = "association", _("Verein oder gemeinnützige Organisation")
    OWNER = "owner", _("Privatperson mit Eigentum")
    HOUSING = "housing", _("Wohnungsunternehmen oder Genossenschaft")
    SCIENCE = "science", _("Hochschule oder Forschung")


class FundingRegion(TextChoices):
    EUROPE = "europe", _("Europäische Union")
    COUNTRY = "country", _("Deutschland")
    STATE = "state", _("Thüringen")
    RURAL = "rural", _("Ländlicher Raum in Thüringen")


class SigningState(TextChoices):
    UNCONFIRMED = "unconfirmed", _("E-Mail noch nicht bestätigt")
    WAITING = "waiting", _("wartet auf Entscheidung")
    ADMITTED = "admitted", _("aufgenommen")
    REFUSED = "refused", _("abgelehnt")


class EventKind(TextChoices):
    ALLIANCE = "alliance", _("Bündnis")
    GROUP = "group", _("Arbeitsgruppen")
    ON_SITE = "on_site", _("Vor Ort")
    OTHER = "other", _("Weitere Termine")


class RegistrationState(TextChoices):
    PENDING = "pending", _("noch nicht bestätigt")
    CONFIRMED = "confirmed", _("angemeldet")
    WAITING = "waiting", _("auf der Warteliste")
    CANCELLED = "cancelled", _("abgesagt")


class SubscriberState(TextChoices):
    PENDING = "pending", _("noch nicht bestätigt")
    CONFIRMED = "confirmed", _("bestätigt")


class IssueState(TextChoices):
    DRAFT = "draft", _("Entwurf")
    SENDING = "sending", _("wird gesendet")
    SENT = "sent", _("gesendet")


class DeliveryState(TextChoices):
    WAITING = "waiting", _("wartet")
    HANDED = "handed", _("übergeben")
    FAILED = "failed", _("nicht zustellbar")
