"""What a standard page of the demo world is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Body = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Story:
    """One standard page; `below` are its children, `role` the site setting that points to it."""

    slug: str
    title: str
    teaser: str
    body: Body
    picture: str = ""
    in_menu: bool = False
    role: str = ""
    below: tuple[Story, ...] = field(default=())


def text_block(*paragraphs: str) -> tuple[str, str]:
    return ("paragraph", "".join(f"<p>{text}</p>" for text in paragraphs))


def facts_block(heading: str, *rows: tuple[str, str]) -> tuple[str, dict[str, Any]]:
    return ("facts", {"heading": heading, "items": [{"term": term, "text": f"<p>{text}</p>"} for term, text in rows]})
