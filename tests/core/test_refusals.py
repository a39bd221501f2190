from __future__ import annotations

from cms.core.refusals import Refused


def test_refused_is_the_sentence_for_the_person() -> None:
    refusal = Refused("too_late", "Die Abstimmung ist vorbei.", field="entry")

    assert str(refusal) == "Die Abstimmung ist vorbei."
    assert (refusal.code, refusal.field) == ("too_late", "entry")


def test_refused_shows_only_its_code_to_developers() -> None:
    assert repr(Refused("too_late", "Die Abstimmung ist vorbei.")) == "Refused('too_late')"
