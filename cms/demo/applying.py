"""How demo applicants fill in their applications: through the same actions as everybody, at moments in the past."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import typst
from django.core.files.base import ContentFile

from cms.accounts.actions import sign_up
from cms.accounts.models import User
from cms.demo.stories.contests import Street
from cms.demo.stories.projects import Project
from cms.demo.stories.themes import THEME_OF
from cms.places.models import Municipality
from competitions import actions
from competitions.domain import TOWN_CONSENT
from competitions.enums import OrganisationKind
from competitions.models import Application, Stage

LETTER = """
#let letter = json(bytes(sys.inputs.letter))
#set document(title: letter.title)
#set text(font: ("Liberation Sans", "Libertinus Serif"), size: 11pt, lang: "de", region: "DE")
#set page(paper: "a4", margin: (x: 28mm, y: 30mm), footer: text(size: 8pt)[Vorführung mit erfundenen Inhalten])
= #letter.title
#letter.text
"""


def address_of(town: str) -> str:
    folded = town.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", " ": "-"}))
    return f"{folded}@example.org"


def town_named(name: str) -> Municipality:
    return Municipality.objects.get(name=name)


def applicant(project: Project, now: datetime) -> User:
    return sign_up(email=address_of(project.town), now=now)


def apply(
    stage: Stage,
    lead: User,
    project: Project,
    now: datetime,
    *,
    parts: tuple[str, ...] = ("vorhaben", "teile", "kosten"),
    files: bool = True,
) -> Application:
    """Fill the given parts as the applicant would and attach the project's sheet, an association the town's consent."""
    application = _begin(stage, lead, project.title, project.organisation, project.town, now, files=files)
    for part in parts:
        application = actions.save_part(
            application=application,
            part=part,
            answers=_answers(project, now)[part],
            revision=application.revision,
            by=lead,
            now=now,
        )
    if files:
        _attach(application, "tafel", "Projekttafel.pdf", _sheet(project), now)
    return Application.objects.get(pk=application.pk)


def _attach(application: Application, question: str, name: str, content: bytes, now: datetime) -> None:
    upload = ContentFile(content, name=name)
    actions.attach_file(
        application=application, question=question, upload=upload, name=name, by=application.lead, now=now
    )


def _begin(
    stage: Stage, lead: User, title: str, organisation: str, town: str, now: datetime, *, files: bool = True
) -> Application:
    application = actions.start_application(stage=stage, lead=lead, now=now)
    is_association = organisation.endswith("e. V.")
    if is_association and files:
        _attach(application, TOWN_CONSENT, f"Zustimmung {town}.pdf", _consent(town, title), now)
    return actions.save_applicant(
        application=application,
        title=title,
        organisation=organisation,
        organisation_kind=OrganisationKind.ASSOCIATION if is_association else OrganisationKind.MUNICIPALITY,
        municipality=town_named(town),
        contact_name="Ansprechperson (Vorführung)",
        contact_phone="",
        revision=application.revision,
        by=lead,
        now=now,
    )


def _answers(project: Project, now: datetime) -> dict[str, dict[str, Any]]:
    *funding, (_label, grant) = project.financing
    return {
        "vorhaben": {
            "kurz": project.summary,
            "ort": project.place,
            "ziel": project.goal,
            "schwerpunkt": THEME_OF.get(project.town, "Leerstand"),
            "themen": ["Leerstand", "Kultur und Treffpunkt"],
            "beginn": (now + timedelta(days=270)).strftime("%d.%m.%Y"),
        },
        "teile": {"bauen": project.building, "beleben": project.enlivening, "partner": project.partners},
        "kosten": {
            "plan": {
                "costs": [{"item": item, "amount": str(amount)} for item, amount in project.costs],
                "funding": [{"item": item, "amount": str(amount)} for item, amount in funding],
                "grant": str(grant),
            }
        },
    }


def apply_for_trees(stage: Stage, lead: User, street: Street, now: datetime) -> Application:
    application = _begin(stage, lead, street.title, street.organisation, street.town, now)
    answers: dict[str, dict[str, Any]] = {
        "strasse": {"ort": street.place, "baeume": str(street.trees), "grund": street.why},
        "pflege": {"giessen": street.watering, "programm": street.programme},
    }
    for part, given in answers.items():
        application = actions.save_part(
            application=application, part=part, answers=given, revision=application.revision, by=lead, now=now
        )
    return Application.objects.get(pk=application.pk)


def _consent(town: str, title: str) -> bytes:
    text = f"Die Stadt {town} stimmt dem Vorhaben „{title}“ zu und unterstützt es im Wettbewerb."
    return _letter(f"Zustimmung der Stadt {town}", text)


def _sheet(project: Project) -> bytes:
    return _letter(project.title, f"{project.town}, {project.place}. {project.summary} {project.goal}")


def _letter(title: str, text: str) -> bytes:
    sys_inputs = {"letter": json.dumps({"title": title, "text": text})}
    return bytes(typst.compile(LETTER.encode(), format="pdf", sys_inputs=sys_inputs, pdf_standards=["ua-1"]))
