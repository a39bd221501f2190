"""In the admin: data pages, and bringing in a table by way of a preview. Nothing is stored before it is confirmed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.accounts.access import staff_role_required
from cms.accounts.enums import Role
from cms.core.refusals import Refused
from cms.core.table_files import table_rows
from cms.places.domain import fold_name
from home.actions.data import import_table, remove_edition
from home.domain.tables import Table, read
from home.forms.data import TableForm
from home.models import DataEdition, DataPage
from home.queries.data import known_towns, shower
from home.refusals.tables import said

people = staff_role_required(Role.EDITOR, Role.OFFICE)
SALT = "home.data.preview"
KEEP_SECONDS = 3600
SHOWN = 20
PER_PAGE = 30


@people
@require_safe
def data_pages(request: HttpRequest) -> HttpResponse:
    """All data pages with their editions."""
    rows = DataPage.objects.defer("body").prefetch_related("editions").order_by("title")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("seite"))
    return render(request, "home/admin/data_pages.html", {"page": page})


@people
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a table; answer with everything that is wrong in it, or with a preview."""
    page = get_object_or_404(DataPage, pk=pk)
    newest = page.editions.first()
    told = {"source": newest.source, "source_url": newest.source_url} if newest else None
    form = TableForm(request.POST or None, request.FILES or None, initial=told)
    context: dict[str, Any] = {"page": page, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            table = _read(page, form)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            context["problems"] = [said(problem) for problem in table.problems]
            if not table.problems:
                return render(request, "home/admin/data_preview.html", {"page": page, **_preview(page, form, table)})
    status = 422 if form.errors or context.get("problems") else 200
    return render(request, "home/admin/data_import.html", context, status=status)


def _read(page: DataPage, form: TableForm) -> Table:
    rows = table_rows(form.cleaned_data["file"].file)
    return read(rows, known_towns(), value_label=page.value_label, fold=fold_name)


def _preview(page: DataPage, form: TableForm, table: Table) -> dict[str, Any]:
    """What would come in, and the same as a signed text that the confirmation brings back."""
    data, show = form.cleaned_data, shower(page)
    names = {town.ags: town.label for town in known_towns()}
    told = {name: str(data[name]) for name in ("as_of", "source", "source_url")}
    values = {ags: str(value) for ags, value in table.values.items()}
    return {
        **data,
        "count": len(values),
        "empty": table.empty,
        "missing": len(names) - len(values),
        "least": show(min(table.values.values())),
        "most": show(max(table.values.values())),
        "rows": [(names[ags], show(value)) for ags, value in list(table.values.items())[:SHOWN]],
        "replaces": page.editions.filter(as_of=data["as_of"]).exists(),
        "payload": signing.dumps({"page": page.pk, **told, "values": values}, salt=SALT, compress=True),
    }


@people
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what the preview showed."""
    page = get_object_or_404(DataPage, pk=pk)
    try:
        kept = signing.loads(request.POST.get("payload", ""), salt=SALT, max_age=KEEP_SECONDS)
        if kept.pop("page") != page.pk:
            raise signing.BadSignature
        count = len(_store(page, kept, request))
    except signing.BadSignature:
        messages.error(
            request, _("Die Vorschau ist älter als eine Stunde. Bitte wählen Sie die Datei noch einmal aus.")
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, ngettext("Ein Wert ist eingelesen.", "%(n)d Werte sind eingelesen.", count) % {"n": count}
        )
        return redirect("home_data")
    return redirect("home_data_import", page.pk)


def _store(page: DataPage, kept: dict[str, Any], request: HttpRequest) -> dict[str, Decimal]:
    values = {ags: Decimal(value) for ags, value in kept.pop("values").items()}
    as_of = date.fromisoformat(kept.pop("as_of"))
    import_table(page=page, values=values, as_of=as_of, **kept, by=request.user, now=timezone.now())
    return values


@people
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one edition away."""
    edition = get_object_or_404(DataEdition.objects.select_related("page"), pk=pk)
    remove_edition(edition=edition, by=request.user, now=timezone.now())
    messages.success(request, _("Der Stand ist gelöscht."))
    return redirect("home_data")
