"""What size classes are called, in both languages of the site."""

from __future__ import annotations

import pytest
from django.utils import translation

from cms.places.domain import SIZE_BOUNDS
from cms.places.sizes import size_class_label


@pytest.mark.parametrize(
    "index,german,english",
    [
        (0, "bis 5.000", "up to 5,000"),
        (1, "5.001 bis 15.000", "5,001 to 15,000"),
        (2, "15.001 bis 30.000", "15,001 to 30,000"),
        (3, "über 30.000", "over 30,000"),
    ],
)
def test_a_size_class_is_named_in_the_language_of_the_moment(index: int, german: str, english: str) -> None:
    with translation.override("de"):
        assert size_class_label(index, SIZE_BOUNDS) == german
    with translation.override("en"):
        assert size_class_label(index, SIZE_BOUNDS) == english


def test_without_bounds_there_is_one_class() -> None:
    with translation.override("de"):
        assert size_class_label(0, []) == "alle Größen"
    with translation.override("en"):
        assert size_class_label(0, []) == "all sizes"
