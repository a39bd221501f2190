"""Dates and figures as a German reader expects them, whatever the settings say about formats."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.test import override_settings
from django.utils import translation
from django.utils.safestring import mark_safe

from cms.core.templatetags import stadtblick

BERLIN = ZoneInfo("Europe/Berlin")
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def _german() -> Any:
    with translation.override("de"):
        yield


def test_german_words_say_so_on_an_english_page_only() -> None:
    with translation.override("en"):
        assert stadtblick.german("Turm & Tor") == '<span lang="de">Turm &amp; Tor</span>'
        assert stadtblick.german("") == ""
        assert stadtblick.german(mark_safe("eins<br>zwei")) == '<span lang="de">eins<br>zwei</span>'
    for code in ("de", "de-simple"):
        with translation.override(code):
            assert Template("{% load stadtblick %}{{ text|german }}").render(Context({"text": "Turm & Tor"})) == (
                "Turm &amp; Tor"
            )


@pytest.mark.parametrize(
    "value,text",
    [
        (datetime(2027, 9, 26, 23, 59, tzinfo=BERLIN), "Sonntag, 26.09.2027, 23:59 Uhr"),
        (datetime(2027, 9, 26, 21, 59, tzinfo=UTC), "Sonntag, 26.09.2027, 23:59 Uhr"),
        (datetime(2027, 12, 31, 23, 30, tzinfo=UTC), "Samstag, 01.01.2028, 0:30 Uhr"),
        (datetime(2027, 3, 1, 9, 5, tzinfo=BERLIN), "Montag, 01.03.2027, 9:05 Uhr"),
        (None, ""),
    ],
)
def test_moment_names_weekday_day_and_time(value: datetime | None, text: str) -> None:
    assert stadtblick.moment(value) == text


@override_settings(USE_THOUSAND_SEPARATOR=False, DATE_FORMAT="Y", TIME_FORMAT="P")
def test_formats_of_the_settings_bend_nothing() -> None:
    assert stadtblick.moment(datetime(2027, 9, 26, 23, 59, tzinfo=BERLIN)) == "Sonntag, 26.09.2027, 23:59 Uhr"
    assert stadtblick.number(1234567) == "1.234.567"


@pytest.mark.parametrize(
    "value,text",
    [
        (date(2027, 9, 6), "06.09.2027"),
        (datetime(2027, 9, 6, 22, 30, tzinfo=UTC), "07.09.2027"),
        (None, ""),
    ],
)
def test_day_is_the_day_of_the_reader(value: date | None, text: str) -> None:
    assert stadtblick.day(value) == text


@pytest.mark.parametrize(
    "now,days",
    [
        (datetime(2027, 7, 11, 17, 59, tzinfo=BERLIN), 0),
        (datetime(2027, 7, 11, 0, 0, tzinfo=BERLIN), 0),
        (datetime(2027, 7, 10, 23, 59, tzinfo=BERLIN), 1),
        (datetime(2027, 7, 10, 22, 30, tzinfo=UTC), 0),
        (datetime(2027, 6, 29, 12, 0, tzinfo=BERLIN), 12),
        (datetime(2027, 7, 20, 12, 0, tzinfo=BERLIN), 0),
    ],
)
def test_days_left_counts_midnights(now: datetime, days: int) -> None:
    assert stadtblick.days_left(datetime(2027, 7, 11, 18, 0, tzinfo=BERLIN), now) == days


@pytest.mark.parametrize(
    "value,text", [(0, "0"), (999, "999"), (1234, "1.234"), (14307, "14.307"), (-1234, "-1.234"), (None, ""), ("x", "")]
)
def test_number_groups_thousands(value: Any, text: str) -> None:
    assert stadtblick.number(value) == text


@pytest.mark.parametrize(
    "value,text",
    [(75.55, "75,6"), (75.65, "75,7"), (80, "80,0"), (Decimal("72.667"), "72,7"), (1234.5, "1.234,5"), (None, "")],
)
def test_decimal1_rounds_half_up(value: Any, text: str) -> None:
    assert stadtblick.decimal1(value) == text


@pytest.mark.parametrize(
    "value,text",
    [
        (84500, f"84.500{NBSP}€"),
        (Decimal("84500.00"), f"84.500{NBSP}€"),
        (Decimal("12.5"), f"12,50{NBSP}€"),
        (0, f"0{NBSP}€"),
        (None, ""),
        ("viel", ""),
    ],
)
def test_euro_shows_cents_only_where_there_are_some(value: Any, text: str) -> None:
    assert stadtblick.euro(value) == text


def test_english_writes_in_its_own_way() -> None:
    evening = datetime(2027, 9, 26, 21, 59, tzinfo=UTC)
    with translation.override("en"):
        assert stadtblick.moment(evening) == "Sunday, 26 September 2027, 23:59"
        assert stadtblick.day(evening) == "26 September 2027"
        assert stadtblick.day(date(2027, 3, 6)) == "6 March 2027"
        assert stadtblick.clock(evening) == "23:59"
        assert stadtblick.number(1234) == "1,234"
        assert stadtblick.decimal1(75.55) == "75.6"
        assert stadtblick.euro(84500) == "€84,500"
        assert stadtblick.euro(Decimal("12.5")) == "€12.50"
        assert stadtblick.quoted("Blick") == "“Blick”"


def test_easy_language_writes_as_german_does() -> None:
    evening = datetime(2027, 9, 26, 21, 59, tzinfo=UTC)
    with translation.override("de-simple"):
        assert stadtblick.moment(evening) == "Sonntag, 26.09.2027, 23:59 Uhr"
        assert stadtblick.number(1234) == "1.234"
        assert stadtblick.euro(84500) == f"84.500{NBSP}€"


def test_quotation_marks_neither_hide_nor_double_an_escape() -> None:
    template = Template("{% load stadtblick %}{{ typed|quoted }} {{ written|quoted }}")
    said = template.render(Context({"typed": "<b> & Söhne", "written": mark_safe("<b>Markt</b>")}))
    assert said == "„&lt;b&gt; &amp; Söhne“ „<b>Markt</b>“"


def test_clock_has_no_leading_zero() -> None:
    assert stadtblick.clock(datetime(2027, 7, 11, 9, 5, tzinfo=BERLIN)) == "9:05 Uhr"
