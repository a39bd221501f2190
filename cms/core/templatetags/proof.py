"""`{% proof %}` in a form: nothing for ordinary visitors, a task to solve on a busy network."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from cms.core.altcha import FIELD, task_for

register = template.Library()


@register.inclusion_tag("components/proof.html", takes_context=True)
def proof(context: Context) -> dict[str, Any]:
    """Put it inside the form, before its button."""
    return {"task": task_for(context["request"]), "field": FIELD}
