"""Finding one's town among those that may take part."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cms.places.forms import MunicipalityField
from cms.places.models import MunicipalityQuerySet


class FindTownForm(forms.Form):
    """One field, sent by GET: the page it leads to can be linked."""

    use_required_attribute = False
    name = MunicipalityField(label=_("Ihre Stadt oder Gemeinde"))

    def __init__(self, *args: Any, among: MunicipalityQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].among = among  # type: ignore[attr-defined]
