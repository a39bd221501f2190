"""The audit trail in the reader's words: an action is stored as `app.noun.verb` and shown as „Beitrag: freigegeben“."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NOUNS = {
    "accounts.account": _("Konto"),
    "accounts.deletion": _("Löschung des Kontos"),
    "accounts.role": _("Rolle"),
    "accounts.sessions": _("Anmeldungen"),
    "campaigns.ballot": _("Stimmzettel"),
    "campaigns.campaign": _("Kampagne"),
    "campaigns.consent_text": _("Einwilligungstext"),
    "campaigns.entry": _("Beitrag"),
    "campaigns.report": _("Meldung"),
    "campaigns.result": _("Ergebnis"),
    "campaigns.vote_key": _("Schlüssel der Stimmen"),
    "competitions.application": _("Bewerbung"),
    "competitions.decision": _("Entscheidung"),
    "competitions.form": _("Formular"),
    "competitions.panel": _("Jury"),
    "competitions.review": _("Bewertung"),
    "competitions.stage": _("Stufe"),
    "core.retention": _("Aufbewahrung"),
    "home.feedback": _("Rückmeldung"),
    "places.demo_towns": _("Orte der Vorführung"),
    "places.register": _("Gemeindeverzeichnis"),
}
VERBS = {
    "added": _("hinzugefügt"),
    "admitted": _("zugelassen"),
    "approve": _("freigegeben"),
    "ask_for_code": _("Code angefordert"),
    "assigned": _("zugewiesen"),
    "barrier": _("Barriere gemeldet"),
    "called_back": _("zurückgeholt"),
    "changed": _("geändert"),
    "closed": _("abgeschlossen"),
    "committed": _("beschlossen"),
    "completed": _("abgeschlossen"),
    "confirm": _("bestätigt"),
    "created": _("angelegt"),
    "decided": _("entschieden"),
    "deleted": _("gelöscht"),
    "destroyed": _("vernichtet"),
    "done": _("erledigt"),
    "editor_invited": _("Mitbearbeitung eingeladen"),
    "editor_removed": _("Mitbearbeitung beendet"),
    "ended": _("beendet"),
    "extended": _("Frist verlängert"),
    "file_attached": _("Datei angehängt"),
    "file_removed": _("Datei entfernt"),
    "granted": _("vergeben"),
    "hint": _("Hinweis eingegangen"),
    "imported": _("eingelesen"),
    "invited": _("eingeladen"),
    "loaded": _("geladen"),
    "noted": _("Notiz ergänzt"),
    "open": _("wieder geöffnet"),
    "opened": _("eröffnet"),
    "proposed": _("vorgeschlagen"),
    "published": _("veröffentlicht"),
    "purged": _("gelöscht, was fällig war"),
    "recused": _("Befangenheit erklärt"),
    "refused": _("abgelehnt"),
    "reject": _("abgelehnt"),
    "removed": _("entfernt"),
    "renamed": _("umbenannt"),
    "reopened": _("wieder geöffnet"),
    "request_changes": _("Änderung erbeten"),
    "requested": _("beantragt"),
    "resubmit": _("erneut eingereicht"),
    "revoked": _("entzogen"),
    "saved": _("gespeichert"),
    "sent": _("abgeschickt"),
    "started": _("begonnen"),
    "take_down": _("aus der Galerie genommen"),
    "withdraw": _("zurückgezogen"),
    "withdrawn": _("zurückgezogen"),
}


def in_words(action: str) -> str:
    """Return „Beitrag: freigegeben“ for "campaigns.entry.approve"; what has no words is shown as it is stored."""
    noun, _dot, verb = action.rpartition(".")
    if noun in NOUNS and verb in VERBS:
        return f"{NOUNS[noun]}: {VERBS[verb]}"
    return action
