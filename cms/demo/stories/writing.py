"""An association that applies together with others, and what applicants have asked the office. All invented."""

from __future__ import annotations

from cms.demo.stories.projects import Project

TOGETHER = Project(
    town="Apolda",
    organisation="Glockenhof Apolda e. V.",
    title="Werkstatt mit Glockenschlag",
    summary="Eine leere Strickwarenfabrik am Markt wird zur offenen Werkstatt, in der Schule, Handwerk und Nachbarschaft arbeiten.",
    goal="Bis zum nächsten Winter sollen jeden Nachmittag dreißig Menschen in einem Haus sein, das seit zwölf Jahren leer steht.",
    place="Ackerwand, Ecke Markt",
    building="Neue Fenster zum Markt, eine Rampe am Eingang, Werkbänke und eine Küche im Erdgeschoss.",
    enlivening="Nähen, Löten und Reparieren unter Anleitung, samstags Markt der selbst gemachten Dinge.",
    partners="Der Verein führt das Haus, die Stadt verpachtet es, drei Betriebe geben Material und Anleitung.",
    costs=(("Bau und Ausstattung", 52000), ("Planung", 8000), ("Programm", 6000)),
    financing=(("Eigenmittel der Kommune", 20000), ("Beitrag der Partner", 10000), ("Beantragter Preis", 36000)),
    strength=7.4,
)

LATE = Project(
    town="Sonneberg",
    organisation="Stadt Sonneberg, Stadtplanung",
    title="Spielzeug kehrt heim",
    summary="In vier Schaufenstern der Bahnhofstraße zeigen Kinder und frühere Spielzeugmacher, was hier einmal erfunden wurde.",
    goal="Aus einer Straße, durch die man eilt, wird eine, vor der man stehen bleibt.",
    place="Bahnhofstraße 12 bis 20",
    building="Vier Schaufenster mit Licht und Rollos, zwei Bänke, ein Podest zum Spielen.",
    enlivening="Jeden Monat eine andere Klasse als Kuratorin, im Advent ein Umzug mit eigenen Figuren.",
    partners="Vier Eigentümer, das Museum und zwei Grundschulen.",
    costs=(("Bau und Ausstattung", 28000), ("Planung", 4000), ("Programm", 8000)),
    financing=(("Eigenmittel der Kommune", 18000), ("Beantragter Preis", 22000)),
    strength=6.0,
)

PARTNERS = (
    {"name": "Stadt Apolda", "kind": "municipality", "role": "verpachtet das Haus für zehn Jahre", "contact": ""},
    {
        "name": "Handwerkerring Apolda",
        "kind": "business",
        "role": "Anleitung und Material",
        "contact": "handwerkerring@example.org",
    },
    {"name": "Grundschule am Markt", "kind": "other", "role": "zwei Nachmittage in der Woche", "contact": ""},
)

MISSING = (
    "Im Plan stehen 18.000 Euro Eigenmittel, ein Beschluss dazu ist nicht erwähnt. Bitte schreiben Sie unter „Das Vorhaben“, "
    "wann der Stadtrat entschieden hat, und legen Sie die Projekttafel noch einmal bei: Die Datei ist unscharf."
)

# the question as it came, how everybody reads it (empty: not published), the answer (empty: still open)
QUESTIONS = (
    (
        "Wir sind der Gewerbeverein in Weida und wollen uns mit der Stadt bewerben. Wer von beiden stellt den Antrag?",
        "Eine Stadt und ein Gewerbeverein bewerben sich gemeinsam. Wer stellt den Antrag?",
        "Beides geht. Bewirbt sich der Verein, laden Sie die Zustimmung der Stadt hoch und nennen sie als Partner.",
    ),
    (
        "Zählt Eigenleistung, zum Beispiel Stunden im Verein, zur Finanzierung?",
        "Zählt Eigenleistung zur Finanzierung?",
        "Ja, mit 20 Euro je Stunde und höchstens einem Zehntel der Kosten. Tragen Sie sie als eigenen Posten ein.",
    ),
    (
        "Darf ein Vorhaben schon begonnen haben, wenn nur die Planung beauftragt ist?",
        "Darf die Planung schon beauftragt sein?",
        "Ja. Begonnen heißt: Ein Auftrag für Bau oder Ausstattung ist vergeben. Planung zählt nicht dazu.",
    ),
    (
        "Meine Mitarbeiterin ist ab Mai in Elternzeit. Wie ändere ich die Ansprechperson?",
        "",
        "Im ersten Teil der Bewerbung, bis zum Annahmeschluss jederzeit.",
    ),
    ("Bekommen wir Bescheid, wenn unsere Bewerbung zugelassen ist, und wann?", "", ""),
)
