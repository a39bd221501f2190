"""The demo world's cast: one log-in per role, all at example.org, none of them a real person."""

from __future__ import annotations

from dataclasses import dataclass

from cms.accounts.enums import Role


@dataclass(frozen=True)
class Person:
    """A demo user: address, the name shown, the roles granted."""

    email: str
    name: str
    roles: tuple[Role, ...] = ()


EDITOR = Person("redaktion@example.org", "Rieke Redaktion", (Role.EDITOR,))
MODERATOR = Person("moderation@example.org", "Mona Moderation", (Role.MODERATOR,))
SECOND_MODERATOR = Person("moderation2@example.org", "Milan Moderation", (Role.MODERATOR,))
OFFICE = Person("geschaeftsstelle@example.org", "Gesa Geschäftsstelle", (Role.OFFICE,))
ADMIN = Person("verwaltung@example.org", "Ada Verwaltung", (Role.ADMIN,))
MEMBER = Person("partner@example.org", "Pauli Partner", (Role.MEMBER,))
APPLICANT = Person("bewerbung@example.org", "Bente Bewerbung", (Role.APPLICANT,))

# Jurors get their role from the action that invites them.
JURORS = (
    Person("jury1@example.org", "Jona Jury"),
    Person("jury2@example.org", "Jule Handel"),
    Person("jury3@example.org", "Janne Klima"),
    Person("jury4@example.org", "Jaro Wohnen"),
    Person("jury5@example.org", "Jette Kultur"),
    Person("jury6@example.org", "Jorin Planung"),
)

STAFF = (EDITOR, MODERATOR, SECOND_MODERATOR, OFFICE, ADMIN)
EVERYBODY = (*STAFF, MEMBER, APPLICANT, *JURORS)

# Names for photo credits; all invented.
AUTHORS = (
    "Alma Winterstein",
    "Bruno Kessler",
    "Cleo Anders",
    "Dario Feldmann",
    "Edda Sommer",
    "Fiete Lorenz",
    "Greta Hollunder",
    "Hauke Brandt",
    "Ida Rosenow",
    "Jasper Kühn",
    "Kaya Demir",
    "Lotte Ahorn",
    "Malik Sander",
    "Nora Quell",
    "Ole Petersen",
    "Pia Lindner",
    "Quentin Moos",
    "Runa Falk",
    "Samir Thal",
    "Tilda Berg",
)
