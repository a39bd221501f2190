"""{% load languages %}: where the site begins in this language; one sentence per line in Leichte Sprache."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from cms.core import languages
from cms.core.sentences import sentence_lines

register = template.Library()


@register.simple_tag
def site_root() -> str:
    """{% site_root %}: the address of the start page in the active language."""
    return languages.site_root()


@register.simple_tag
def german() -> SafeString:
    """<p{% german %}>: what is kept in German only says so to a reader of another language; inside a text `|german`."""
    return SafeString("") if languages.is_german() else SafeString(' lang="de"')


@register.filter
def easy(value: Any) -> SafeString:
    """{{ page.teaser|easy }}: in Leichte Sprache every sentence begins a line of its own; otherwise as it is."""
    text = conditional_escape(value)
    if translation.get_language() != languages.EASY:
        return text
    return mark_safe(sentence_lines(text))
