"""What people would write beside such a picture: title, reason and description of every motif."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from cms.demo.drawings.sheets import palette_of

LIGHTS = {
    "morgen": "im Morgenlicht",
    "mittag": "an einem klaren Sommertag",
    "abend": "im Abendrot",
    "nacht": "bei Nacht",
    "winter": "im Schnee",
    "frühling": "im Frühling",
    "herbst": "im Herbst",
    "nebel": "im Nebel",
    "blaue Stunde": "zur blauen Stunde",
    "gewitter": "unter Gewitterwolken",
    "morgenrot": "im Morgenrot",
    "goldene Stunde": "in der goldenen Abendsonne",
}


@dataclass(frozen=True)
class Words:
    title: str
    reason: str
    alt: str


@dataclass(frozen=True)
class MotifWords:
    """`subject` completes „… im Morgenlicht“; every title and reason fits every picture of the motif."""

    subject: str
    titles: tuple[str, ...]
    reasons: tuple[str, ...]
    alt: str


MARKET = MotifWords(
    "Markt",
    ("Giebel an Giebel", "Unser Wohnzimmer", "Treffpunkt Brunnen", "Wo alle Wege enden", "Einmal quer über den Platz"),
    (
        "Hier trifft man immer jemanden. Wer über den Markt geht, kommt nie pünktlich nach Hause.",
        "Jeder Giebel ist anders, und zusammen sind sie unsere Stadt.",
        "Vom Brunnen aus sieht man alles: die Stände, den Turm und wer gerade Kaffee holt.",
        "Ich arbeite seit zwanzig Jahren hier und entdecke noch immer neue Fenster.",
    ),
    "Marktplatz mit einer Reihe von Giebelhäusern, Brunnen und Marktstand, dahinter ein Kirchturm",
)
TOWN_HALL = MotifWords(
    "Rathaus",
    ("Verabredet am Rathaus", "Unter den Arkaden", "Das Haus mit den Stufen", "Fahnen raus!", "Wo wir uns trauten"),
    (
        "Unter den Arkaden wartet es sich bei jedem Wetter gut.",
        "Wir haben hier geheiratet. Seitdem gehört das Rathaus ein bisschen uns.",
        "Der Stufengiebel ist das Erste, was ich Gästen zeige.",
        "Wenn die Uhr schlägt, schaut der ganze Platz kurz nach oben.",
    ),
    "Rathaus mit Stufengiebel, Uhr und Arkaden an einem weiten Platz mit Laternen",
)
LANE = MotifWords(
    "Gasse",
    (
        "Bis zum Turm und weiter",
        "Mein Heimweg",
        "Die schmalste Abkürzung",
        "Tür an Tür",
        "Hier bin ich zu Hause",
    ),
    (
        "Diesen Weg gehe ich jeden Tag, und am Ende steht immer der Turm.",
        "Zwischen den Häusern ist es im Sommer kühl und im Winter windstill.",
        "Jede Tür hat eine Geschichte. Fragen Sie einfach nach.",
        "Früher standen hier viele Läden leer. Heute brennt wieder Licht.",
    ),
    "Blick durch eine gerade Gasse mit hohen Häusern auf einen Turm mit Uhr",
)
GATE = MotifWords(
    "Stadttor",
    ("Tor auf!", "Zwischen drinnen und draußen", "Der Wächter", "Durch die alte Mauer", "Immer hier entlang"),
    (
        "Wer durch das Tor geht, ist angekommen. Das ging schon meiner Großmutter so.",
        "Hinter dem Bogen beginnt die Altstadt. Ich mag diesen einen Schritt.",
        "Die Mauer ist achthundert Jahre alt und im Sommer angenehm kühl.",
        "Hier starten alle Stadtführungen. Ich komme aus einem anderen Grund: wegen der Ruhe.",
    ),
    "Alter Torturm mit Uhr und spitzem Dach in einer Stadtmauer, ein Weg führt durch den Torbogen",
)
STAIRS = MotifWords(
    "Treppe",
    ("Stufe für Stufe", "Die Himmelsleiter", "Oben wartet der Baum", "Kurze Pause auf der Treppe", "Hinauf!"),
    (
        "Unten die Stadt, oben die Ruhe. Dazwischen liegen nur ein paar Stufen.",
        "Als Kind habe ich sie gezählt, heute zählt meine Enkelin.",
        "Auf halber Höhe dreht man sich um, und genau das ist der Blick.",
        "Die Töpfe am Rand pflegen die Nachbarn, jeder einen.",
    ),
    "Breite Steintreppe zwischen zwei Häuserwänden, oben ein Baum, davor Laterne und Blumentöpfe",
)
COURTYARD = MotifWords(
    "Kaffeehof",
    ("Noch ein Stück Kuchen", "Hinter dem Bogen", "Unser Sommerzimmer", "Tisch für zwei", "Versteckt im Hof"),
    (
        "Von der Straße sieht man ihn nicht. Man muss durch den Bogen gehen.",
        "Der Hof stand lange leer. Jetzt sitzt hier die halbe Stadt.",
        "Einmal im Monat spielt hier jemand Gitarre, und alle bleiben sitzen.",
        "Nirgends schmeckt der Kaffee besser als unter diesem Baum.",
    ),
    "Blick durch einen dunklen Torbogen in einen Hof mit Tischen, Sonnenschirmen und einem Baum",
)
WINDOWS = MotifWords(
    "Fenster",
    ("Wer wohnt denn da?", "Blumen, Reihe für Reihe", "Die Nachbarn", "Alle Läden offen", "Haus mit bunten Läden"),
    (
        "An diesem Haus gehe ich langsamer. Irgendwo sitzt immer die Katze.",
        "Drei Jahre stand es leer. Heute hängen in jedem Fenster Blumen.",
        "Ich wohne gegenüber und möchte nirgendwo anders hinsehen.",
        "Die bunten Läden hat der Heimatverein mit uns gestrichen.",
    ),
    "Hausfassade aus der Nähe: Reihen von Fenstern mit bunten Läden und Blumenkästen, davor eine Laterne",
)
ROOFTOPS = MotifWords(
    "Über den Dächern",
    ("Ein Meer aus Ziegeln", "Schornsteine zählen", "Vom Turm aus", "Alles unter Dach", "Stadt von oben"),
    (
        "Von hier oben versteht man, wie die Stadt gewachsen ist.",
        "Man muss hinauf auf den Turm. Jede Stufe lohnt sich.",
        "Ich suche jedes Mal unser Dach und finde es nie auf Anhieb.",
        "So still ist die Stadt nur von oben.",
    ),
    "Blick von oben auf dicht gestaffelte Dächer mit Schornsteinen, dahinter Türme und Hügel",
)
CASTLE = MotifWords(
    "Burg",
    ("Die Alte über der Stadt", "Burgblick", "Sie passt auf uns auf", "Oben auf dem Berg", "Dächer unter der Burg"),
    (
        "Egal, woher man kommt: Zuerst sieht man die Burg, dann weiß man, dass man da ist.",
        "Der Weg hinauf dauert zwanzig Minuten, der Blick bleibt länger.",
        "Vom Küchenfenster aus sehe ich nur Dächer und die Burg. Mehr brauche ich nicht.",
        "Im Sommer klingt die Musik von dort oben bis zu uns herunter.",
    ),
    "Burg auf einem Hügel über dicht gedrängten Fachwerkhäusern und einem Kirchturm",
)
RIVER = MotifWords(
    "Brücke",
    ("Turm, Brücke, Fluss", "Brückenzeit", "Hinüber in die Stadt", "Auf halbem Weg", "Unter den Bögen"),
    (
        "Auf der Brücke bleibt jeder stehen, auch wer es eilig hat.",
        "Hier haben wir als Kinder Schiffchen fahren lassen.",
        "Das Wasser, der Turm, die Häuser: Mehr Stadt passt in kein Bild.",
        "Nach dem Hochwasser haben alle mit angepackt. Daran denke ich auf dieser Brücke.",
    ),
    "Steinbrücke mit runden Bögen über einem Fluss, dahinter Häuser und eine Kirche",
)
OVERLOOK = MotifWords(
    "Bank",
    ("Der Platz unter dem Baum", "Hier saß schon Opa", "Feierabendbank", "Ein Platz mit Aussicht", "Kommt, setzt euch"),
    (
        "Von dieser Bank sieht man alles, was mir wichtig ist.",
        "Der schönste Umweg auf dem Heimweg von der Arbeit.",
        "Hier sitzt nie jemand allein: Nach fünf Minuten kommt man ins Gespräch.",
        "Man hört die Glocken, bevor man sie unten hört.",
    ),
    "Bank unter einem großen Baum, dahinter die ganze Stadt mit Türmen, Dächern und einer Burg auf dem Hügel",
)
PARK = MotifWords(
    "Park",
    ("Pause im Grünen", "Der Weg zum Pavillon", "Unter den Kronen", "Grünes Zimmer", "Einmal durchatmen"),
    (
        "Drei Minuten vom Markt, und man hört nur noch Vögel.",
        "Im Pavillon spielt im Sommer jeden Sonntag eine andere Kapelle.",
        "Die Bäume spenden Schatten, wenn die Stadt glüht.",
        "Hier haben meine Kinder laufen gelernt.",
    ),
    "Park mit Bäumen, einer Bank und einem Weg, der zu einem kleinen Pavillon führt, dahinter die Stadt",
)
VIADUCT = MotifWords(
    "Viadukt",
    ("Da fährt unser Zug", "Bögen über dem Tal", "Nächster Halt: zu Hause", "Hoch über den Dächern", "Fernweh"),
    (
        "Wenn der Zug über die Bögen rollt, weiß ich, wie spät es ist.",
        "Zwischen den Pfeilern sieht man die Stadt wie in Bilderrahmen.",
        "Von hier fuhr ich fort, hier kam ich wieder an.",
        "Der Weg darunter ist mein liebster Sonntagsspaziergang.",
    ),
    "Eisenbahnviadukt mit hohen Bögen und einem Zug, dahinter Häuser und ein Kirchturm im Tal",
)
VINEYARD = MotifWords(
    "Felder",
    ("Reihe für Reihe", "Wo die Stadt aufhört", "Linien im Land", "Hinter dem letzten Haus", "Weite"),
    (
        "Zehn Minuten vom Bahnhof, und der Blick ist frei.",
        "Die Reihen laufen genau auf den Turm zu. Das hat sich jemand gut überlegt.",
        "Hier sieht man die Jahreszeiten, bevor sie in der Stadt ankommen.",
        "Von hier oben ist unser Ort ganz klein und genau richtig.",
    ),
    "Feldreihen, die auf einen Ort mit Kirchturm zulaufen, mit Pappeln und einem kleinen Haus",
)
LAKE = MotifWords(
    "See",
    ("Leinen los", "Am anderen Ufer", "Spiegelstadt", "Der Steg", "Vaters Boot"),
    (
        "Vom Steg aus liegt die Stadt auf dem Wasser.",
        "Im Sommer springen hier alle hinein, im Winter stehen alle und schauen.",
        "Wenn kein Wind geht, hat die Stadt zwei Kirchtürme.",
        "Mein Vater hat das kleine Boot selbst gebaut.",
    ),
    "See mit Segelboot, Steg und Schilf, am anderen Ufer Häuser und ein Kirchturm",
)
CHURCH = MotifWords(
    "Kirche",
    ("Tannenweg", "Wenn die Glocken läuten", "Das Licht am Weg", "Kirchweg", "Zwischen den Tannen"),
    (
        "Den Weg zwischen den Tannen gehe ich am liebsten allein.",
        "Die Laterne brennt immer, auch wenn niemand unterwegs ist.",
        "Zur vollen Stunde bleibt hier jeder kurz stehen.",
        "Von diesem Weg aus sieht man zuerst den Turm und dann die ganze Stadt.",
    ),
    "Kirche mit hohem Turm, zu der ein Weg mit Laterne zwischen Tannen führt",
)
BRIDGE = MotifWords(
    "Häuser auf der Brücke",
    (
        "Wohnen über dem Wasser",
        "Haus an Haus auf der Brücke",
        "Mitten im Fluss",
        "Läden über dem Fluss",
        "Bunte Brücke",
    ),
    (
        "Wo sonst wohnt man auf einer Brücke?",
        "Unten fließt das Wasser, oben wird gehandelt. Seit siebenhundert Jahren.",
        "In jedem der Häuser ist heute wieder ein kleiner Laden.",
        "Vom Ufer aus sieht man alle Farben auf einmal.",
    ),
    "Steinbrücke, auf der bunte Giebelhäuser dicht an dicht stehen, darunter der Fluss",
)

MOTIF_WORDS = {
    "market": MARKET,
    "town_hall": TOWN_HALL,
    "lane": LANE,
    "gate": GATE,
    "stairs": STAIRS,
    "courtyard": COURTYARD,
    "windows": WINDOWS,
    "rooftops": ROOFTOPS,
    "castle_hill": CASTLE,
    "river": RIVER,
    "overlook": OVERLOOK,
    "park": PARK,
    "viaduct": VIADUCT,
    "vineyard": VINEYARD,
    "lake": LAKE,
    "church": CHURCH,
    "merchants_bridge": BRIDGE,
}


def words_for(motif: str, seed: int, *, light: str | None = None) -> Words:
    """Title, reason and description that fit the picture of that motif, seed and light."""
    words, own = MOTIF_WORDS[motif], Random(f"words {motif} {seed}")
    phrase = LIGHTS[palette_of(motif, seed, light).name]
    title = own.choice((*words.titles, f"{words.subject} {phrase}"))
    return Words(title=title, reason=own.choice(words.reasons), alt=f"{words.alt}, {phrase}")
