"""The form behind every upload of a picture in the admin: refuses what cannot be read, cleans what can."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.forms.fields import FileField
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from home.pictures import PictureRefused, cleaned


class CleaningImageField(WagtailImageField):
    """Replaces the uploaded bytes in place, so that not even a half-finished upload keeps a place of capture."""

    def to_python(self, data: Any) -> Any:
        file = FileField.to_python(self, data)
        if file is None:
            return None
        if not getattr(file, "is_clean", False):
            try:
                content, suffix = cleaned(file.file)
            except PictureRefused as refusal:
                raise ValidationError(str(refusal), code=refusal.code) from refusal
            _replace(file, content, suffix)
        return super().to_python(file)


def _replace(file: UploadedFile, content: bytes, suffix: str) -> None:
    stream = file.file
    stream.seek(0)
    stream.truncate()
    stream.write(content)
    stream.flush()
    stream.seek(0)
    file.size = len(content)
    file.name = str(Path(file.name or "bild").with_suffix(suffix))
    file.is_clean = True  # type: ignore[attr-defined]


class SiteImageForm(BaseImageForm):
    """Wagtail's form with our field for the file."""

    class Meta(BaseImageForm.Meta):
        widgets = {**BaseImageForm.Meta.widgets, "year": forms.NumberInput(attrs={"min": 1850, "max": 2100})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = CleaningImageField(
                label=stock.label, help_text=stock.help_text, required=stock.required, widget=stock.widget
            )
