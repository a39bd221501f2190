"""What an author confirmed, line by line, for whoever decides about the entry."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from campaigns.enums import ConsentKind, People
from campaigns.models import Entry
from campaigns.queries.entries import consents_of


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line: what it is about, what was said, whether that settles it; None where nothing is to settle."""

    label: str
    note: str
    is_settled: bool | None = None


def checklist_of(entry: Entry) -> list[CheckItem]:
    """People, children, drone, age, rights, consents: what the author said about each."""
    return [_people(entry), *_children(entry), _drone(entry), _age(entry), _rights(entry), *_consents(entry)]


def _people(entry: Entry) -> CheckItem:
    label = _("Menschen auf dem Foto")
    if entry.people == People.AGREED:
        return CheckItem(label, _("erkennbar; alle sind einverstanden"), is_settled=True)
    if entry.people == People.UNASKED:
        return CheckItem(label, _("erkennbar; nicht alle wurden gefragt"), is_settled=False)
    return CheckItem(label, _("niemand erkennbar"))


def _children(entry: Entry) -> list[CheckItem]:
    if not entry.shows_children:
        return []
    note = _("erkennbar; die Eltern haben zugestimmt") if entry.parents_agreed else _("erkennbar; Eltern nicht gefragt")
    return [CheckItem(_("Kinder auf dem Foto"), note, is_settled=entry.parents_agreed)]


def _drone(entry: Entry) -> CheckItem:
    label = _("Drohne")
    if not entry.is_drone:
        return CheckItem(label, _("nein"))
    if entry.drone_cleared:
        return CheckItem(label, _("ja; Flug erlaubt, Drohne registriert"), is_settled=True)
    return CheckItem(label, _("ja; zum Flug wurde nichts bestätigt"), is_settled=False)


def _age(entry: Entry) -> CheckItem:
    label = _("Alter")
    if not entry.is_minor:
        return CheckItem(label, _("volljährig"))
    if entry.guardian_confirmed_at is None:
        return CheckItem(label, _("minderjährig; die Zustimmung fehlt noch"), is_settled=False)
    return CheckItem(label, _("minderjährig; eine sorgeberechtigte Person hat zugestimmt"), is_settled=True)


def _rights(entry: Entry) -> CheckItem:
    note = _("selbst gemacht, Rechte bestätigt") if entry.owns_rights else _("nicht bestätigt")
    return CheckItem(_("Rechte am Foto"), note, is_settled=entry.owns_rights)


def _consents(entry: Entry) -> list[CheckItem]:
    given = consents_of(entry)
    lines = []
    for kind in ConsentKind:
        consent = given.get(kind)
        note = _("erteilt, Fassung %(version)d") % {"version": consent.text.version} if consent else _("nicht erteilt")
        settled = consent is not None if kind != ConsentKind.OPEN_LICENCE else (True if consent else None)
        lines.append(CheckItem(str(kind.label), note, is_settled=settled))
    return lines
