"""Mails in the look of the house: mail programs want every style inside the tag, so bare tags get theirs here."""

from __future__ import annotations

import re

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

PAPER, INK, SOFT, HAIR = "#f7f4ec", "#14211d", "#46534e", "#c9c6ba"
BRICK, ON_BRICK, SAND, LINK = "#a8331e", "#ffffff", "#e8d4ac", "#8f2a17"
FONT = "'Helvetica Neue','Liberation Sans',Arial,sans-serif"

STYLES = {
    "p": f"margin:0 0 16px;font:400 17px/1.5 {FONT};color:{INK}",
    "p.code": f"margin:8px 0 24px;padding:14px 20px;background:{SAND};color:{INK};"
    "font:700 34px/1.1 'Liberation Mono',Consolas,monospace;letter-spacing:6px",
    "p.small": f"margin:0 0 12px;font:400 14px/1.5 {FONT};color:{SOFT}",
    "h2": f"margin:28px 0 8px;font:700 21px/1.2 {FONT};letter-spacing:-.4px;color:{INK}",
    "ul": f"margin:0 0 16px;padding:0 0 0 20px;font:400 17px/1.5 {FONT};color:{INK}",
    "ol": f"margin:0 0 16px;padding:0 0 0 22px;font:400 17px/1.5 {FONT};color:{INK}",
    "li": "margin:0 0 6px",
    "blockquote": f"margin:0 0 16px;padding:0 0 0 16px;border-left:6px solid {INK};"
    f"font:400 17px/1.5 {FONT};color:{INK}",
    "a": f"color:{LINK};text-decoration:underline",
    "table": f"border-collapse:collapse;width:100%;margin:0 0 16px;font:400 16px/1.4 {FONT};color:{INK}",
    "th": f"padding:8px 16px 8px 0;border-top:2px solid {HAIR};text-align:left;vertical-align:top;font-weight:700",
    "td": f"padding:8px 0;border-top:2px solid {HAIR};text-align:left;vertical-align:top",
}
BUTTON = (
    f"display:inline-block;padding:15px 22px;background:{BRICK};color:{ON_BRICK};"
    f"font:700 18px/1.2 {FONT};text-decoration:none"
)
TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<rest>(?:\s[^<>]*)?)>")
CLASS = re.compile(r"""\sclass="([^"]*)\"""")


def _styled(match: re.Match[str]) -> str:
    name, rest = match["name"], match["rest"]
    if "style=" in rest:
        return match[0]
    found = CLASS.search(rest)
    keys = [f"{name}.{word}" for word in (found[1].split() if found else [])] + [name]
    style = next((STYLES[key] for key in keys if key in STYLES), "")
    return f'<{name}{rest} style="{style}">' if style else match[0]


@register.filter(is_safe=True)
def mail_text(html: str) -> SafeString:
    """Paragraphs, lists, tables, links and `<p class="code">` with their styles written into the tags."""
    return mark_safe(TAG.sub(_styled, html))


@register.filter(is_safe=True)
def mail_buttons(html: str) -> SafeString:
    """Every link as the one thing to do now, an arrow behind its words."""
    styled = re.sub(r"<a(\s[^<>]*)>", rf'<a\1 style="{BUTTON}">', html)
    return mark_safe(styled.replace("</a>", "&nbsp;&rarr;</a>"))
