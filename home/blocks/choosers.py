"""Choosers that take what was loaded in one go: a page of twenty blocks asks three times, not twenty times."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from wagtail.blocks import Block, ListBlock, PageChooserBlock, StreamBlock, StructBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageChooserBlock

Loaded = Mapping[str, Mapping[int, Any]]
_loaded: ContextVar[Loaded | None] = ContextVar("loaded", default=None)


class _Preloading:
    """Mixin of chooser blocks; `shelf` names the part of what was loaded."""

    shelf: str

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Any]:
        loaded = _loaded.get()
        if loaded is None:
            return super().bulk_to_python(values)  # type: ignore[misc, no-any-return]
        found = loaded.get(self.shelf, {})
        return [copy.copy(found.get(value)) if value else None for value in values]


class PageBlock(_Preloading, PageChooserBlock):
    shelf = "pages"


class PictureBlock(_Preloading, ImageChooserBlock):
    shelf = "images"


class DocumentBlock(_Preloading, DocumentChooserBlock):
    shelf = "documents"


class FilesPreview:
    """Mixin of blocks whose sample shows pictures or documents of this very site; without any it stays bare."""

    is_previewable = True
    preview_documents = 2

    def get_preview_value(self) -> Any:
        documents = get_document_model().objects.order_by("pk")[: self.preview_documents]
        sample = {"image": get_image_model().objects.order_by("pk").first(), "items": list(documents)}
        fields = self.child_blocks  # type: ignore[attr-defined]
        value = {name: part for name, part in sample.items() if name in fields}
        return self.normalize(value)  # type: ignore[attr-defined]


@contextmanager
def preloaded(loaded: Loaded) -> Iterator[None]:
    """Within this block, choosers answer from `loaded`: {"pages": {id: page}, "images": …, "documents": …}."""
    token = _loaded.set(loaded)
    try:
        yield
    finally:
        _loaded.reset(token)


def chosen(block: Block, raw: Any) -> dict[str, set[int]]:
    """Return the ids that the raw value of a block refers to, by shelf."""
    found: dict[str, set[int]] = {"pages": set(), "images": set(), "documents": set()}
    for shelf, number in _walk(block, raw):
        found[shelf].add(number)
    return found


def _walk(block: Block, raw: Any) -> Iterator[tuple[str, int]]:
    if isinstance(block, _Preloading):
        if isinstance(raw, int):
            yield block.shelf, raw
    elif isinstance(block, StreamBlock):
        for child in raw or []:
            if child and child.get("type") in block.child_blocks:
                yield from _walk(block.child_blocks[child["type"]], child.get("value"))
    elif isinstance(block, StructBlock):
        for name, child in (raw or {}).items():
            if name in block.child_blocks:
                yield from _walk(block.child_blocks[name], child)
    elif isinstance(block, ListBlock):
        for item in raw or []:
            value = item["value"] if isinstance(item, dict) and item.keys() >= {"type", "value"} else item
            yield from _walk(block.child_block, value)
