"""German words for every reason of the domain: what is wrong and what to do next."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from campaigns.domain.reasons import Reason
from cms.core.refusals import Refused

MESSAGES = {
    Reason.SUBMISSION_NOT_OPEN: _("Die Einreichung hat noch nicht begonnen."),
    Reason.SUBMISSION_CLOSED: _("Die Einreichung ist beendet. Ihre Angaben wurden nicht mehr übernommen."),
    Reason.VOTING_NOT_OPEN: _("Die Abstimmung hat noch nicht begonnen."),
    Reason.VOTING_CLOSED: _("Die Abstimmung ist beendet."),
    Reason.VOTING_RUNNING: _("Das geht erst, wenn die Abstimmung beendet ist."),
    Reason.RESULTS_TOO_EARLY: _("Das Ergebnis ist für einen späteren Zeitpunkt angekündigt."),
    Reason.OBJECTIONS_RUNNING: _("Das geht erst nach dem Ende der Einspruchsfrist."),
    Reason.TOWN_NOT_ELIGIBLE: _("Dieser Ort nimmt an der Kampagne nicht teil. Bitte wählen Sie einen anderen."),
    Reason.TOO_MANY_OF_PERSON: _(
        "Mit dieser Adresse sind schon %(limit)d Beiträge eingereicht, mehr sind nicht möglich. Ziehen Sie einen davon "
        "zurück, dann ist Platz für diesen. Ihr Entwurf bleibt so lange gespeichert."
    ),
    Reason.TOO_MANY_OF_TOWN: _("Für diesen Ort sind schon so viele Beiträge eingereicht, wie die Regeln erlauben."),
    Reason.DUPLICATE_PHOTO: _("Genau dieses Foto ist schon eingereicht. Bitte wählen Sie ein anderes."),
    Reason.PLACE_MISSING: _("Ort, Titel und Beschreibung fehlen noch."),
    Reason.ANSWERS_MISSING: _("Die Angaben zu Menschen und Rechten fehlen noch."),
    Reason.RIGHTS_MISSING: _(
        "Bitte bestätigen Sie, dass Sie das Foto selbst gemacht haben. Sonst dürfen wir es nicht zeigen."
    ),
    Reason.CONSENT_MISSING: _("Ohne die beiden nötigen Einwilligungen können Sie nicht teilnehmen."),
    Reason.TOO_YOUNG: _("An dieser Kampagne können Sie ab %(age)d Jahren teilnehmen."),
    Reason.CHILDREN_UNCONFIRMED: _(
        "Sind Kinder zu erkennen, müssen ihre Eltern zugestimmt haben. Bitte bestätigen Sie das oder wählen Sie ein "
        "anderes Foto."
    ),
    Reason.DRONE_UNCONFIRMED: _(
        "Bitte bestätigen Sie, dass der Flug an diesem Ort erlaubt und die Drohne registriert war."
    ),
    Reason.GUARDIAN_MISSING: _("Bitte nennen Sie die E-Mail-Adresse einer sorgeberechtigten Person."),
    Reason.GUARDIAN_SAME: _("Die sorgeberechtigte Person braucht eine andere E-Mail-Adresse als Sie selbst."),
    Reason.GUARDIAN_UNCONFIRMED: _(
        "Die sorgeberechtigte Person hat noch nicht zugestimmt. Bis dahin bleibt der Beitrag verborgen."
    ),
    Reason.PHOTO_PENDING: _("Das Foto wird noch verarbeitet. Bitte versuchen Sie es in einem Augenblick noch einmal."),
    Reason.PHOTO_REFUSED: _("Das Foto lässt sich nicht lesen. Bitte laden Sie ein anderes hoch."),
    Reason.CONSENT_NEEDED: _(
        "Ohne diese Einwilligung kann der Beitrag nicht teilnehmen. Sie können ihn stattdessen zurückziehen."
    ),
    Reason.CONSENT_TOO_LATE: _(
        "Diese Einwilligung braucht die Zustimmung der sorgeberechtigten Person. Nach der Freigabe lässt sie sich "
        "nicht mehr geben."
    ),
    Reason.NOT_EDITABLE: _("Dieser Beitrag lässt sich nicht mehr ändern."),
    Reason.CHANGED_MEANWHILE: _("Der Beitrag wurde inzwischen geändert. Bitte sehen Sie ihn sich noch einmal an."),
    Reason.SOMEBODY_FASTER: _(
        "Jemand war schneller: Der Stand hat sich inzwischen geändert. Bitte laden Sie die Seite neu."
    ),
    Reason.REASON_MISSING: _("Bitte geben Sie eine Begründung an. Sie wird verschickt."),
    Reason.UNDO_TOO_LATE: _("Zum Rückgängigmachen ist es zu spät: Die Entscheidung ist schon wirksam."),
    Reason.UNDO_OTHERS: _("Rückgängig machen kann eine Entscheidung nur, wer sie getroffen hat."),
    Reason.FLAGGED: _("Der Beitrag hat inzwischen einen Hinweis. Bitte sehen Sie ihn sich einzeln an."),
    Reason.BALLOT_EMPTY: _("Ihr Stimmzettel ist leer. Bitte wählen Sie mindestens ein Foto."),
    Reason.BALLOT_TWICE: _("Ein Foto steht doppelt auf dem Stimmzettel. Jedes zählt nur einmal."),
    Reason.BALLOT_TOO_MANY: _("Sie haben %(limit)d Stimmen. Bitte nehmen Sie ein Foto vom Stimmzettel."),
    Reason.BALLOT_TOWN_TOO_MANY: _("Höchstens %(limit)d Ihrer Stimmen dürfen an denselben Ort gehen."),
    Reason.BALLOT_UNKNOWN_ENTRY: _(
        "Ein Foto auf Ihrem Stimmzettel steht nicht mehr zur Wahl. Bitte nehmen Sie es herunter."
    ),
    Reason.BALLOT_OWN_ENTRY: _("Eigene Fotos können Sie nicht wählen. Bitte nehmen Sie Ihr Foto vom Stimmzettel."),
    Reason.ADDRESS_MALFORMED: _("Das ist keine vollständige E-Mail-Adresse. Bitte prüfen Sie die Schreibweise."),
    Reason.KEY_DESTROYED: _("Der Abstimmungsschlüssel ist vernichtet. Stimmen können nicht mehr geändert werden."),
    Reason.ALREADY_PUBLISHED: _("Das Ergebnis ist schon veröffentlicht."),
    Reason.NOT_PUBLISHED: _("Das Ergebnis ist noch nicht veröffentlicht."),
    Reason.UNDECIDED_BALLOTS: _(
        "Über %(count)d zurückgestellte Stimmzettel ist noch nicht entschieden. Zwei Personen müssen erst entscheiden."
    ),
    Reason.RESULT_CHANGED: _(
        "Seit Ihrer Vorschau hat sich etwas geändert. Bitte sehen Sie sich das Ergebnis noch einmal an."
    ),
    Reason.JURY_UNDECIDED: _("Das Ergebnis erscheint zusammen mit der Entscheidung der Jury. Sie steht noch aus."),
    Reason.NO_JURY_FINAL: _("Diese Kampagne hat kein Jury-Finale."),
    Reason.SHORTLIST_FROZEN: _("Die Auswahlliste ist schon festgehalten."),
    Reason.SHORTLIST_MISSING: _("Bitte halten Sie zuerst die Auswahlliste fest."),
    Reason.SHORTLIST_EMPTY: _("Kein Beitrag hat gewertete Stimmen. Damit gibt es keine Auswahlliste."),
    Reason.NOTHING_TO_HAND_OVER: _("Für diese Auswahl liegt keine Einwilligung vor. Es gibt nichts zu übergeben."),
    Reason.SAME_PERSON: _("Darüber muss eine zweite Person entscheiden."),
    Reason.PEEK_REASON_SHORT: _(
        "Bitte begründen Sie den Einblick mit mindestens %(least)d Zeichen. Die Begründung steht im Protokoll."
    ),
    Reason.PEEK_NOT_ALLOWED: _("Einblick in den Zwischenstand hat nur die Geschäftsstelle."),
    Reason.NOTHING_TO_PEEK_AT: _("Einen Zwischenstand gibt es nur zwischen Beginn der Abstimmung und Ergebnis."),
    Reason.NOTE_MISSING: _(
        "Die Kampagne läuft. Bitte begründen Sie die Änderung; die Begründung wird öffentlich gezeigt."
    ),
    Reason.RULE_FIXED: _("Diese Regel lässt sich in der jetzigen Phase nicht mehr ändern."),
    Reason.TOWN_HAS_ENTRIES: _("Aus diesen Orten sind schon Fotos eingereicht, sie müssen dabei bleiben: %(towns)s."),
}

FIELDS = {
    Reason.TOWN_NOT_ELIGIBLE: "municipality",
    Reason.TOO_MANY_OF_TOWN: "municipality",
    Reason.DUPLICATE_PHOTO: "photo",
    Reason.RIGHTS_MISSING: "owns_rights",
    Reason.CONSENT_MISSING: "consents",
    Reason.TOO_YOUNG: "age",
    Reason.CHILDREN_UNCONFIRMED: "parents_agreed",
    Reason.DRONE_UNCONFIRMED: "drone_cleared",
    Reason.GUARDIAN_MISSING: "guardian_email",
    Reason.GUARDIAN_SAME: "guardian_email",
    Reason.REASON_MISSING: "reason",
    Reason.PEEK_REASON_SHORT: "reason",
    Reason.ADDRESS_MALFORMED: "email",
    Reason.NOTE_MISSING: "note",
}


def refused(reason: Reason, **values: Any) -> Refused:
    """The exception for a reason, fit to show; `values` fill the numbers in its sentence."""
    message = MESSAGES[reason]
    return Refused(reason.value, message % values if values else message, field=FIELDS.get(reason))
