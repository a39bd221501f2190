"""The office's register of what was handed in: filters, columns, saved views, workbook."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.core.spreadsheets import xlsx_response
from competitions.actions import delete_view, save_view
from competitions.enums import ApplicationState
from competitions.exports.register import register_header, register_rows
from competitions.forms.checking import SaveViewForm
from competitions.models import SavedView, Stage
from competitions.queries.register import COLUMNS, Register, RegisterChoice, facets, visible_views

from .office import find_stage

PAGE = 50


@staff_role_required(Role.OFFICE)
@require_safe
def register(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """What was handed in to a stage, as it was chosen in the address."""
    stage = find_stage(slug, number)
    chosen = Register(request.user, stage, RegisterChoice.read(request.GET))
    paginator = Paginator(chosen.applications, PAGE)
    page = paginator.get_page(request.GET.get("seite"))
    context = {
        "stage": stage,
        "phase": stage.phase(timezone.now()),
        "choice": chosen.choice,
        "query": chosen.choice.encode(),
        "page": page,
        "numbers": list(paginator.get_elided_page_range(page.number)),
        "heads": _heads(chosen),
        "rows": [(application, chosen.cells(application)) for application in page.object_list],
        "view_form": SaveViewForm(),
        "views": visible_views(request.user, stage),
        **_filters(request, stage, chosen),
    }
    return render(request, "competitions/office/register.html", context)


def _heads(chosen: Register) -> list[dict[str, str]]:
    """Every column with the link that sorts by it, or turns its order round."""
    heads = []
    for column in chosen.columns:
        is_up, is_down = chosen.choice.sort == column.key, chosen.choice.sort == f"-{column.key}"
        query = chosen.choice.encode(sort=f"-{column.key}" if is_up else column.key) if column.sort else ""
        heads.append(
            {
                "key": column.key,
                "label": str(column.label),
                "query": query,
                "sorted": "ascending" if is_up else "descending" if is_down else "",
            }
        )
    return heads


def _filters(request: HttpRequest, stage: Stage, chosen: Register) -> dict[str, object]:
    counts, towns = facets(request.user, stage)
    competition = stage.competition
    shown = {column.key for column in chosen.columns}
    states = [choice for choice in ApplicationState.choices if choice[0] != ApplicationState.DRAFT]
    return {
        "states": [(value, label, counts.get(value, 0)) for value, label in states],
        "total": sum(counts.values()),
        "sizes": [(str(index), competition.size_label(index)) for index in range(len(competition.size_bounds) + 1)],
        "themes": competition.themes,
        "towns": towns,
        "columns": [(key, column.label, key in shown) for key, column in COLUMNS.items()],
    }


@staff_role_required(Role.OFFICE)
@require_safe
def workbook(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The same rows and columns as a spreadsheet."""
    stage = find_stage(slug, number)
    chosen = Register(request.user, stage, RegisterChoice.read(request.GET))
    name = f"bewerbungen-{slug}-{number}.xlsx"
    return xlsx_response(name, register_header(chosen), register_rows(chosen), title=_("Bewerbungen"))


@staff_role_required(Role.OFFICE)
@require_POST
def keep_view(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Save the shown choice under a name, or forget a saved one: `delete=<id>`."""
    stage = find_stage(slug, number)
    query = RegisterChoice.read(QueryDict(request.POST.get("query", "")[:1000])).encode()
    try:
        if request.POST.get("delete", "").isdecimal():
            found = get_object_or_404(SavedView, pk=request.POST["delete"], owner=request.user)
            delete_view(view=found, by=request.user, now=timezone.now())
            messages.success(request, _("Die Ansicht ist gelöscht."))
        else:
            _save(request, stage, query)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{reverse('competitions_register', args=[slug, number])}?{query}")


def _save(request: HttpRequest, stage: Stage, query: str) -> None:
    name, is_shared = request.POST.get("name", ""), "shared" in request.POST
    view = save_view(stage=stage, name=name, query=query, is_shared=is_shared, by=request.user, now=timezone.now())
    messages.success(request, _("Die Ansicht „%(name)s“ ist gespeichert.") % {"name": view.name})
