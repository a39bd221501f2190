"""The drawn world: every motif in every light, the same for the same seed, and no two pictures of the plan alike."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest

from cms.core.images import dhash_distance
from cms.core.images.fingerprint import difference_hash
from cms.demo.drawings import MOTIFS, drawn_svg, hero_svg, icon_svg, lights_of, palette_of
from cms.demo.drawings.palettes import PALETTES
from cms.demo.drawings.words import LIGHTS, MOTIF_WORDS, words_for
from cms.demo.photos import gallery_plan, rendered
from cms.demo.picture_plan import PLAN


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_a_motif_is_sound_svg_in_every_light(motif: str) -> None:
    for seed, light in enumerate(lights_of(motif)):
        for portrait in (False, True):
            root = ET.fromstring(drawn_svg(motif, seed, light=light, portrait=portrait))
            size = (root.attrib["width"], root.attrib["height"])
            assert size == (("1200", "1600") if portrait else ("1600", "1200"))
            assert len(list(root.iter())) > 30


def test_the_same_seed_draws_the_same_and_another_seed_another_picture() -> None:
    assert drawn_svg("market", 4) == drawn_svg("market", 4)
    assert len({drawn_svg("market", seed, light="mittag") for seed in range(12)}) == 12


@pytest.mark.parametrize("motif", sorted(MOTIFS))
def test_a_drawing_loads_nothing_and_runs_nothing(motif: str) -> None:
    svg = drawn_svg(motif, 1)
    assert set(re.findall(r"<(\w+)", svg)) <= {"svg", "g", "path", "rect", "circle", "ellipse"}
    assert not re.search(r"href|url\(|style=|\bon\w+=|nan|inf", svg)


def test_unknown_motif_and_light_are_errors() -> None:
    with pytest.raises(KeyError):
        drawn_svg("volcano", 1)
    with pytest.raises(KeyError):
        drawn_svg("market", 1, light="neon")


def test_nobody_sits_outside_in_the_snow() -> None:
    assert "winter" not in lights_of("courtyard")
    assert {palette_of("courtyard", seed).name for seed in range(200)} == set(lights_of("courtyard"))


def test_the_plan_holds_enough_different_pictures() -> None:
    assert len(PLAN) >= 110
    assert len(set(PLAN)) == len(PLAN)
    first = gallery_plan(60)
    assert {idea.motif for idea in first} == set(MOTIFS)
    assert {idea.light for idea in first} == set(PALETTES)
    assert 10 <= sum(idea.portrait for idea in first) <= 40
    assert all(idea.light in lights_of(idea.motif) for idea in gallery_plan(len(PLAN)))
    with pytest.raises(ValueError, match="pictures are planned"):
        gallery_plan(len(PLAN) + 1)


def test_neighbours_differ_in_motif_and_light() -> None:
    ideas = gallery_plan(len(PLAN))
    for one, other in pairwise(ideas):
        assert one.motif != other.motif
        assert one.light != other.light


def test_no_two_pictures_of_the_plan_look_alike() -> None:
    hashes = {}
    for idea in gallery_plan(len(PLAN)):
        svg = drawn_svg(idea.motif, idea.seed, light=idea.light, portrait=idea.portrait)
        size = (1200, 1600) if idea.portrait else (1600, 1200)
        hashes[idea] = difference_hash(rendered(svg, width=size[0], height=size[1], scale=0.25))
    near = [(a, b) for a, b in combinations(hashes, 2) if dhash_distance(hashes[a], hashes[b]) <= 10]
    assert near == []


def test_every_motif_and_light_has_words() -> None:
    assert set(MOTIF_WORDS) == set(MOTIFS)
    assert set(LIGHTS) == set(PALETTES)
    for words in MOTIF_WORDS.values():
        assert len(set(words.titles)) >= 5
        assert len(set(words.reasons)) >= 4
        assert all(reason.endswith((".", "?", "!")) for reason in words.reasons)
        assert not words.alt.endswith(".")


def test_words_fit_the_picture() -> None:
    words = words_for("market", 7, light="winter")
    assert words == words_for("market", 7, light="winter")
    assert words.alt.startswith("Marktplatz mit")
    assert words.alt.endswith(", im Schnee")
    assert words.reason in MOTIF_WORDS["market"].reasons


def test_the_hero_shows_the_same_houses_by_day_and_by_night() -> None:
    day, night = (ET.fromstring(hero_svg(night=night)) for night in (False, True))

    def walls(root: ET.Element) -> list[str]:
        return [mark.attrib["d"] for mark in root.iter() if mark.tag.endswith("path")]

    assert day.attrib["viewBox"] == night.attrib["viewBox"] == "0 0 1700 1100"
    assert len(walls(day)) > 200
    assert [path for path in walls(day) if path not in set(walls(night))] == walls(day)[:3]  # the sky has fewer bands
    assert hero_svg(night=False) != hero_svg(night=True)


def test_the_icon_is_small() -> None:
    assert ET.fromstring(icon_svg()).attrib["viewBox"] == "0 0 32 32"
    assert len(icon_svg()) < 400
