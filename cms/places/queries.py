"""Finding places: by what people type and by where they stand."""

from __future__ import annotations

from math import cos, radians

from django.db.models import Case, IntegerField, Value, When

from cms.places.domain import distance_km, fold_name
from cms.places.models import Municipality, MunicipalityQuerySet

MIN_LETTERS = 2
MAX_FOUND = 12
REACHES_KM = (15.0, 60.0, 250.0)
KM_PER_DEGREE = 111.0


def matching(typed: str, *, among: MunicipalityQuerySet | None = None) -> list[Municipality]:
    """Return at most MAX_FOUND towns whose name has a word that begins as typed; larger towns first within a rank."""
    folded = fold_name(typed)
    if len(folded.replace(" ", "")) < MIN_LETTERS:
        return []
    towns = _active(among)
    found = towns.filter(name_folded__startswith=folded) | towns.filter(name_folded__contains=f" {folded}")
    rank = Case(
        When(name_folded=folded, then=Value(0)),
        When(name_folded__startswith=folded, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return list(found.annotate(rank=rank).order_by("rank", "-population", "ags")[:MAX_FOUND])


def by_typed_name(typed: str, *, among: MunicipalityQuerySet | None = None) -> list[Municipality]:
    """Return the towns that are meant by a whole name: „Mühlhausen“, „Lehesten (Saalfeld-Rudolstadt)“, an AGS."""
    towns = _active(among)
    typed = typed.strip()
    if typed.isdecimal() and len(typed) == 8:
        return list(towns.filter(ags=typed))
    name, _bracket, rest = typed.partition("(")
    found = list(towns.filter(name_folded=fold_name(name)).order_by("district"))
    if not found:
        found = list(towns.filter(name_folded=fold_name(typed.partition("/")[0])))
    district = fold_name(rest.rstrip(" )"))
    if len(found) > 1 and district:
        found = [town for town in found if fold_name(town.district) == district] or found
    return found


def nearest(latitude: float, longitude: float, *, among: MunicipalityQuerySet | None = None) -> Municipality | None:
    """Return the town whose midpoint is closest, at most 250 km away; None when there is none."""
    towns = _active(among)
    for reach in REACHES_KM:
        high = reach / KM_PER_DEGREE
        wide = high / max(0.1, cos(radians(latitude)))
        box = towns.filter(
            latitude__range=(latitude - high, latitude + high), longitude__range=(longitude - wide, longitude + wide)
        )
        ranked = sorted(
            (distance_km(latitude, longitude, town.latitude, town.longitude), town.ags, town) for town in box
        )
        if ranked and ranked[0][0] <= reach:
            return ranked[0][2]
    return None


def _active(among: MunicipalityQuerySet | None) -> MunicipalityQuerySet:
    return (Municipality.objects.all() if among is None else among).active()
