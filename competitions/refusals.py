"""The words for every refusal: what is the matter, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.core.refusals import Refused
from cms.core.templatetags.stadtblick import euro, number
from competitions.domain import LARGEST, Finding, Flaw, Reason

TEXTS: Mapping[Reason, Promise] = {
    Reason.NOT_OPEN_YET: _("Die Bewerbung hat noch nicht begonnen."),
    Reason.DEADLINE_PASSED: _(
        "Der Annahmeschluss ist vorbei, deshalb wird nichts mehr angenommen. "
        "Bitte wenden Sie sich bei Fragen an die Geschäftsstelle."
    ),
    Reason.NO_FORM: _("Für diese Stufe gibt es noch kein Formular. Bitte versuchen Sie es später noch einmal."),
    Reason.BY_PROMOTION: _("An dieser Stufe nimmt teil, wer in der Stufe davor ausgewählt wurde."),
    Reason.NOT_DECIDED_YET: _("Weiter kommt erst jemand, wenn über diese Stufe endgültig entschieden ist."),
    Reason.NOT_THE_NEXT_STAGE: _("Weiter geht es nur in die nächste Stufe desselben Wettbewerbs."),
    Reason.OTHER_DRAFT_THERE: _("In der nächsten Stufe liegt für diese Person schon ein anderer Entwurf."),
    Reason.SLUG_TAKEN: _("Diese Adresse hat schon ein anderer Wettbewerb."),
    Reason.PREFIX_TAKEN: _("Dieses Kürzel hat schon ein anderer Wettbewerb."),
    Reason.ALREADY_SCORED: _("Die Jury hat hier schon Punkte vergeben. Die Fassung für die Jury bleibt, wie sie ist."),
    Reason.NOT_ADMITTED: _("Es gibt noch keine Fassung für die Jury: Die Bewerbung ist nicht zugelassen."),
    Reason.NOTE_EMPTY: _("Die Notiz ist leer."),
    Reason.VIEW_NAMELESS: _("Bitte geben Sie der Ansicht einen Namen."),
    Reason.JURY_NOT_OPEN: _("Die Bewertung hat noch nicht begonnen."),
    Reason.JURY_CLOSED: _("Die Frist für die Bewertung ist vorbei. Die Geschäftsstelle kann sie verlängern."),
    Reason.JURY_STILL_OPEN: _(
        "Die Jury bewertet noch, und es fehlen Bewertungen. Abschließen geht nach dem Ende der Bewertungsfrist."
    ),
    Reason.STAGE_CLOSED: _("Diese Stufe ist abgeschlossen, die Zahlen stehen fest."),
    Reason.STAGE_NOT_CLOSED: _("Bitte schließen Sie zuerst die Bewertung ab; dann wird auf festen Zahlen entschieden."),
    Reason.CALL_STILL_OPEN: _("Bis zum Annahmeschluss kann die Bewerbung noch zurückgeholt werden. Prüfen Sie danach."),
    Reason.FASTER: _("Jemand anderes war schneller. Hier sehen Sie den neuen Stand."),
    Reason.WRONG_STATE: _("Im jetzigen Stand der Bewerbung geht das nicht mehr. Hier sehen Sie den neuen Stand."),
    Reason.CHANGED_MEANWHILE: _(
        "Jemand anderes hat die Bewerbung inzwischen geändert. Ihre Eingaben stehen noch hier: "
        "Bitte vergleichen Sie und speichern Sie noch einmal."
    ),
    Reason.INCOMPLETE: _("Es fehlt noch etwas, bevor Sie senden können."),
    Reason.UNKNOWN_PART: _("Diesen Teil gibt es im Formular nicht."),
    Reason.TOO_MUCH_TEXT: _("Das ist mehr Text, als gespeichert werden kann. Bitte kürzen Sie."),
    Reason.OTHER_DRAFT: _(
        "Sie haben in diesem Wettbewerb schon einen Entwurf. Senden Sie ihn zuerst, oder ziehen Sie ihn zurück."
    ),
    Reason.ALREADY_EDITOR: _("Diese Person bearbeitet die Bewerbung schon."),
    Reason.FORM_BROKEN: _(
        "Dieses Formular lässt sich so nicht ausfüllen: Jeder Teil braucht Inhalt, jede Auswahl mindestens zwei "
        "Antworten, jeder Kurzname darf nur einmal vorkommen."
    ),
    Reason.EXTENSION_BACKWARDS: _("Eine Verlängerung muss nach dem jetzigen Annahmeschluss liegen."),
    Reason.ONLY_LEAD: _("Das kann nur, wer die Bewerbung führt."),
    Reason.TOO_MANY_EDITORS: _("So viele Personen können nicht mitschreiben. Bitte entfernen Sie zuerst eine."),
    Reason.FOLLOW_UP_RUNNING: _(
        "Zu dieser Bewerbung läuft eine Nachforderung. Warten Sie die Antwort oder das Ende der Frist ab."
    ),
    Reason.FOLLOW_UP_OVER: _("Die Frist für die Ergänzung ist vorbei. Es gilt, was zuletzt gesendet wurde."),
    Reason.FOLLOW_UP_PARTS: _("Bitte wählen Sie mindestens einen Teil aus, der wieder geöffnet wird."),
    Reason.FOLLOW_UP_UNTIL: _("Die Frist muss in der Zukunft liegen und vor dem Ende der Bewertung durch die Jury."),
    Reason.PART_LOCKED: _("Dieser Teil ist gesendet und geschlossen. Ändern können Sie nur, was nachgefordert ist."),
    Reason.MESSAGE_MISSING: _("Bitte schreiben Sie, was fehlt oder unklar ist."),
    Reason.QUESTION_MISSING: _("Bitte schreiben Sie Ihre Frage auf."),
    Reason.ANSWER_MISSING: _("Bitte schreiben Sie eine Antwort."),
    Reason.WORDING_MISSING: _("Bitte fassen Sie die Frage so, dass alle sie lesen können und niemand zu erkennen ist."),
    Reason.ALREADY_ANSWERED: _("Diese Frage ist schon beantwortet. Hier sehen Sie die Antwort."),
    Reason.NOT_ANSWERED: _("Veröffentlichen lässt sich eine Frage erst mit ihrer Antwort."),
    Reason.FILE_EMPTY: _("Die Datei ist leer. Bitte wählen Sie sie noch einmal aus."),
    Reason.FILE_TOO_LARGE: _("Die Datei ist zu groß. Erlaubt sind %(limit)s MB; oft hilft es, Bilder zu verkleinern."),
    Reason.FILE_KIND: _(
        "Diese Art von Datei wird hier nicht angenommen. Bitte speichern Sie sie zum Beispiel als PDF."
    ),
    Reason.FILE_BROKEN: _(
        "Die Datei ist beschädigt oder unvollständig. Bitte öffnen Sie sie, speichern Sie sie neu und laden Sie sie "
        "noch einmal hoch."
    ),
    Reason.FILE_MACROS: _("Die Datei enthält Makros. Bitte speichern Sie sie ohne Makros oder als PDF."),
    Reason.FILE_TOO_MANY: _("Hier sind schon so viele Dateien, wie erlaubt sind. Bitte entfernen Sie zuerst eine."),
    Reason.FILE_GONE: _("Diese Datei wurde schon entfernt."),
    Reason.CHECK_UNFINISHED: _("Zum Zulassen müssen alle Punkte der Prüfliste abgehakt sein."),
    Reason.REASON_MISSING: _("Bitte geben Sie einen Grund an."),
    Reason.NOT_ASSIGNED: _("Dieser Kandidat ist Ihnen nicht zugewiesen."),
    Reason.ALREADY_MEMBER: _("Diese Person gehört schon zur Jury."),
    Reason.NO_PANEL: _("Diese Stufe hat noch keine Jury. Bitte laden Sie zuerst Jurymitglieder ein."),
    Reason.NOTHING_TO_ASSIGN: _("Es gibt nichts zuzuweisen: Es fehlen zugelassene Kandidaten oder Jurymitglieder."),
    Reason.NOT_DECLARED: _(
        "Bitte nehmen Sie zuerst die Einladung an und erklären Sie Vertraulichkeit und Unbefangenheit."
    ),
    Reason.PLAN_CHANGED: _("Seit der Vorschau hat sich etwas geändert. Bitte sehen Sie sie noch einmal an."),
    Reason.REVIEW_FINISHED: _("Diese Bewertung ist abgeschlossen, deshalb bleibt sie, wo sie ist."),
    Reason.CONFLICT_KNOWN: _("Dieses Jurymitglied ist bei diesem Kandidaten befangen."),
    Reason.NOT_SUBSTITUTE: _("Nachrücken kann nur ein Ersatzmitglied, das noch nicht nachgerückt ist."),
    Reason.NOBODY_NAMED: _("Bitte wählen Sie, wer abgibt oder wer übernimmt."),
    Reason.NOBODY_TO_REMIND: _("Zurzeit gibt es niemanden zu erinnern."),
    Reason.WORDS_MISSING: _("Bitte schreiben Sie einen Text."),
    Reason.MEETING_CLOSED: _("Die Sitzung ist nicht eröffnet."),
    Reason.NOTHING_CALLED: _("Dieser Kandidat ist gerade nicht aufgerufen. Hier sehen Sie den neuen Stand."),
    Reason.MOTION_OPEN: _("Es läuft schon eine Abstimmung. Bitte schließen Sie sie zuerst."),
    Reason.MOTION_CLOSED: _("Diese Abstimmung ist geschlossen."),
    Reason.ALREADY_VOTED: _("Sie haben zu diesem Antrag schon abgestimmt."),
    Reason.RECUSED: _("Sie sind bei diesem Kandidaten befangen."),
    Reason.NOT_COMMITTED: _("Briefe gehen erst hinaus, wenn die Entscheidungen endgültig sind."),
    Reason.PLACEHOLDER_UNKNOWN: _("Der Text enthält einen Platzhalter, den es nicht gibt."),
    Reason.NO_LETTERS: _("Alle Briefe sind schon in Auftrag gegeben."),
    Reason.REVIEW_LOCKED: _("Diese Bewertung ist abgeschlossen. Die Geschäftsstelle kann sie wieder öffnen."),
    Reason.REVIEW_INCOMPLETE: _("Zum Abschließen fehlen noch Punkte bei mindestens einem Kriterium."),
    Reason.SCORE_OFF_SCALE: _("Diese Punktzahl liegt außerhalb der Skala."),
    Reason.UNKNOWN_CRITERION: _("Dieses Kriterium gibt es in dieser Stufe nicht."),
    Reason.DECISIONS_FINAL: _(
        "Die Entscheidungen sind endgültig. Ändern geht nur nach einem begründeten Wiederöffnen."
    ),
    Reason.DECISIONS_MISSING: _("Es fehlt noch für mindestens einen Kandidaten die Entscheidung."),
    Reason.AWARD_FOREIGN: _("Dieser Preis passt nicht zu dieser Entscheidung."),
    Reason.AWARD_EXHAUSTED: _("Ein Preis ist häufiger vergeben, als es ihn gibt."),
}

FLAW_TEXTS: Mapping[Flaw, Promise] = {
    Flaw.MISSING: _("Diese Angabe fehlt noch."),
    Flaw.FILE_MISSING: _("Hier fehlt noch eine Datei."),
    Flaw.TOO_LONG: _("Der Text ist um %(over)s Zeichen zu lang, erlaubt sind %(limit)s."),
    Flaw.NOT_A_NUMBER: _("Bitte geben Sie eine Zahl ein, zum Beispiel 84.500 oder 12,50."),
    Flaw.TOO_SMALL: _("Der Wert muss mindestens %(limit)s sein."),
    Flaw.TOO_LARGE: _("Der Wert darf höchstens %(limit)s sein."),
    Flaw.NOT_A_DATE: _("Bitte geben Sie ein Datum ein, zum Beispiel 30.09.2027."),
    Flaw.UNKNOWN_OPTION: _("Bitte wählen Sie eine der Antworten aus."),
    Flaw.TOO_MANY_OPTIONS: _("Bitte wählen Sie höchstens %(limit)s Antworten."),
    Flaw.PLAN_AMOUNT: _("Jeder Posten braucht einen Betrag, zum Beispiel 12.500 oder 980,50."),
    Flaw.PLAN_ITEM: _("Bitte benennen Sie jeden Posten."),
    Flaw.PLAN_EMPTY: _("Bitte tragen Sie die Kosten ein."),
    Flaw.PLAN_UNBALANCED: _(
        "Kosten (%(costs)s) und Finanzierung (%(funding)s) müssen gleich sein, der Unterschied beträgt %(difference)s."
    ),
    Flaw.PLAN_SHARE: _("Beantragt sind %(share)s Prozent der Gesamtkosten, erlaubt sind %(limit)s Prozent."),
    Flaw.PLAN_CAP: _("Beantragt werden können höchstens %(limit)s."),
    Flaw.PARTNER_NAME: _("Bitte benennen Sie jeden Partner."),
}

_MONEY = {Flaw.PLAN_UNBALANCED: ("costs", "funding", "difference"), Flaw.PLAN_CAP: ("limit",)}


def refused(reason: Reason, *, field: str | None = None) -> Refused:
    """The exception for a reason."""
    text: str | Promise = TEXTS[reason]
    if reason is Reason.FILE_TOO_LARGE:
        text = str(text) % {"limit": LARGEST // (1024 * 1024)}
    return Refused(reason.value, text, field=field)


def check(reason: Reason | None, *, field: str | None = None) -> None:
    """Raise the refusal if there is one."""
    if reason is not None:
        raise refused(reason, field=field)


def finding_text(finding: Finding) -> str:
    """What is wrong with an answer, as a sentence."""
    money = _MONEY.get(finding.flaw, ())
    return str(FLAW_TEXTS[finding.flaw]) % {
        name: _shown(abs(value) if name == "difference" else value, as_money=name in money)
        for name, value in finding.details.items()
    }


def _shown(value: Any, *, as_money: bool) -> str:
    if as_money:
        return str(euro(value))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f").replace(".", ",")
    return str(number(value))
