"""Why an event takes no registration, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.core.refusals import Refused
from home.domain.registrations import Reason

MESSAGES = {
    Reason.NONE_NEEDED: _("Für diesen Termin brauchen Sie keine Anmeldung. Kommen Sie einfach."),
    Reason.CANCELLED: _("Dieser Termin ist abgesagt. Eine Anmeldung ist nicht mehr nötig."),
    Reason.OVER: _("Dieser Termin hat schon begonnen oder ist vorbei."),
    Reason.CLOSED: _("Die Anmeldung ist beendet. Bitte fragen Sie die Geschäftsstelle, ob noch etwas möglich ist."),
    Reason.ALREADY_IN: _("Diese Anmeldung ist schon bestätigt."),
    Reason.ALREADY_OUT: _("Diese Anmeldung ist schon abgesagt. Sie können sich neu anmelden."),
}


def refuse(reason: Reason) -> Refused:
    """Return the refusal for a reason of the domain."""
    return Refused(reason.value, MESSAGES[reason])
