"""Every block that an editor can choose has a German name, a sentence of help, a preview, and at most two levels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.apps import apps
from wagtail.blocks import Block, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField
from wagtail.models import Page

ALIKE = {"Newsletter"}  # the same word in both languages
CONTAINERS = (ListBlock, StreamBlock, StructBlock)


def streams() -> Iterator[tuple[str, StreamBlock]]:
    """The blocks of every StreamField of our pages."""
    for model in apps.get_app_config("home").get_models():
        if issubclass(model, Page):
            for field in model._meta.get_fields():
                if isinstance(field, StreamField):
                    yield f"{model.__name__}.{field.name}", field.stream_block


STREAMS = dict(streams())


def choices() -> dict[str, Block]:
    """Every block that stands in a menu of an editor, once."""
    return {
        f"{type(block).__name__}:{name}": block
        for stream in STREAMS.values()
        for name, block in stream.child_blocks.items()
    }


def inner(block: Block) -> list[Block]:
    if isinstance(block, ListBlock):
        return inner(block.child_block)
    if isinstance(block, (StreamBlock, StructBlock)):
        return list(block.child_blocks.values())
    return []


def depth(block: Block) -> int:
    """How many forms lie inside each other; a list of plain fields counts as one."""
    below = [part for part in inner(block) if isinstance(part, CONTAINERS)]
    return 1 + max((depth(part) for part in below), default=0) if inner(block) else 0


@pytest.mark.parametrize("name", sorted(STREAMS))
def test_blocks_have_at_most_two_levels(name: str) -> None:
    deep = [name for name, block in STREAMS[name].child_blocks.items() if depth(block) > 2]
    assert deep == []


@pytest.mark.parametrize("name", sorted(choices()))
def test_a_block_introduces_itself(name: str) -> None:
    block = choices()[name]
    label = str(block.label)
    assert label
    assert label in ALIKE or label != block.name.replace("_", " ").capitalize()
    assert block.get_description()
    assert block.is_previewable
