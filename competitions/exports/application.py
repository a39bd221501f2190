"""One handed-in version as PDF/UA: everything that was sent, out of the stored copy, never out of later answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.template.defaultfilters import filesizeformat
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.core.documents import render_pdf
from cms.core.templatetags.stadtblick import day, decimal1, euro, moment, number
from cms.places.models import Municipality
from competitions.domain import TOWN_CONSENT, Part, Question, consent_question, plan_sums, read_number
from competitions.enums import OrganisationKind, PartnerKind, QuestionKind
from competitions.models import Submission

LAYOUT: Final = "competitions/documents/application.typ"


def application_pdf(submission: Submission) -> bytes:
    """Number, time, fingerprint, all parts with answers and sums, and the files by name, size and SHA-256."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_pdf(LAYOUT, _data(submission), made_at=submission.sent_at)


def application_pdf_name(submission: Submission) -> str:
    return f"Bewerbung-{submission.number}.pdf"


def _data(submission: Submission) -> dict[str, Any]:
    content = submission.content
    application = submission.application
    competition = application.stage.competition
    parts = [_part(part, content["answers"]) for part in application.form_version.form.parts]
    return {
        "title": content["title"],
        "sender": f"{settings.SITE_NAME} · {competition.title}",
        "reference": submission.number,
        "footer": _("Empfangsnummer %(number)s, gesendet am %(moment)s")
        % {"number": submission.number, "moment": moment(submission.sent_at)},
        "kicker": _("Bewerbung beim %(competition)s") % {"competition": competition.title},
        "receipt": _receipt(submission),
        "who_title": _("Wer sich bewirbt"),
        "who": _who(content),
        "partners_title": pgettext("plural", "Partner"),
        "partners": _partners(content.get("partners") or []),
        "parts": [part for part in parts if part["items"]],  # files have a table of their own
        "files_title": _("Dateien"),
        "files": _files(submission),
        "no_files": _("Es sind keine Dateien beigefügt."),
    }


def _receipt(submission: Submission) -> list[list[str]]:
    return [
        [_("Empfangsnummer"), submission.number],
        [_("Gesendet"), moment(submission.sent_at)],
        [_("Stufe"), str(submission.application.stage.name)],
        [_("Prüfsumme (SHA-256)"), _breakable(submission.fingerprint)],
    ]


def _who(content: Mapping[str, Any]) -> list[list[str]]:
    municipality = Municipality.objects.filter(pk=content["municipality"]).first()
    rows = [
        [_("Wer sich bewirbt"), content["organisation"]],
        [_("Art"), str(OrganisationKind(content["organisation_kind"]).label)],
        [_("Stadt oder Gemeinde"), municipality.label if municipality else str(content["municipality"])],
        [_("Ansprechperson"), content["contact_name"]],
        [_("Telefon"), content["contact_phone"]],
    ]
    return [row for row in rows if row[1]]


def _partners(partners: list[Mapping[str, str]]) -> dict[str, Any]:
    rows = [[row["name"], str(PartnerKind(row["kind"]).label), row["role"], row["contact"]] for row in partners]
    return {"head": [_("Name"), _("Art"), _("Aufgabe"), _("Kontakt")], "rows": rows}


def _part(part: Part, answers: Mapping[str, Any]) -> dict[str, Any]:
    items = [_item(asked, answers.get(asked.key)) for asked in part.questions if asked.kind != QuestionKind.FILE]
    return {"title": part.title, "items": items}


def _item(question: Question, answer: Any) -> dict[str, Any]:
    if question.kind == QuestionKind.PLAN and isinstance(answer, Mapping):
        return {"label": question.label, "plan": _plan(question, answer)}
    return {"label": question.label, "text": _text(question, answer) or _("keine Angabe")}


def _text(question: Question, answer: Any) -> str:
    if not answer:
        return ""
    match question.kind:
        case QuestionKind.CHOICE:
            return question.label_of(answer)
        case QuestionKind.CHOICES:
            return ", ".join(question.label_of(value) for value in answer)
        case QuestionKind.MONEY:
            return _euro(answer)
        case QuestionKind.NUMBER:
            return f"{number(answer)} {question.unit}".strip() if read_number(answer) is not None else str(answer)
        case QuestionKind.DATE:
            return _day(answer)
    return str(answer)


def _plan(question: Question, plan: Mapping[str, Any]) -> dict[str, Any]:
    sums = plan_sums(plan)
    share = f" ({decimal1(sums.share)} %)" if sums.share is not None else ""
    costs = [*_rows(plan.get("costs")), [_("Kosten zusammen"), _euro(sums.costs)]]
    grant = [question.grant_label or _("Beantragte Mittel"), f"{_euro(sums.grant)}{share}"]
    funding = [*_rows(plan.get("funding")), grant, [_("Finanzierung zusammen"), _euro(sums.funding)]]
    return {
        "costs": {"head": [_("Kosten"), _("Betrag")], "rows": costs},
        "funding": {"head": [_("Finanzierung"), _("Betrag")], "rows": funding},
    }


def _rows(rows: Any) -> Iterator[list[str]]:
    for row in rows or ():
        yield [row.get("item") or _("ohne Bezeichnung"), _euro(row.get("amount"))]


def _files(submission: Submission) -> dict[str, Any]:
    questions = {**submission.application.form_version.form.questions, TOWN_CONSENT: consent_question()}
    rows = [
        [
            questions[file["question"]].label if file["question"] in questions else file["question"],
            file["name"],
            filesizeformat(file["size"]),
            _breakable(file["sha256"]),
        ]
        for file in submission.content["files"]
    ]
    return {"head": [_("Zu"), _("Name"), _("Größe"), _("Prüfsumme (SHA-256)")], "rows": rows}


def _euro(amount: Decimal | str | None) -> str:
    if isinstance(amount, str):
        return str(euro(found)) if (found := read_number(amount)) is not None else amount
    return str(euro(amount)) if amount is not None else "–"


def _day(answer: str) -> str:
    try:
        return str(day(date.fromisoformat(answer)))
    except ValueError:
        return answer


def _breakable(digest: str) -> str:
    """Groups of eight, so that a line can break between them."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))
