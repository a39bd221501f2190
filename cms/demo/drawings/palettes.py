"""Colours of twelve lights: each is a time of day and a season, with the months and hours it fits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    name: str
    months: tuple[int, ...]
    hours: tuple[int, ...]
    sky: tuple[str, ...]
    sun: str
    cloud: str
    far: tuple[str, str, str]
    walls: tuple[str, str, str, str, str]
    roofs: tuple[str, str, str, str]
    timber: str
    window: str
    frame: str
    light: str
    lit: float
    shade: str
    stone: str
    gold: str
    accent: str
    leaf: tuple[str, str, str]
    bloom: tuple[str, str]
    ground: tuple[str, str]
    fields: tuple[str, str, str]
    water: tuple[str, str, str]
    fore: str
    snow: bool = False
    stars: bool = False


MORNING = Palette(
    name="morgen", months=(5, 6, 7, 8), hours=(6, 7, 8),
    sky=("#F2C9A0", "#F6D7B2", "#F9E4C8", "#FBEEDA"), sun="#FFF6E2", cloud="#FFF8EA",
    far=("#C9B79C", "#A9A58A", "#7E9079"), walls=("#F8EBD3", "#E9B98C", "#F3D9AE", "#D98B6A", "#EFE3CF"),
    roofs=("#A8432C", "#8C3524", "#BE5A38", "#7A3A2E"), timber="#4A2A20", window="#5F5A55", frame="#FFF8EA",
    light="#FFE7A6", lit=0.1, shade="#5A2E3A", stone="#D9C2A0", gold="#F2B33D", accent="#A5341F",
    leaf=("#4C6B3C", "#6F8C48", "#A3AF5C"), bloom=("#D9674E", "#F2B33D"), ground=("#E3C79A", "#CFAE7C"),
    fields=("#D8B765", "#9EA45A", "#C58B4E"), water=("#A9C3C2", "#C8D6CF", "#F6E4C4"), fore="#2F4A3A",
)  # fmt: skip
NOON = Palette(
    name="mittag", months=(6, 7, 8), hours=(11, 12, 13, 14),
    sky=("#7FB6CF", "#9AC8DA", "#B7DAE4", "#D6EAEC"), sun="#FFFDF2", cloud="#FFFFFF",
    far=("#9DBFB4", "#6F9F84", "#3F7A5C"), walls=("#FFF8E8", "#F2D28B", "#E6A07A", "#F7E7CF", "#D9705A"),
    roofs=("#B5452D", "#98371F", "#C9603D", "#6E3B32"), timber="#3D2A22", window="#35525C", frame="#FFFFFF",
    light="#FFE7A6", lit=0, shade="#17394A", stone="#D8CDB6", gold="#E9B23A", accent="#A5341F",
    leaf=("#1F5A41", "#2F7A4E", "#6AA35A"), bloom=("#D9483B", "#F4C84A"), ground=("#E6D2AC", "#D2B98C"),
    fields=("#E3C45C", "#7FAE5A", "#B99A4A"), water=("#2F7C8F", "#5FA5B0", "#A8D3D4"), fore="#0E3D32",
)  # fmt: skip
EVENING = Palette(
    name="abend", months=(7, 8, 9), hours=(19, 20),
    sky=("#5B3A55", "#9A4A4A", "#D4703F", "#F0A049", "#F8C76B"), sun="#FFE9B0", cloud="#F3B26A",
    far=("#B4593F", "#7E3D3C", "#4C2B37"), walls=("#E5A66B", "#C97A4F", "#F0BE80", "#A85A45", "#D8935E"),
    roofs=("#6B2430", "#8A2F2C", "#552031", "#9A3C2E"), timber="#2E1623", window="#4A2633", frame="#F6CE8E",
    light="#FFE08A", lit=0.45, shade="#2A1026", stone="#B97B58", gold="#FFD36B", accent="#FFE9B0",
    leaf=("#3A2A33", "#57383A", "#7E4E3D"), bloom=("#F0A049", "#D4503F"), ground=("#8A4A3C", "#6E3838"),
    fields=("#B8643F", "#7C4438", "#D68A48"), water=("#C86A44", "#E99A55", "#F8C76B"), fore="#241226",
)  # fmt: skip
NIGHT = Palette(
    name="nacht", months=(8, 9, 10), hours=(21, 22, 23),
    sky=("#0F2436", "#15324A", "#1D425C", "#2C5A72", "#4B7C8E"), sun="#F4EBCF", cloud="#2A4C63",
    far=("#2B5262", "#1E4150", "#14303D"), walls=("#3E6272", "#355564", "#4A6F7C", "#2E4A5A", "#56757C"),
    roofs=("#1B2F3E", "#243A48", "#16283A", "#2C3C4C"), timber="#0B1A26", window="#20394A", frame="#1A2F3E",
    light="#FFD27A", lit=0.62, shade="#06121C", stone="#476877", gold="#FFD27A", accent="#D8553A",
    leaf=("#0E2A30", "#163A3E", "#20504D"), bloom=("#D8553A", "#8FB2B0"), ground=("#203C4A", "#18303D"),
    fields=("#2C4E56", "#1B3C44", "#3A5E5E"), water=("#16344A", "#1F4A62", "#FFD27A"), fore="#08161F", stars=True,
)  # fmt: skip
WINTER = Palette(
    name="winter", months=(1, 2, 12), hours=(10, 11, 14),
    sky=("#A9BDC8", "#C0CFD6", "#D8E2E5", "#EDF1EF"), sun="#FFFFFF", cloud="#F4F7F6",
    far=("#BCC8CB", "#93A5AA", "#647B82"), walls=("#EFE7DA", "#D9B08C", "#E4D3BA", "#B9735C", "#F5F0E6"),
    roofs=("#F2F4F2", "#DDE4E5", "#FFFFFF", "#C9D3D6"), timber="#3A2D2A", window="#4C5C63", frame="#FFFFFF",
    light="#FFD98A", lit=0.35, shade="#2A3B48", stone="#C3BDB2", gold="#D69C2F", accent="#A5341F",
    leaf=("#8FA0A4", "#B7C4C6", "#E6ECEC"), bloom=("#A5341F", "#D69C2F"), ground=("#F4F5F2", "#DDE3E3"),
    fields=("#EEF1F0", "#D8E0E2", "#F8F9F8"), water=("#7F9AA3", "#A9BEC4", "#E6ECEC"), fore="#31434A", snow=True,
)  # fmt: skip
SPRING = Palette(
    name="frühling", months=(4, 5), hours=(9, 10, 15, 16),
    sky=("#BFDDE2", "#D2E7E4", "#E6F0E2", "#F6F4E0"), sun="#FFF3B8", cloud="#FFFFFF",
    far=("#B5CFA0", "#8DBB7A", "#5E9A5E"), walls=("#FFF6EA", "#F5D9C8", "#F7E3A8", "#E9A9A0", "#DCE5D2"),
    roofs=("#C6604A", "#A84A3C", "#D67F5C", "#8C4A44"), timber="#5A3A30", window="#54727A", frame="#FFFFFF",
    light="#FFEFB0", lit=0, shade="#3A4F5A", stone="#DDD3BE", gold="#F2C14A", accent="#C23B4E",
    leaf=("#4F8E4C", "#76B058", "#B6D374"), bloom=("#F2A0B4", "#FFD9E2"), ground=("#EADDBE", "#D6C49C"),
    fields=("#F3DC5A", "#9CCB66", "#C5DC7C"), water=("#6FB3B8", "#9FD0CC", "#DDF0E4"), fore="#2C5A3C",
)  # fmt: skip
AUTUMN = Palette(
    name="herbst", months=(10, 11), hours=(13, 14, 15, 16),
    sky=("#C7CFC2", "#DAD8C2", "#E9DFC2", "#F3E8CE"), sun="#FFF1C9", cloud="#F9F2DE",
    far=("#B59B6C", "#A06B3C", "#7A4A34"), walls=("#F3E6CC", "#D9A066", "#E8CB94", "#B5654A", "#CDB89A"),
    roofs=("#7C3B30", "#5F2E2C", "#94483A", "#4E3434"), timber="#38231E", window="#4E4A48", frame="#FBF1DC",
    light="#FFDD94", lit=0.15, shade="#402430", stone="#BFAE92", gold="#D9962E", accent="#8E2F2A",
    leaf=("#9C4A22", "#CF7426", "#EDA83A"), bloom=("#B5382A", "#E8962E"), ground=("#D6BE94", "#BFA074"),
    fields=("#C28A3C", "#8E7A3E", "#A65E34"), water=("#5E8084", "#8AA6A2", "#DCCFA8"), fore="#3B2A24",
)  # fmt: skip
MIST = Palette(
    name="nebel", months=(10, 11, 3), hours=(7, 8, 9),
    sky=("#AFC0BD", "#BFCDC8", "#D0DAD3", "#E2E7DE"), sun="#F8F4E2", cloud="#DCE4DE",
    far=("#A3B7B3", "#86A09D", "#678886"), walls=("#C9CFC4", "#B3B8AC", "#D6D4C6", "#A38F82", "#BEC7C0"),
    roofs=("#7D6A66", "#6B5E60", "#8C7670", "#585A5E"), timber="#3E4648", window="#62757A", frame="#E4E8E0",
    light="#F7DFA0", lit=0.3, shade="#2F4448", stone="#A9B0A8", gold="#C9A85A", accent="#A84A3A",
    leaf=("#58716A", "#6F8A7E", "#93A796"), bloom=("#B07A6A", "#C9B48A"), ground=("#C4C9BE", "#AEB6AC"),
    fields=("#B4BFA6", "#98AA98", "#C2C4A8"), water=("#8AA3A4", "#A5B9B7", "#D8DED4"), fore="#2C4142",
)  # fmt: skip
BLUE_HOUR = Palette(
    name="blaue Stunde", months=(3, 9, 10, 11), hours=(18, 19),
    sky=("#2C2F5E", "#46437A", "#6E5A8E", "#A9779A", "#E5A69A"), sun="#FFE3C2", cloud="#8A6A98",
    far=("#7A5F8A", "#54487A", "#363560"), walls=("#8E7BA0", "#766A96", "#A08AA4", "#62588A", "#B09AAA"),
    roofs=("#3A2F5A", "#46366A", "#2E2850", "#553E66"), timber="#1C1838", window="#2F2C58", frame="#584E82",
    light="#FFD873", lit=0.7, shade="#151230", stone="#7E729A", gold="#FFD873", accent="#F2785C",
    leaf=("#2B2A52", "#3C3A68", "#57508A"), bloom=("#F2785C", "#C99AB8"), ground=("#5A4E7C", "#473F6A"),
    fields=("#5E548A", "#443F70", "#7A6694"), water=("#4A4A80", "#7A6A9A", "#F2B89C"), fore="#16142E",
)  # fmt: skip
STORM = Palette(
    name="gewitter", months=(5, 6, 7), hours=(16, 17, 18),
    sky=("#3E4E58", "#51646C", "#6D8084", "#97A49C", "#D9CF9E"), sun="#F5E6A8", cloud="#2F3F4A",
    far=("#7C8F74", "#58764E", "#3C5A3E"), walls=("#FBE9A8", "#F0C46A", "#F6D98C", "#D98A52", "#F8EEC8"),
    roofs=("#8E3526", "#742A24", "#A8462E", "#5A2C2A"), timber="#2C2420", window="#3C4A4C", frame="#FFF4CE",
    light="#FFE38A", lit=0.2, shade="#1E2C36", stone="#CBBB92", gold="#F2C14A", accent="#C4412C",
    leaf=("#3E5E34", "#5C8040", "#93A850"), bloom=("#D9553A", "#F6D36A"), ground=("#C9B888", "#A99A70"),
    fields=("#EBCB52", "#7E9A4A", "#C9A24A"), water=("#4E666C", "#71878A", "#D9CF9E"), fore="#1F3230",
)  # fmt: skip
ROSE = Palette(
    name="morgenrot", months=(3, 4, 9), hours=(6, 7),
    sky=("#E98F8A", "#F0A99A", "#F6C4AC", "#FADDC0", "#FCEBD2"), sun="#FFFAE6", cloud="#FBD6C4",
    far=("#C98A94", "#A36A80", "#6E4A68"), walls=("#FCE6D2", "#F2BFA4", "#F8D2B8", "#D98A84", "#EAD0C8"),
    roofs=("#9C3E52", "#7E3048", "#B5566A", "#632C46"), timber="#4A2438", window="#6E4A5E", frame="#FFF2E4",
    light="#FFEBB0", lit=0.12, shade="#4A2040", stone="#D8B4A4", gold="#F5BE5A", accent="#B22E4A",
    leaf=("#5E4A5E", "#80617A", "#B98A92"), bloom=("#F5D0C4", "#E8788A"), ground=("#E6BEA6", "#D2A292"),
    fields=("#DDA48E", "#A87886", "#F0C29A"), water=("#D08C94", "#EAB0A4", "#FCE2C6"), fore="#3C2440",
)  # fmt: skip
GOLD = Palette(
    name="goldene Stunde", months=(6, 7, 8, 9), hours=(18, 19),
    sky=("#F2B84A", "#F5C765", "#F8D684", "#FBE5A8"), sun="#FFF8DA", cloud="#FDE9B8",
    far=("#C9A04A", "#8C8A42", "#4F6A40"), walls=("#FFF0C8", "#F2C06A", "#E8964E", "#FBDD9A", "#C9663C"),
    roofs=("#8A3A22", "#6C2C20", "#A84E2A", "#4E2C28"), timber="#3C2218", window="#5A4030", frame="#FFF4D2",
    light="#FFE9A0", lit=0.1, shade="#54241C", stone="#D4A868", gold="#C9622E", accent="#0E5A5A",
    leaf=("#3F5C38", "#64793A", "#A39A40"), bloom=("#C4412C", "#FFF0C8"), ground=("#E0AE62", "#C68E4A"),
    fields=("#E3A83C", "#9A8A3E", "#C9762E"), water=("#1F7272", "#5E9A84", "#F8DC8C"), fore="#1C3A34",
)  # fmt: skip

PALETTES = {
    palette.name: palette
    for palette in (MORNING, NOON, EVENING, NIGHT, WINTER, SPRING, AUTUMN, MIST, BLUE_HOUR, STORM, ROSE, GOLD)
}
