"""How far an application is: per part a status and what is still wrong, one finding per answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from competitions.enums import PartStatus, QuestionKind

from .answers import Answer, read_date, read_number
from .forms import APPLICANT_PART, FormDefinition, Part, Question
from .partners import TOWN_CONSENT, are_named
from .plans import amount_of, plan_sums
from .reasons import Flaw


@dataclass(frozen=True)
class Finding:
    """What is wrong with one answer; `details` fill the words, for instance the limit that was passed."""

    question: str
    flaw: Flaw
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PartReport:
    key: str
    title: str
    status: PartStatus
    findings: tuple[Finding, ...]
    answered: int
    asked: int


@dataclass(frozen=True)
class FormReport:
    parts: tuple[PartReport, ...]

    @property
    def is_complete(self) -> bool:
        """Whether it can be sent; parts in which everything is voluntary may stay open."""
        return not any(part.findings for part in self.parts)

    @property
    def done(self) -> int:
        return sum(part.status == PartStatus.DONE for part in self.parts)

    @property
    def next_part(self) -> PartReport | None:
        """The first part that still keeps the application from being sent."""
        return next((part for part in self.parts if part.findings), None)


@dataclass(frozen=True)
class Applicant:
    """Who applies, as far as given."""

    organisation: str = ""
    has_municipality: bool = False
    title: str = ""
    contact_name: str = ""
    partners: Sequence[Mapping[str, Any]] = ()
    needs_consent: bool = False


def form_report(
    form: FormDefinition, answers: Mapping[str, Answer], files: Mapping[str, int], applicant: Applicant
) -> FormReport:
    """`files` counts the stored files per question."""
    first = applicant_report(applicant, files.get(TOWN_CONSENT, 0))
    return FormReport((first, *(part_report(part, answers, files) for part in form.parts)))


def applicant_report(applicant: Applicant, consents: int = 0) -> PartReport:
    """`consents` counts the files with the consent of the town."""
    given = {
        "organisation": bool(applicant.organisation),
        "municipality": applicant.has_municipality,
        "title": bool(applicant.title),
        "contact_name": bool(applicant.contact_name),
    }
    findings = [Finding(key, Flaw.MISSING) for key, there in given.items() if not there]
    if not are_named(applicant.partners):
        findings.append(Finding("partners", Flaw.PARTNER_NAME))
    if applicant.needs_consent:
        given[TOWN_CONSENT] = bool(consents)
        findings += [] if consents else [Finding(TOWN_CONSENT, Flaw.FILE_MISSING)]
    answered = sum(given.values())
    status = _status(findings, answered, len(given))
    return PartReport(APPLICANT_PART, "", status, tuple(findings), answered, len(given))


def part_report(part: Part, answers: Mapping[str, Answer], files: Mapping[str, int]) -> PartReport:
    questions = part.questions
    findings = tuple(
        finding
        for question in questions
        if (finding := answer_finding(question, answers.get(question.key), files.get(question.key, 0)))
    )
    answered = sum(bool(answers.get(q.key)) or bool(files.get(q.key)) for q in questions)
    return PartReport(
        part.key, part.title, _status(findings, answered, len(questions)), findings, answered, len(questions)
    )


def _status(findings: Sequence[Finding], answered: int, asked: int) -> PartStatus:
    if findings and all(finding.flaw == Flaw.FILE_MISSING for finding in findings):
        return PartStatus.FILE_MISSING
    if not answered and asked:
        return PartStatus.OPEN
    return PartStatus.BEGUN if findings else PartStatus.DONE


def answer_finding(question: Question, answer: Answer, files: int = 0) -> Finding | None:
    """The first thing that is wrong with an answer, or None."""
    if question.kind == QuestionKind.FILE:
        return Finding(question.key, Flaw.FILE_MISSING) if question.required and not files else None
    if not answer:
        return Finding(question.key, Flaw.MISSING) if question.required else None
    for flaw, details in _flaws(question, answer):
        return Finding(question.key, flaw, details)
    return None


def _flaws(question: Question, answer: Answer) -> Iterator[tuple[Flaw, Mapping[str, Any]]]:
    match question.kind:
        case QuestionKind.SHORT_TEXT | QuestionKind.LONG_TEXT:
            yield from _text_flaws(question, answer)
        case QuestionKind.NUMBER | QuestionKind.MONEY:
            yield from _number_flaws(question, answer)
        case QuestionKind.DATE:
            if read_date(answer) is None:
                yield Flaw.NOT_A_DATE, {}
        case QuestionKind.CHOICE | QuestionKind.CHOICES:
            yield from _choice_flaws(question, [answer] if isinstance(answer, str) else answer)
        case QuestionKind.PLAN:
            yield from _plan_flaws(question, answer)


def _text_flaws(question: Question, answer: str) -> Iterator[tuple[Flaw, Mapping[str, Any]]]:
    if question.max_characters and len(answer) > question.max_characters:
        yield Flaw.TOO_LONG, {"limit": question.max_characters, "over": len(answer) - question.max_characters}


def _number_flaws(question: Question, answer: str) -> Iterator[tuple[Flaw, Mapping[str, Any]]]:
    number = read_number(answer)
    if number is None or (question.kind == QuestionKind.MONEY and number != number.quantize(Decimal("0.01"))):
        yield Flaw.NOT_A_NUMBER, {}
    elif question.lowest is not None and number < question.lowest:
        yield Flaw.TOO_SMALL, {"limit": question.lowest}
    elif question.highest is not None and number > question.highest:
        yield Flaw.TOO_LARGE, {"limit": question.highest}


def _choice_flaws(question: Question, chosen: Sequence[str]) -> Iterator[tuple[Flaw, Mapping[str, Any]]]:
    if set(chosen) - {option.value for option in question.options}:
        yield Flaw.UNKNOWN_OPTION, {}
    if question.max_options and len(chosen) > question.max_options:
        yield Flaw.TOO_MANY_OPTIONS, {"limit": question.max_options}


def _plan_flaws(question: Question, plan: Mapping[str, Any]) -> Iterator[tuple[Flaw, Mapping[str, Any]]]:
    rows = [*plan.get("costs", ()), *plan.get("funding", ())]
    typed = [row["amount"] for row in rows] + ([plan["grant"]] if plan.get("grant") else [])
    amounts = [amount_of(value) for value in typed]
    if any(amount is None or amount < 0 for amount in amounts):
        yield Flaw.PLAN_AMOUNT, {}
    if any(not row["item"] for row in rows):
        yield Flaw.PLAN_ITEM, {}
    sums = plan_sums(plan)
    if not sums.costs:
        yield Flaw.PLAN_EMPTY, {}
    elif not sums.balanced:
        yield Flaw.PLAN_UNBALANCED, {"costs": sums.costs, "funding": sums.funding, "difference": sums.difference}
    elif sums.exceeds(question.max_share):
        yield Flaw.PLAN_SHARE, {"limit": question.max_share, "share": sums.share}
    elif question.highest is not None and sums.grant > question.highest:
        yield Flaw.PLAN_CAP, {"limit": question.highest}
