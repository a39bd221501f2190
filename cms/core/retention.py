"""What is deleted when: every app registers its rules here, `manage.py retention` carries them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


@dataclass(frozen=True)
class Rule:
    """One line of the retention table.

    `key` is stable ("core.codes"), `what` and `after` are shown to people ("ein Tag nach
    Ablauf"), `purge` deletes what is due at the moment it is given and returns how many.
    """

    key: str
    what: str | _StrPromise
    after: str | _StrPromise
    purge: Callable[[datetime], int]


_rules: dict[str, Rule] = {}


def register(rule: Rule) -> None:
    """Add a rule; registering the same key again replaces it. Call it from AppConfig.ready."""
    _rules[rule.key] = rule


def rules() -> list[Rule]:
    """Return all rules in the order of their keys."""
    return [_rules[key] for key in sorted(_rules)]
