"""What changed between two versions of a text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from campaigns.domain.wording import changed_words


def test_changed_words_stand_after_those_they_replace() -> None:
    pieces = changed_words("Das Foto darf gezeigt werden.", "Das Foto darf überall gedruckt werden.")
    assert [(piece.kind, piece.text.strip()) for piece in pieces] == [
        ("same", "Das Foto darf"),
        ("gone", "gezeigt"),
        ("new", "überall gedruckt"),
        ("same", "werden."),
    ]


@given(st.text(), st.text())
def test_both_texts_can_be_read_from_the_pieces(old: str, new: str) -> None:
    pieces = changed_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "gone").split() == new.split()
    before = [piece.text for piece in pieces if piece.kind == "gone"]
    assert set(" ".join(before).split()) <= set(old.split())
