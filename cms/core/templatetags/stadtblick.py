"""Filters and tags for every template: German dates and figures that no settings change can bend, and form parts."""

from __future__ import annotations

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from django import template
from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.utils import dateformat, timezone
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.core import forms as site_forms
from cms.core.languages import in_german

register = template.Library()

WEEKDAYS = (
    lambda: _("Montag"),
    lambda: _("Dienstag"),
    lambda: _("Mittwoch"),
    lambda: _("Donnerstag"),
    lambda: _("Freitag"),
    lambda: _("Samstag"),
    lambda: _("Sonntag"),
)


def _local(value: datetime) -> datetime:
    return timezone.localtime(value) if timezone.is_aware(value) else value


def _rounded(value: Any, places: int) -> str:
    """`value` with exactly `places` decimals, half rounded up, grouped as the active language does it."""
    try:
        exact = Decimal(str(value))
    except InvalidOperation:
        return ""
    step = Decimal(1).scaleb(-places)
    return number_format(exact.quantize(step, ROUND_HALF_UP), decimal_pos=places, use_l10n=True, force_grouping=True)


@register.filter
def day(value: date | datetime | None) -> str:
    """26.09.2027, in English 26 September 2027; the text that is translated is Django's way to write a format."""
    if value is None:
        return ""
    return dateformat.format(_local(value) if isinstance(value, datetime) else value, pgettext("date format", "d.m.Y"))


@register.filter
def moment(value: datetime | None) -> str:
    """Sonntag, 26.09.2027, 23:59 Uhr: a deadline is never a bare date."""
    if value is None:
        return ""
    local = _local(value)
    return pgettext("moment", "{weekday}, {day}, {time} Uhr").format(
        weekday=WEEKDAYS[local.weekday()](), day=day(local), time=f"{local.hour}:{local:%M}"
    )


@register.filter
def clock(value: datetime | None) -> str:
    """14:05 Uhr"""
    if value is None:
        return ""
    local = _local(value)
    return pgettext("clock", "{time} Uhr").format(time=f"{local.hour}:{local:%M}")


@register.filter
def days_left(until: datetime, now: datetime) -> int:
    """Midnights between `now` and `until` where the reader lives: 0 means today; never negative."""
    return max(0, (_local(until).date() - _local(now).date()).days)


@register.filter
def number(value: Any) -> str:
    """1.234"""
    return "" if value is None else _rounded(value, 0)


@register.filter
def decimal1(value: Any) -> str:
    """75,6"""
    return "" if value is None else _rounded(value, 1)


@register.filter
def euro(value: Any) -> str:
    """84.500 €, with cents only where there are some."""
    if value is None:
        return ""
    try:
        whole = Decimal(str(value)) % 1 == 0
    except InvalidOperation:
        return ""
    return pgettext("money", "{amount}\N{NO-BREAK SPACE}€").format(amount=_rounded(value, 0 if whole else 2))


@register.filter(is_safe=True)
def quoted(value: Any) -> str:
    """„Blick vom Turm“, in English “Blick vom Turm”."""
    return _("„%(text)s“") % {"text": value}


@register.filter
def german(value: Any) -> str:
    """Words of the house or of an author, which exist in German only."""
    return in_german(str(value))


@register.filter
def field_kind(field: BoundField) -> str:
    return site_forms.kind_of(field)


@register.filter
def field_options(field: BoundField) -> list[dict[str, Any]]:
    return site_forms.options_of(field)


@register.filter
def field_control(field: BoundField) -> str | SafeString:
    return site_forms.control(field)


@register.filter
def error_items(form: BaseForm | BaseFormSet | None) -> list[dict[str, str | Promise]]:
    return site_forms.error_items(form) if form else []
