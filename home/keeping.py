"""What the site's office keeps, and until when: rules of the retention table."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.core.retention import Rule
from home.actions import purge_feedback, purge_signings
from home.actions.form_pages import purge_answers
from home.actions.newsletter import purge_newsletter
from home.actions.registrations import purge_registrations
from home.actions.suggestions import purge_suggestions

RULES = (
    Rule(
        key="home.feedback",
        what=_("Hinweise und gemeldete Barrieren"),
        after=_("180 Tage nach der Erledigung"),
        purge=purge_feedback,
    ),
    Rule(
        key="home.form_answers",
        what=_("Antworten auf Formulare"),
        after=_("so lange, wie das Formular sagt, sonst 180 Tage"),
        purge=purge_answers,
    ),
    Rule(
        key="home.registrations",
        what=_("Anmeldungen zu Terminen"),
        after=_("90 Tage nach dem Termin, unbestätigte nach 7 Tagen"),
        purge=purge_registrations,
    ),
    Rule(
        key="home.newsletter",
        what=_("Adressen, die den Newsletter bestellt und nicht bestätigt haben"),
        after=_("7 Tage nach der Bestellung"),
        purge=purge_newsletter,
    ),
    Rule(
        key="home.signings",
        what=_("Unterzeichnungen der Bündniserklärung, die nicht bestätigt oder abgelehnt wurden"),
        after=_("7 Tage nach der Unterzeichnung, 180 Tage nach der Ablehnung"),
        purge=purge_signings,
    ),
    Rule(
        key="home.suggestions",
        what=_("Vorgeschlagene Beispiele mit Namen und Adressen"),
        after=_("180 Tage nach der Entscheidung"),
        purge=purge_suggestions,
    ),
)
