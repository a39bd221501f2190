"""Status and findings per part, in the words of the task list."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from competitions.domain import (
    APPLICANT_PART,
    Applicant,
    Flaw,
    FormDefinition,
    Note,
    Option,
    Part,
    Question,
    answer_finding,
    form_report,
    part_report,
    plan_sums,
)
from competitions.enums import PartStatus
from competitions.enums import QuestionKind as Kind

OPTIONS = (Option("a", "A"), Option("b", "B"), Option("c", "C"))
BALANCED = {
    "costs": [{"item": "Bau", "amount": "1000.00"}],
    "funding": [{"item": "Stadt", "amount": "600.00"}],
    "grant": "400.00",
}


def asked(kind: Kind, **rules: Any) -> Question:
    return Question("q", kind, "Frage", **rules)


@pytest.mark.parametrize(
    "question, answer, flaw",
    [
        (asked(Kind.SHORT_TEXT), None, Flaw.MISSING),
        (asked(Kind.SHORT_TEXT, required=False), None, None),
        (asked(Kind.LONG_TEXT, max_characters=3), "abc", None),
        (asked(Kind.LONG_TEXT, max_characters=3), "abcd", Flaw.TOO_LONG),
        (asked(Kind.NUMBER), "0", None),
        (asked(Kind.NUMBER), "drei", Flaw.NOT_A_NUMBER),
        (asked(Kind.NUMBER, lowest=Decimal(1)), "0", Flaw.TOO_SMALL),
        (asked(Kind.NUMBER, highest=Decimal(9)), "9", None),
        (asked(Kind.NUMBER, highest=Decimal(9)), "9.5", Flaw.TOO_LARGE),
        (asked(Kind.MONEY), "1.005", None),
        (asked(Kind.MONEY), "1,005", Flaw.NOT_A_NUMBER),
        (asked(Kind.DATE), "2028-03-01", None),
        (asked(Kind.DATE), "bald", Flaw.NOT_A_DATE),
        (asked(Kind.CHOICE, options=OPTIONS), "a", None),
        (asked(Kind.CHOICE, options=OPTIONS), "x", Flaw.UNKNOWN_OPTION),
        (asked(Kind.CHOICES, options=OPTIONS, max_options=2), ["a", "b"], None),
        (asked(Kind.CHOICES, options=OPTIONS, max_options=2), ["a", "b", "c"], Flaw.TOO_MANY_OPTIONS),
        (asked(Kind.CHOICES, options=OPTIONS), ["a", "x"], Flaw.UNKNOWN_OPTION),
        (asked(Kind.FILE), None, Flaw.FILE_MISSING),
        (asked(Kind.FILE, required=False), None, None),
        (asked(Kind.PLAN), BALANCED, None),
        (asked(Kind.PLAN), {**BALANCED, "grant": "399.99"}, Flaw.PLAN_UNBALANCED),
        (asked(Kind.PLAN), {**BALANCED, "grant": "viel"}, Flaw.PLAN_AMOUNT),
        (asked(Kind.PLAN), {**BALANCED, "grant": "-1.00"}, Flaw.PLAN_AMOUNT),
        (asked(Kind.PLAN), {**BALANCED, "costs": [{"item": "Bau", "amount": None}]}, Flaw.PLAN_AMOUNT),
        (asked(Kind.PLAN), {**BALANCED, "costs": [{"item": "", "amount": "1000.00"}]}, Flaw.PLAN_ITEM),
        (asked(Kind.PLAN), {"costs": [], "funding": [], "grant": "5.00"}, Flaw.PLAN_EMPTY),
        (asked(Kind.PLAN, max_share=Decimal(40)), BALANCED, None),
        (asked(Kind.PLAN, max_share=Decimal("39.99")), BALANCED, Flaw.PLAN_SHARE),
        (asked(Kind.PLAN, highest=Decimal(400)), BALANCED, None),
        (asked(Kind.PLAN, highest=Decimal(399)), BALANCED, Flaw.PLAN_CAP),
    ],
)
def test_finding_of_one_answer(question: Question, answer: Any, flaw: Flaw | None) -> None:
    finding = answer_finding(question, answer)
    assert (finding and finding.flaw) == flaw


def test_present_file_is_no_finding() -> None:
    assert answer_finding(asked(Kind.FILE), None, files=1) is None


@pytest.mark.parametrize(
    "questions, answers, files, status",
    [
        ([], {}, {}, PartStatus.DONE),
        ([asked(Kind.SHORT_TEXT)], {}, {}, PartStatus.OPEN),
        ([asked(Kind.SHORT_TEXT, required=False)], {}, {}, PartStatus.OPEN),
        ([asked(Kind.SHORT_TEXT)], {"q": "x"}, {}, PartStatus.DONE),
        ([asked(Kind.NUMBER)], {"q": "drei"}, {}, PartStatus.BEGUN),
        ([asked(Kind.FILE)], {}, {}, PartStatus.FILE_MISSING),
        ([asked(Kind.FILE, required=False)], {}, {}, PartStatus.OPEN),
        ([asked(Kind.FILE)], {}, {"q": 2}, PartStatus.DONE),
    ],
)
def test_status_of_a_part(
    questions: list[Question], answers: dict[str, Any], files: dict[str, int], status: PartStatus
) -> None:
    part = Part("teil", "Teil", blocks=(Note("explanation", "Hallo"), *questions))
    assert part_report(part, answers, files).status is status


def test_half_answered_part_is_begun() -> None:
    part = Part("teil", "Teil", blocks=(Question("a", Kind.SHORT_TEXT, "A"), Question("b", Kind.SHORT_TEXT, "B")))
    report = part_report(part, {"a": "x"}, {})
    assert (report.status, report.answered, report.asked) == (PartStatus.BEGUN, 1, 2)
    assert [finding.question for finding in report.findings] == ["b"]


def test_report_of_a_form() -> None:
    voluntary = Part("mehr", "Mehr", blocks=(Question("c", Kind.SHORT_TEXT, "C", required=False),))
    form = FormDefinition((Part("teil", "Teil", blocks=(Question("a", Kind.SHORT_TEXT, "A"),)), voluntary))
    applicant = Applicant("Stadt", True, "Titel", "Anna")
    begun = form_report(form, {}, {}, applicant)
    assert (begun.is_complete, begun.done, begun.next_part.key) == (False, 1, "teil")
    complete = form_report(form, {"a": "x"}, {}, applicant)
    assert (complete.is_complete, complete.done, complete.next_part) == (True, 2, None)


def test_applicant_comes_first_and_names_its_fields() -> None:
    report = form_report(FormDefinition(()), {}, {}, Applicant(organisation="Stadt"))
    (first,) = report.parts
    assert (first.key, first.status) == (APPLICANT_PART, PartStatus.BEGUN)
    assert [finding.question for finding in first.findings] == ["municipality", "title", "contact_name"]


def test_sums_of_a_plan() -> None:
    sums = plan_sums({**BALANCED, "grant": "350.00"})
    assert (sums.costs, sums.funding, sums.difference, sums.balanced) == (1000, 950, 50, False)
    assert sums.share == Decimal("35.0")
    assert plan_sums(None).share is None
