"""Every component renders from its documented context, alone and with nothing around it."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings

from tests.project.component_samples import page_of_all, render, samples

FOLDER = settings.ROOT / "templates" / "components"
# drawn from the municipalities; rendered by the tests of that app
ELSEWHERE = {"region_map.html"}
CASES = [(name, context) for name, contexts in samples().items() for context in contexts]


def test_every_component_has_a_sample() -> None:
    assert {path.name for path in FOLDER.glob("*.html")} - ELSEWHERE == set(samples())


@pytest.mark.parametrize("name,context", CASES, ids=[name for name, _context in CASES])
def test_component_renders(name: str, context: dict[str, Any]) -> None:
    html = render(name, context)
    assert html.strip()
    assert "{{" not in html
    assert "{%" not in html


def test_every_component_is_documented() -> None:
    reference = (settings.ROOT / "docs" / "reference" / "components.md").read_text("utf-8")
    assert [name for name in samples() if f"`{name}`" not in reference] == []


def test_days_left_say_today_instead_of_zero() -> None:
    later, today = (render("count.html", context) for context in samples()["count.html"])
    assert ">12</span>" in later
    assert "Sonntag, 11.07.2027, 18:00 Uhr" in later
    assert "Heute" in today
    assert ">0<" not in today


def test_phase_that_runs_is_the_current_step() -> None:
    html = render("phases.html", samples()["phases.html"][0])
    assert html.count('aria-current="step"') == 1
    assert "Abstimmen – jetzt" in html


def test_ids_on_the_page_of_all_samples_are_unique() -> None:
    import re

    ids = re.findall(r'\sid="([^"]+)"', page_of_all())
    assert sorted(ids) == sorted(set(ids))
