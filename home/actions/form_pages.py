"""Answers to the forms that editors build: hand in, forget in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.core import audit
from cms.core.refusals import Refused
from home import notices
from home.models import FormPage, FormSubmission

CLOSED = _("Dieses Formular nimmt keine Antworten mehr an.")


@transaction.atomic
def hand_in_form(*, page: FormPage, answers: Mapping[str, Any], now: datetime) -> FormSubmission:
    """Keep the answers and tell whoever wants to know that there are some."""
    if not page.is_open(now):
        raise Refused("closed", CLOSED)
    submission = FormSubmission.objects.create(page=page, form_data=dict(answers), submit_time=now)
    if page.tell:
        url = reverse("wagtailforms:list_submissions", args=[page.pk])
        notices.form_arrived(page.tell, title=page.title, url=url, now=now)
    audit.record(action="home.form.answered", target=page, actor_label="visitor", now=now)
    return submission


def purge_answers(now: datetime) -> int:
    """Delete answers as old as their form says; return how many."""
    deleted = 0
    for page in FormPage.objects.filter(submissions__isnull=False).distinct().only("pk", "keep_days"):
        old = FormSubmission.objects.filter(page=page, submit_time__lte=now - timedelta(days=page.keep_days))
        deleted += old.delete()[0]
    return deleted
