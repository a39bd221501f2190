"""Mails carry their styles inside the tags, in the colours of the house, and fetch nothing."""

from __future__ import annotations

import re

from django.conf import settings
from django.template import engines

from cms.core.templatetags import mail_look

MAIL = """{% extends "mail/base.html" %}
{% block heading %}Ihr Code{% endblock %}
{% block body %}<p>Guten Tag,</p><p class="code">407 112</p><ul><li>{{ name }}</li></ul>{% endblock %}
{% block action %}<a href="{{ url }}">Weiter</a>{% endblock %}"""


def render() -> str:
    context = {
        "site_name": "Innenstädte",
        "base_url": "https://stadt.example",
        "name": "<b>x</b>",
        "url": "https://a.example/?a=1&b=2",
    }
    return engines["django"].from_string(MAIL).render(context)


def test_bare_tags_get_their_styles() -> None:
    html = render()
    assert f'<p style="{mail_look.STYLES["p"]}">Guten Tag,</p>' in html
    assert f'<p class="code" style="{mail_look.STYLES["p.code"]}">407 112</p>' in html
    assert f'style="{mail_look.BUTTON}">Weiter&nbsp;&rarr;</a>' in html


def test_what_was_escaped_stays_escaped() -> None:
    html = render()
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert 'href="https://a.example/?a=1&amp;b=2"' in html


def test_mail_fetches_nothing() -> None:
    assert re.findall(r"<(?:img|link|script|iframe)|url\(", render()) == []


def test_own_style_of_a_tag_is_kept() -> None:
    assert mail_look.mail_text('<p style="color:red">x</p>') == '<p style="color:red">x</p>'


def test_colours_are_those_of_the_site() -> None:
    tokens = (settings.ROOT / "cms" / "static" / "css" / "tokens.css").read_text("utf-8")
    layout = (settings.ROOT / "templates" / "mail" / "base.html").read_text("utf-8")
    used = set(re.findall(r"#[0-9a-f]{6}", " ".join([*mail_look.STYLES.values(), mail_look.BUTTON, layout])))
    assert {colour for colour in used if colour not in tokens} == set()
