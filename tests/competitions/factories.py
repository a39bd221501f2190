"""Competitions for tests, told through the same actions that people use."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from cms.accounts.enums import Role
from cms.accounts.models import User
from cms.places.models import Municipality
from competitions.actions import (
    accept_invitation,
    admit_application,
    assign_panel,
    attach_file,
    commit_decisions,
    complete_review,
    declare_conflicts,
    invite_juror,
    propose_decision,
    save_applicant,
    save_form,
    save_part,
    save_scores,
    send_application,
    start_application,
)
from competitions.enums import FormalCheckItem, OrganisationKind, Verdict
from competitions.models import (
    Application,
    Assignment,
    Award,
    Candidate,
    Competition,
    Criterion,
    PanelMember,
    Review,
    Stage,
)
from tests.accounts.factories import make_user

NOW = datetime(2027, 6, 15, 10, 0, tzinfo=UTC)
"""A moment at which the stage below takes applications."""

DAY = timedelta(days=1)
OPENS, CLOSES = NOW - 30 * DAY, NOW + 30 * DAY
JURY_OPENS, JURY_CLOSES = NOW + 40 * DAY, NOW + 60 * DAY
CHECKING, JUDGING, DELIBERATING = NOW + 35 * DAY, NOW + 50 * DAY, NOW + 61 * DAY

PLAN = {
    "costs": [{"item": "Umbau der Erdgeschosse", "amount": "60000"}, {"item": "Beteiligung", "amount": "24.500"}],
    "funding": [{"item": "Eigenanteil der Stadt", "amount": "42.500"}],
    "grant": "42.000",
}

FORM: list[dict[str, Any]] = [
    {
        "type": "part",
        "value": {
            "key": "vorhaben",
            "title": "Das Vorhaben",
            "intro": "Kurzbeschreibung, Ort, Ziel",
            "blocks": [
                {"type": "explanation", "value": "Schreiben Sie so, dass es auch Ortsfremde verstehen."},
                {
                    "type": "short_text",
                    "value": {"key": "ort", "label": "Wo?", "max_characters": 80, "identifying": True},
                },
                {"type": "long_text", "value": {"key": "ziel", "label": "Was soll entstehen?", "max_characters": 500}},
                {"type": "choice", "value": {"key": "art", "label": "Art", "options": ["Umbau", "Programm"]}},
                {
                    "type": "choices",
                    "value": {
                        "key": "themen",
                        "label": "Themen",
                        "options": ["Leerstand", "Klima", "Wohnen"],
                        "required": False,
                    },
                },
                {"type": "date", "value": {"key": "beginn", "label": "Beginn"}},
                {
                    "type": "number",
                    "value": {"key": "laeden", "label": "Leere Läden", "lowest": "0", "required": False},
                },
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "kosten",
            "title": "Kosten und Finanzierung",
            "blocks": [
                {"type": "plan", "value": {"key": "plan", "label": "Plan", "max_share": "50", "highest": "60000"}},
            ],
        },
    },
    {
        "type": "part",
        "value": {
            "key": "anlagen",
            "title": "Anlagen",
            "blocks": [
                {"type": "heading", "value": "Dateien"},
                {
                    "type": "file",
                    "value": {
                        "key": "zustimmung",
                        "label": "Zustimmung der Kommune",
                        "file_groups": ["pdf"],
                        "identifying": True,
                    },
                },
                {
                    "type": "file",
                    "value": {
                        "key": "bilder",
                        "label": "Bilder und Projekttafel",
                        "file_groups": ["pdf", "image", "office"],
                        "max_files": 3,
                        "required": False,
                    },
                },
            ],
        },
    },
]

ANSWERS: Mapping[str, Mapping[str, Any]] = {
    "vorhaben": {
        "ort": "Kleine Gasse",
        "ziel": "Drei leere Erdgeschosse werden Werkstatt, Spielzimmer und Stadtküche.",
        "art": "Umbau",
        "themen": ["Leerstand"],
        "beginn": "1.3.2028",
        "laeden": "3",
    },
    "kosten": {"plan": PLAN},
}

CRITERIA: Sequence[tuple[str, str, int]] = (
    ("wirkung", "Wirkung auf die Innenstadt", 40),
    ("idee", "Idee und Eigenart", 30),
    ("umsetzung", "Umsetzbarkeit", 30),
)


def make_municipality(ags: str = "16066063", name: str = "Schmalkalden", population: int = 19_700) -> Municipality:
    """A municipality with the figures that matter here; the same key gives the same one."""
    municipality, _is_new = Municipality.objects.get_or_create(
        ags=ags,
        defaults={
            "name": name,
            "name_official": name,
            "kind": "town",
            "district": "Schmalkalden-Meiningen",
            "district_ags": ags[:5],
            "population": population,
            "area_km2": "105.00",
            "latitude": 50.72,
            "longitude": 10.45,
        },
    )
    return municipality


def make_stage(*, with_form: bool = True, with_criteria: bool = True, slug: str = "wettbewerb", **fields: Any) -> Stage:
    """A competition with one stage that is open at NOW, its form and its criteria."""
    number = Competition.objects.count()
    competition = Competition.objects.create(
        slug=slug,
        title="Innenstadt-Wettbewerb 2027",
        code_prefix=f"W{27 + number}",
        contact_email="wettbewerb@example.org",
    )
    dates = {"opens_at": OPENS, "closes_at": CLOSES, "jury_opens_at": JURY_OPENS, "jury_closes_at": JURY_CLOSES}
    stage = Stage.objects.create(competition=competition, **{**dates, **fields})
    if with_form:
        save_form(stage=stage, definition=FORM, by=None, now=OPENS - DAY)
    if with_criteria:
        make_criteria(stage)
    return stage


def make_criteria(stage: Stage) -> list[Criterion]:
    return [
        Criterion.objects.create(
            stage=stage,
            key=key,
            name=name,
            guidance="Woran wird das sichtbar?",
            weight=weight,
            labels=[[0, "nicht erfüllt"], [5, "teilweise"], [10, "vorbildlich"]],
            position=position,
        )
        for position, (key, name, weight) in enumerate(CRITERIA)
    ]


def make_awards(stage: Stage) -> list[Award]:
    return [
        Award.objects.create(stage=stage, rank=1, title="1. Preis", amount="60000"),
        Award.objects.create(stage=stage, rank=2, title="Weiterer Preis", quantity=2, amount="20000"),
    ]


def pdf(text: str = "Zustimmung", *, name: str = "Zustimmung.pdf") -> SimpleUploadedFile:
    """A small file with head and tail of a PDF; other text gives other content."""
    return SimpleUploadedFile(name, pdf_bytes(text), content_type="application/pdf")


def pdf_bytes(text: str = "Zustimmung") -> bytes:
    body = f"%PDF-1.4\n1 0 obj<</Type/Catalog/Info({text})>>endobj\n".encode()
    return body + f"trailer<</Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n".encode()


def docx(*, extra: Iterable[str] = (), main: str = "wordprocessingml.document.main+xml") -> bytes:
    """A minimal Office document; `extra` adds empty members by their names."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{main}"/></Types>',
        )
        for name in extra:
            archive.writestr(name, b"")
    return buffer.getvalue()


def make_draft(stage: Stage, lead: User, *, now: datetime = NOW) -> Application:
    """An untouched draft."""
    return start_application(stage=stage, lead=lead, now=now)


def fill(application: Application, *, title: str = "Drei Läden, ein Flur", now: datetime = NOW) -> Application:
    """Answer everything and attach what is required."""
    by = application.lead
    application = save_applicant(
        application=application,
        title=title,
        organisation="Stadt Schmalkalden",
        organisation_kind=OrganisationKind.MUNICIPALITY,
        municipality=make_municipality(),
        contact_name="Anna Antrag",
        contact_phone="",
        revision=application.revision,
        by=by,
        now=now,
    )
    for part, answers in ANSWERS.items():
        application = save_part(
            application=application, part=part, answers=answers, revision=application.revision, by=by, now=now
        )
    attach_file(application=application, question="zustimmung", upload=pdf(), name="Zustimmung.pdf", by=by, now=now)
    return application


def make_sent(stage: Stage, lead: User, *, title: str = "Drei Läden, ein Flur", now: datetime = NOW) -> Application:
    """A complete application, handed in."""
    application = fill(make_draft(stage, lead, now=now), title=title, now=now)
    send_application(application=application, by=lead, now=now)
    application.refresh_from_db()
    return application


def make_candidate(stage: Stage, lead: User, office: User, *, title: str = "Drei Läden, ein Flur") -> Candidate:
    """A handed-in and admitted application's frozen copy."""
    application = make_sent(stage, lead, title=title)
    return admit_application(application=application, ticked=FormalCheckItem.values, by=office, now=CHECKING)


def make_candidates(stage: Stage, office: User, count: int) -> list[Candidate]:
    """So many candidates, each by an applicant of its own."""
    return [
        make_candidate(
            stage,
            make_user(f"stadt{number}.{stage.pk}@example.org", Role.APPLICANT, name=f"Stadt {number}"),
            office,
            title=f"Vorhaben {number}",
        )
        for number in range(1, count + 1)
    ]


def make_juror(stage: Stage, office: User, email: str, *, joins: bool = True, **fields: Any) -> PanelMember:
    """A member of the stage's panel, who accepts at once."""
    name = fields.pop("name", "")
    member = invite_juror(stage=stage, email=email, name=name, by=office, now=CHECKING, **fields)
    if joins:
        accept_invitation(member=member, by=member.user, now=CHECKING)
        member.refresh_from_db()
    return member


def assign_all(stage: Stage, office: User) -> list[Assignment]:
    """Everything assigned; who has joined declares to be free of conflicts."""
    new = assign_panel(stage=stage, by=office, now=CHECKING)
    for member in PanelMember.objects.bound().filter(panel__stage=stage).select_related("user"):
        declare_conflicts(member=member, conflicts={}, by=member.user, now=CHECKING)
    return list(Assignment.objects.filter(pk__in=[assignment.pk for assignment in new]))


def score(assignment: Assignment, *values: int | None, complete: bool = True, now: datetime = JUDGING) -> Review:
    """Save the given points in the order of the criteria and finish the review."""
    keys = assignment.candidate.stage.criteria.values_list("key", flat=True)
    by = assignment.member.user
    review = save_scores(assignment=assignment, values=dict(zip(keys, values, strict=True)), by=by, now=now)
    return complete_review(assignment=assignment, by=by, now=now) if complete else review


def decide(candidate: Candidate, office: User, *, award: Award | None = None) -> None:
    """A prize for this candidate, and everything of its stage committed."""
    propose_decision(
        candidate=candidate,
        verdict=Verdict.AWARD,
        reason="Überzeugt in jeder Hinsicht.",
        award=award,
        by=office,
        now=DELIBERATING,
    )
    commit_decisions(stage=candidate.stage, by=office, now=DELIBERATING)
