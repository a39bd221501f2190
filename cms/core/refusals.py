"""A refusal carries a reason that is fit to be shown to the person who asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Refused(Exception):
    """Somebody asked for something that the rules do not allow now.

    `code` is stable and meant for tests and branches, `message` is a translated
    sentence for the person, `field` names the form field it belongs to, if any.
    """

    def __init__(self, code: str, message: str | _StrPromise, *, field: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.message = message
        self.field = field

    def __str__(self) -> str:
        return str(self.message)
