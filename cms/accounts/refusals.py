"""Why something about an account is refused, said to the person who asked."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cms.core.refusals import Refused


def last_admin() -> Refused:
    """Somebody must stay who can hand out roles."""
    return Refused(
        "last_admin",
        _("Das ist das letzte Konto mit der Rolle Administration. Geben Sie die Rolle zuerst einer weiteren Person."),
    )


def not_yours() -> Refused:
    """Only administrators hand out and take roles."""
    return Refused("not_yours", _("Rollen vergibt und entzieht nur die Administration."))


def deletion_already_requested() -> Refused:
    """The wish is on record."""
    return Refused("deletion_already_requested", _("Die Löschung Ihres Kontos ist schon vorgemerkt."))


def no_deletion_requested() -> Refused:
    """There is nothing to take back."""
    return Refused("no_deletion_requested", _("Für Ihr Konto ist keine Löschung vorgemerkt."))


def name_missing() -> Refused:
    """A name has at least one letter."""
    return Refused("name_missing", _("Bitte geben Sie Ihren Namen ein."), field="name")


def own_account() -> Refused:
    """Nobody locks or deletes the account in use."""
    return Refused("own_account", _("Das eigene Konto können Sie hier nicht sperren oder löschen."))


def in_use() -> Refused:
    """Applications, reviews and decisions keep their authors."""
    return Refused(
        "in_use",
        _("An diesem Konto hängen Bewerbungen, Bewertungen oder Entscheidungen. Sperren Sie es stattdessen."),
    )
