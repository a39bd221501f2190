"""The towns of the demo world, as facts of the official register.

Source: © Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys, territorial status 31.12.2024; population on
31.12.2023. Reuse, also in parts, is permitted when the source is named. The coordinates are the geographic midpoints of
the municipal areas, not the town centres.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from django.db import transaction

from cms.core.audit import record
from cms.places.actions import mark_namesakes
from cms.places.domain import fold_name, short_name
from cms.places.enums import Kind
from cms.places.models import Municipality

ATTRIBUTION = "Quelle: © Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV-ISys, Gebietsstand 31.12.2024"
AS_OF = date(2024, 12, 31)


class Town(NamedTuple):
    """One row of the register."""

    ags: str
    name_official: str
    kind: Kind
    district: str
    population: int
    area_km2: str
    postal_code: str
    latitude: float
    longitude: float


TOWNS: tuple[Town, ...] = (
    Town("16051000", "Erfurt, Stadt", Kind.CITY, "Erfurt", 215_675, "269.91", "99084", 50.977122, 11.027236),
    Town("16052000", "Gera, Stadt", Kind.CITY, "Gera", 94_847, "152.18", "07545", 50.876147, 12.080429),
    Town("16053000", "Jena, Stadt", Kind.CITY, "Jena", 110_791, "114.77", "07743", 50.93006, 11.591842),
    Town("16054000", "Suhl, Stadt", Kind.CITY, "Suhl", 36_986, "141.62", "98527", 50.609536, 10.68693),
    Town("16055000", "Weimar, Stadt", Kind.CITY, "Weimar", 65_611, "84.47", "99423", 50.980761, 11.329741),
    Town(
        "16061045",
        "Heilbad Heiligenstadt, Stadt",
        Kind.TOWN,
        "Eichsfeld",
        18_657,
        "91.49",
        "37308",
        51.378474,
        10.137999,
    ),
    Town(
        "16061115", "Leinefelde-Worbis, Stadt", Kind.TOWN, "Eichsfeld", 20_053, "115.79", "37327", 51.387677, 10.321641
    ),
    Town("16062041", "Nordhausen, Stadt", Kind.TOWN, "Nordhausen", 41_233, "108.24", "99734", 51.500441, 10.791619),
    Town(
        "16063003", "Bad Salzungen, Stadt", Kind.TOWN, "Wartburgkreis", 23_133, "152.02", "36433", 50.811679, 10.231992
    ),
    Town(
        "16063099", "Bad Liebenstein, Stadt", Kind.TOWN, "Wartburgkreis", 7_697, "48.81", "36448", 50.815751, 10.34924
    ),
    Town("16063105", "Eisenach, Stadt", Kind.TOWN, "Wartburgkreis", 42_817, "104.17", "99817", 50.977287, 10.322388),
    Town(
        "16064003",
        "Bad Langensalza, Stadt",
        Kind.TOWN,
        "Unstrut-Hainich-Kreis",
        17_338,
        "129.37",
        "99947",
        51.106785,
        10.649839,
    ),
    Town(
        "16064046",
        "Mühlhausen/Thüringen, Stadt",
        Kind.TOWN,
        "Unstrut-Hainich-Kreis",
        37_121,
        "151.03",
        "99974",
        51.209777,
        10.458418,
    ),
    Town(
        "16065003",
        "Bad Frankenhausen/Kyffhäuser, Stadt",
        Kind.TOWN,
        "Kyffhäuserkreis",
        10_042,
        "91.06",
        "06567",
        51.357318,
        11.100746,
    ),
    Town(
        "16065067",
        "Sondershausen, Stadt",
        Kind.TOWN,
        "Kyffhäuserkreis",
        21_183,
        "201.21",
        "99706",
        51.368377,
        10.871992,
    ),
    Town(
        "16066042",
        "Meiningen, Stadt",
        Kind.TOWN,
        "Schmalkalden-Meiningen",
        25_679,
        "123.03",
        "98617",
        50.573947,
        10.415674,
    ),
    Town(
        "16066063",
        "Schmalkalden, Stadt",
        Kind.TOWN,
        "Schmalkalden-Meiningen",
        19_984,
        "105.38",
        "98574",
        50.722559,
        10.45159,
    ),
    Town(
        "16066092",
        "Zella-Mehlis, Stadt",
        Kind.TOWN,
        "Schmalkalden-Meiningen",
        12_445,
        "52.99",
        "98544",
        50.663357,
        10.658023,
    ),
    Town("16067029", "Gotha, Stadt", Kind.TOWN, "Gotha", 46_300, "69.58", "99867", 50.948759, 10.70337),
    Town("16067053", "Ohrdruf, Stadt", Kind.TOWN, "Gotha", 9_476, "113.60", "99885", 50.827454, 10.734042),
    Town("16067072", "Waltershausen, Stadt", Kind.TOWN, "Gotha", 12_512, "60.62", "99880", 50.900529, 10.559244),
    Town("16068051", "Sömmerda, Stadt", Kind.TOWN, "Sömmerda", 19_052, "87.56", "99610", 51.159368, 11.118975),
    Town("16068058", "Weißensee, Stadt", Kind.TOWN, "Sömmerda", 3_746, "55.33", "99631", 51.195862, 11.067924),
    Town(
        "16069024", "Hildburghausen, Stadt", Kind.TOWN, "Hildburghausen", 11_682, "72.89", "98646", 50.425612, 10.729007
    ),
    Town(
        "16069043", "Schleusingen, Stadt", Kind.TOWN, "Hildburghausen", 10_449, "125.59", "98553", 50.509068, 10.749262
    ),
    Town("16070004", "Arnstadt, Stadt", Kind.TOWN, "Ilm-Kreis", 28_264, "104.99", "99310", 50.8333, 10.946529),
    Town("16070029", "Ilmenau, Stadt", Kind.TOWN, "Ilm-Kreis", 39_147, "198.69", "98693", 50.688839, 10.915563),
    Town("16071001", "Apolda, Stadt", Kind.TOWN, "Weimarer Land", 22_896, "46.26", "99510", 51.025292, 11.517678),
    Town("16071003", "Bad Berka, Stadt", Kind.TOWN, "Weimarer Land", 7_385, "55.32", "99438", 50.899497, 11.283174),
    Town("16071004", "Bad Sulza, Stadt", Kind.TOWN, "Weimarer Land", 8_161, "94.10", "99518", 51.086787, 11.623826),
    Town("16072011", "Lauscha, Stadt", Kind.TOWN, "Sonneberg", 3_173, "18.72", "98724", 50.476118, 11.159835),
    Town("16072018", "Sonneberg, Stadt", Kind.TOWN, "Sonneberg", 23_435, "84.69", "96515", 50.357569, 11.175725),
    Town(
        "16073005",
        "Bad Blankenburg, Stadt",
        Kind.TOWN,
        "Saalfeld-Rudolstadt",
        5_992,
        "35.62",
        "07422",
        50.68475,
        11.261585,
    ),
    Town(
        "16073076",
        "Rudolstadt, Stadt",
        Kind.TOWN,
        "Saalfeld-Rudolstadt",
        24_767,
        "135.17",
        "07407",
        50.721635,
        11.343567,
    ),
    Town(
        "16073077",
        "Saalfeld/Saale, Stadt",
        Kind.TOWN,
        "Saalfeld-Rudolstadt",
        29_121,
        "145.56",
        "07318",
        50.647648,
        11.361357,
    ),
    Town(
        "16074018",
        "Eisenberg, Stadt",
        Kind.TOWN,
        "Saale-Holzland-Kreis",
        11_196,
        "24.67",
        "07607",
        50.967554,
        11.901344,
    ),
    Town("16074044", "Kahla, Stadt", Kind.TOWN, "Saale-Holzland-Kreis", 6_795, "7.90", "07768", 50.801709, 11.588507),
    Town(
        "16075062",
        "Bad Lobenstein, Stadt",
        Kind.TOWN,
        "Saale-Orla-Kreis",
        5_663,
        "48.92",
        "07356",
        50.450309,
        11.640388,
    ),
    Town(
        "16075073",
        "Neustadt an der Orla, Stadt",
        Kind.TOWN,
        "Saale-Orla-Kreis",
        8_971,
        "86.06",
        "07806",
        50.73581,
        11.742638,
    ),
    Town("16075085", "Pößneck, Stadt", Kind.TOWN, "Saale-Orla-Kreis", 11_858, "24.43", "07381", 50.695668, 11.591589),
    Town("16076022", "Greiz, Stadt", Kind.TOWN, "Greiz", 20_220, "84.86", "07973", 50.654739, 12.201545),
    Town("16076079", "Weida, Stadt", Kind.TOWN, "Greiz", 8_106, "36.80", "07570", 50.773341, 12.061416),
    Town("16076087", "Zeulenroda-Triebes, Stadt", Kind.TOWN, "Greiz", 15_890, "135.14", "07937", 50.649003, 11.97964),
    Town("16077001", "Altenburg, Stadt", Kind.TOWN, "Altenburger Land", 31_580, "45.69", "04600", 50.987195, 12.437252),
    Town("16077043", "Schmölln, Stadt", Kind.TOWN, "Altenburger Land", 13_607, "94.53", "04626", 50.895281, 12.354035),
)


@transaction.atomic
def load_towns(now: datetime) -> list[Municipality]:
    """Store the demo towns and return them; towns that an import has brought already are left as they are."""
    held = set(Municipality.objects.values_list("ags", flat=True))
    fresh = [_municipality(town) for town in TOWNS if town.ags not in held]
    Municipality.objects.bulk_create(fresh)
    mark_namesakes()
    if fresh:
        record(action="places.demo_towns.loaded", target=None, changes={"added": (0, len(fresh))}, now=now)
    return list(Municipality.objects.filter(ags__in=[town.ags for town in TOWNS]))


def _municipality(town: Town) -> Municipality:
    name = short_name(town.name_official)
    values = {**town._asdict(), "name": name, "area_km2": Decimal(town.area_km2)}
    return Municipality(**values, name_folded=fold_name(name), district_ags=town.ags[:5], as_of=AS_OF)
