"""How forms look everywhere: one renderer, so that no page writes the markup of a field by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.forms.renderers import TemplatesSetting
from django.utils.functional import Promise


class SiteFormRenderer(TemplatesSetting):
    """Renders `{{ field.as_field_group }}` as a `.fld` and `{{ form }}` with the error summary on top."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"


def kind_of(field: BoundField) -> str:
    """Which markup a field needs: hidden, check, choices, group, file or plain."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if widget.use_fieldset:
        return "group"
    return "file" if isinstance(widget, forms.FileInput) else "plain"


def control(field: BoundField) -> str:
    """The widget's HTML with the class of the site's inputs added to its own classes."""
    own = field.field.widget.attrs.get("class", "")
    attrs = {} if kind_of(field) in {"check", "hidden"} else {"class": f"in {own}".strip()}
    return field.as_widget(attrs=attrs)


def options_of(field: BoundField) -> list[dict[str, Any]]:
    """One entry per choice; a form field may carry `hints`, a mapping from value to a line of explanation."""
    hints = getattr(field.field, "hints", {})
    return [
        {
            "tag": option.tag(),
            "label": option.choice_label,
            "hint": hints.get(str(option.data["value"]), ""),
            "is_german": getattr(field.field, "choices_are_german", False),
        }
        for option in field.subwidgets
    ]


def target_of(field: BoundField) -> str:
    """The id that a link in the error summary points to: the first control of the field."""
    first = field.field.widget.id_for_label(field.auto_id) or f"{field.auto_id}_0"
    return str(first)


def _lead_in(label: str | Promise) -> str:
    """The label as it stands before a refusal: with a colon, unless it ends a sentence itself."""
    text = str(label).strip()
    return text if text.endswith(("?", "!", ".", ":")) else f"{text}:"


def error_items(form: BaseForm | BaseFormSet) -> list[dict[str, str | Promise]]:
    """All refusals of a form or formset in reading order, each with label, message and the id to jump to."""
    if isinstance(form, BaseFormSet):
        items = [{"target": "", "label": "", "message": str(error)} for error in form.non_form_errors()]
        return items + [item for part in form.forms for item in error_items(part)]
    items = [{"target": "", "label": "", "message": str(error)} for error in form.non_field_errors()]
    for field in form:
        label = "" if kind_of(field) == "check" else _lead_in(field.label)
        for error in field.errors:
            items.append({"target": target_of(field), "label": label, "message": str(error)})
    return items
