"""The register of applications: how many queries a page of it takes in a stage with 500 of them."""

from __future__ import annotations

from typing import Any

DATABASE = "sqlite"
APPLICATIONS = 500


def run() -> dict[str, Any]:
    from django.db import connection
    from django.test import RequestFactory
    from django.test.utils import CaptureQueriesContext

    from competitions.models import Application, Competition
    from competitions.views.register import register
    from tests.accounts.factories import make_cast_member
    from tests.competitions.factories import make_sent, make_stage

    stage = make_stage()
    Competition.objects.update(themes=["Umbau", "Programm"])
    first = make_sent(stage, make_cast_member("applicant"))
    copies = []
    for number in range(1, APPLICATIONS):
        copy = Application.objects.get(pk=first.pk)
        copy.pk, copy.code = None, f"X{number:06}"
        copies.append(copy)
    Application.objects.bulk_create(copies)
    request = RequestFactory().get("/", {"ort": first.municipality_id})
    request.user = make_cast_member("office")
    with CaptureQueriesContext(connection) as queries:
        response = register(request, stage.competition.slug, stage.number)
    assert b"500 Bewerbungen" in response.content
    return {
        "work": f"register of {APPLICATIONS} applications, filtered by town: queries",
        "measured": len(queries),
        "budget": 12,
        "at": "most",
        "unit": "queries",
    }
