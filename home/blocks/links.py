"""One way to point somewhere: a page of this site or an address elsewhere."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock, StructBlockValidationError, StructValue, URLBlock

from home.blocks.choosers import PageBlock


class TargetValue(StructValue):
    """A struct with optional `page` and `address`."""

    @property
    def href(self) -> str:
        """Return where the link leads, or nothing."""
        page = self.get("page")
        if page is not None and page.live:
            return page.url or ""
        return self.get("address") or ""


class TargetedBlock(StructBlock):
    """Base of blocks that may link: either a page or an address, never both."""

    page = PageBlock(required=False, label=_("Seite"))
    address = URLBlock(required=False, label=_("oder Adresse"), help_text=_("Vollständig, mit https://"))

    def clean(self, value: StructValue) -> StructValue:
        result = super().clean(value)
        if result.get("page") and result.get("address"):
            error = ValidationError(_("Bitte entweder eine Seite oder eine Adresse angeben."))
            raise StructBlockValidationError(block_errors={"address": error})
        return result

    class Meta:
        value_class = TargetValue


class ButtonBlock(TargetedBlock):
    text = CharBlock(
        max_length=60, label=_("Beschriftung"), help_text=_("Sagt, wohin es geht: „Zur Galerie“, nicht „hier“.")
    )

    def clean(self, value: StructValue) -> StructValue:
        result = super().clean(value)
        if not result.get("page") and not result.get("address"):
            error = ValidationError(_("Bitte angeben, wohin die Schaltfläche führt."))
            raise StructBlockValidationError(block_errors={"page": error})
        return result

    class Meta:
        icon = "link"
        label = _("Schaltfläche")
        template = "blocks/button.html"
        description = _("Ein Wegweiser zu einer Seite oder Adresse.")
        preview_value: dict[str, Any] = {"text": "Partner werden", "address": "https://www.example.org/"}
        value_class = TargetValue
